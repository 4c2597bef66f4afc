import {relative, sep} from 'node:path';
import {count} from '../../domain/count.js';
import {UserError} from '../../domain/errors.js';
import type {Evidence} from '../../domain/evidence.js';
import {plainText} from '../../domain/text.js';
import type {Settings} from '../../domain/workspace.js';
import {loadContent} from '../../questionnaires/load-content.js';
import {knownContentChange} from '../../services/known-content.js';
import {rolledChanges, rollForward, type RolledForward} from '../../services/roll-forward.js';
import {screenSettings} from '../../services/screen-changes.js';
import {createWorkspace} from '../../store/index.js';
import {clockFrom} from '../clock.js';
import {authorFrom, known, shippedContent, writer} from '../compose.js';
import type {Globals} from '../globals.js';
import {processOutput, wrap} from '../output.js';
import {shellWord} from '../shell-word.js';
import {copyOwn, oldArtifact, refuseInside, stateOfOld} from './old-workspace.js';

/** What `init --from` takes besides the old workspace; what is not given is as it was there. */
export type FromOptions = {
	readonly organisation?: string;
	readonly profiles?: readonly string[];
	readonly preparedBy?: string;
	readonly confidentiality?: string;
};

/** Makes a workspace that goes on where an older one stands, which stays as it is. */
export const initFrom = async (
	root: string,
	old: string,
	{organisation, profiles, preparedBy, confidentiality}: FromOptions,
	globals: Globals,
): Promise<void> => {
	const output = processOutput(process);
	await refuseInside(root, old);
	const state = await stateOfOld(old, output.note);
	const at = clockFrom(process.env).clock().toISOString();
	const by = await authorFrom(globals.by, process.env)();
	const rolled = rollForward(state, at);
	const {settings}: {readonly settings: Settings} = screenSettings({
		...rolled.settings,
		...(organisation !== undefined && {organisation}),
		...(profiles !== undefined && {profiles}),
		...(preparedBy !== undefined && {preparedBy}),
		...(confidentiality !== undefined && {confidentiality}),
	});
	const store = await createWorkspace({root, writer: writer(), by, at, settings});
	const own = await copyOwn(old, root);
	const evidence: Evidence[] = [];
	const lost: Evidence[] = [];
	for (const one of rolled.evidence) {
		const path = await oldArtifact(old, one.sha256);
		if (path === undefined) lost.push(one);
		else if ((await store.saveEvidence(path)).sha256 === one.sha256) evidence.push(one);
		else
			throw new UserError(`${path} changed while it was copied.`, [
				'Begin again in another folder.',
			]);
	}
	const content = await loadContent(shippedContent(), root, known);
	await store.append(
		[...knownContentChange(content, undefined, at), ...rolledChanges(rolled, evidence)],
		{by, at, why: 'rolled forward from an older workspace'},
	);
	await store.flush();
	if (globals.json === true) {
		output.json(json(root, settings, rolled, evidence, lost));
		return;
	}
	const width = Math.min(output.columns, 110);
	const below = relative(process.cwd(), root) || '.';
	const where = below.startsWith('..') ? root : below;
	output.line(
		`Workspace for ${settings.organisation} created in ${where} (${settings.profiles.join(', ')}).`,
	);
	output.line();
	for (const text of [
		...takenWords(rolled, evidence, own),
		...behindWords(rolled, lost),
		...filesWords(rolled, old),
	])
		output.line(wrap(text, width));
	output.line();
	output.line('Next:');
	const cd = where === '.' ? '' : `cd ${shellWord(where)} && `;
	output.line(
		`  ${cd}dbvet assess --plain    asks each question with its last answer; = confirms it`,
	);
	if (rolled.targets.some(({kind}) => kind === 'database')) output.line(`  ${cd}dbvet probe`);
};

const takenWords = (
	{targets, suggestions}: RolledForward,
	evidence: readonly Evidence[],
	own: readonly string[],
): readonly string[] => [
	`Taken over: ${count(targets.length, 'target', 'targets')}, ${count(evidence.length, 'piece of evidence', 'pieces of evidence')} with its dates, and ${count(Object.keys(suggestions).length, 'answer', 'answers')} to confirm. Until somebody confirms one, it counts as not answered.`,
	...(own.length === 0 ? [] : [`Your own content came along: ${own.join(', ')}.`]),
];

const behindWords = ({behind}: RolledForward, lost: readonly Evidence[]): readonly string[] => {
	const left = [
		[behind.waivers, 'accepted failure', 'accepted failures'],
		[behind.resolutions, 'settled contradiction', 'settled contradictions'],
		[behind.decisions, 'decision on a risk', 'decisions on risks'],
		[behind.baselines, 'baseline', 'baselines'],
		[behind.runs, 'probe run', 'probe runs'],
	] as const;
	const words = left.flatMap(([n, one, many]) => (n === 0 ? [] : [count(n, one, many)]));
	return [
		...(words.length === 0
			? []
			: [
					`Left behind, because it was for its time: ${words.join(', ')}. What is still to be accepted is accepted anew.`,
				]),
		...(behind.retired.length === 0
			? []
			: [`Left behind, because retired: ${behind.retired.join(', ')}.`]),
		...lost.map(
			one =>
				`Left behind, because its file is lost or was changed: ${plainText(one.title, 100)} (${one.id}).`,
		),
	];
};

/** Files that the targets name and that lie in the old folder, which may be put away some day. */
const filesWords = ({targets}: RolledForward, old: string): readonly string[] =>
	targets.flatMap(target => {
		const {ca, clientCert, clientKey} = target.kind === 'database' ? target.verification : {};
		const inside = [ca, clientCert, clientKey].filter(path => path?.startsWith(old + sep) === true);
		return inside.length === 0
			? []
			: [
					`${target.name} uses files in the old folder: ${inside.join(', ')}. Before you put that away: dbvet target change ${target.name} --help`,
				];
	});

const json = (
	root: string,
	{organisation, profiles}: Settings,
	{targets, suggestions, behind}: RolledForward,
	evidence: readonly Evidence[],
	lost: readonly Evidence[],
) => ({
	workspace: root,
	organisation,
	profiles,
	targets: targets.map(({name}) => name),
	toConfirm: Object.keys(suggestions).length,
	evidence: evidence.map(({id}) => id),
	leftBehind: {...behind, lostEvidence: lost.map(({id}) => id)},
});
