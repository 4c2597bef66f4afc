import {controlsOf} from '../../domain/content-parts.js';
import {exitCode, UserError} from '../../domain/errors.js';
import {
	ownDifferences,
	ownProfilesJson,
	profileLabel,
	profileTitle,
} from '../../domain/own-profile.js';
import type {Profile} from '../../domain/profile.js';
import {plainText} from '../../domain/text.js';
import {
	knownProfiles,
	previewProfiles,
	type ProfileChange,
	setProfiles,
} from '../../services/change-profiles.js';
import {profileChangeWords} from '../../services/profile-words.js';
import type {Project} from '../../services/project.js';
import {loadContent} from '../../questionnaires/index.js';
import type {Content} from '../../domain/content.js';
import {known, shippedContent, workspaceOf} from '../compose.js';
import {type Output, processOutput, wrap} from '../output.js';
import {leftOutJson} from '../left-out.js';
import {hasTerminal} from '../terminal.js';
import type {Globals} from '../globals.js';
import {withProject} from './target.js';

/** The content here and, in a workspace, the profiles in force. */
const present = async (
	globals: Globals,
): Promise<{readonly content: Content; readonly inForce: readonly string[]}> => {
	const base = shippedContent();
	const root = await workspaceOf(globals);
	if (root === undefined) return {content: base, inForce: []};
	const content = await loadContent(base, root, known);
	const inForce = await withProject(
		globals,
		async project => (await project.store.state()).settings.profiles,
	);
	return {content, inForce};
};

/** The profile without the shipped one beneath it, which `ownProfiles` tells by its differences. */
const asWritten = ({own: _, ...profile}: Profile): Profile => profile;

/** All profiles with how much each asks; a mark where one holds. */
export const listProfiles = async (globals: Globals): Promise<void> => {
	const {content, inForce} = await present(globals);
	const output = processOutput(process);
	if (globals.json === true) {
		output.json({
			profiles: content.profiles.map(p => ({...asWritten(p), inForce: inForce.includes(p.id)})),
			...ownProfilesJson(
				content,
				content.profiles.map(p => p.id),
			),
			...leftOutJson(content),
		});
		return;
	}
	for (const profile of content.profiles) {
		const {id, summary, mandatory, recommended} = profile;
		const holds = inForce.includes(id) ? ' (in force)' : '';
		output.line(`${output.style.bold(id)}  ${profileTitle(profile)}${holds}`);
		output.line(wrap(summary, Math.min(output.columns, 100), '  '));
		output.line(
			output.style.dim(
				`  ${mandatory.length} mandatory, ${recommended.length} recommended controls`,
			),
		);
		output.line();
	}
	output.line('Several may hold at once; of each thing the strictest counts.');
};

/** One profile with everything in it. */
export const showProfile = async (id: string, globals: Globals): Promise<void> => {
	const {content} = await present(globals);
	knownProfiles(content, [id]);
	const profile = content.profiles.find(p => p.id === id);
	if (profile === undefined) throw new Error(`${id} is known and not there`);
	const output = processOutput(process);
	if (globals.json === true)
		output.json({
			profile: asWritten(profile),
			...ownProfilesJson(content, [id]),
			...leftOutJson(content),
		});
	else printProfile(output, profile, content);
};

/** What a profile of the workspace says otherwise than the shipped one beneath it. */
const differencesOf = (
	profile: Profile,
	titleOf: (control: string) => string,
): readonly [title: string, lines: readonly string[]] => [
	`Otherwise than the shipped profile “${profile.own?.shipped?.title ?? ''}”`,
	ownDifferences(profile).map(({of, name, from, to, looser}) => {
		const what = of === 'control' ? `${titleOf(name)} (${name})` : name;
		const change = of === 'text' ? 'in other words' : `${from} -> ${to}`;
		return plainText(`${looser ? 'looser: ' : ''}${what}: ${change}`, 300);
	}),
];

const printProfile = (output: Output, profile: Profile, content: Content): void => {
	const width = Math.min(output.columns, 100);
	const titles = new Map(controlsOf(content).map(c => [c.id, c.title]));
	const part = (title: string, lines: readonly string[]): void => {
		if (lines.length === 0) return;
		output.line();
		output.line(output.style.bold(title));
		for (const line of lines) output.line(wrap(line, width, '  ', '    '));
	};
	const named = (ids: readonly string[]): readonly string[] =>
		ids.map(control => `${titles.get(control) ?? control} (${control})`);
	output.line(`${output.style.bold(profileTitle(profile))} (${profile.id})`);
	output.line(wrap(profile.summary, width, '  '));
	part(...differencesOf(profile, id => titles.get(id) ?? id));
	if (profile.approach.length > 0) {
		output.line();
		output.line(output.style.bold('Recommended approach'));
		for (const {title, why, cost} of profile.approach) {
			output.line(wrap(title, width, '  '));
			output.line(wrap(`Why: ${why}`, width, '    '));
			output.line(wrap(`Cost: ${cost}`, width, '    '));
		}
	}
	part(
		'Not at once: a plan with a date',
		profile.planned.map(
			p =>
				`${titles.get(p.control) ?? p.control} (${p.control}): within ${p.withinDays} days. Until then: ${p.meanwhile}`,
		),
	);
	part('Limits', [
		...Object.entries(profile.thresholds).map(([name, value]) => `${name}: ${value}`),
		`answers are too old after ${profile.maxAge.answers} days, probe runs after ${profile.maxAge.runs}`,
	]);
	part(`Mandatory (${profile.mandatory.length})`, named(profile.mandatory));
	part(`Recommended (${profile.recommended.length})`, named(profile.recommended));
};

/** Shows what another choice changes, and makes it after a yes. */
export const changeProfiles = async (
	project: Project,
	ids: readonly string[],
	options: {readonly target?: string; readonly yes?: boolean},
	globals: Globals,
): Promise<number> => {
	const change = await previewProfiles(project, ids, options.target);
	const output = processOutput(process);
	const labels = labelsIn(project);
	const same = change.profiles.from.join() === change.profiles.to.join();
	const apply = options.yes === true && !same;
	if (globals.json !== true) await printChange(output, project, change);
	if (same) {
		if (globals.json === true)
			output.json({...change, applied: false, ...leftOutJson(project.content)});
		return exitCode.done;
	}
	const agreed = apply || (globals.json !== true && hasTerminal() && (await confirmed()));
	if (agreed) await setProfiles(project, ids, options.target);
	if (globals.json === true)
		output.json({...change, applied: agreed, ...leftOutJson(project.content)});
	if (agreed) {
		if (globals.json !== true)
			output.line(`Changed. In force${forWhom(change)}: ${labels(change.profiles.to)}.`);
		return exitCode.done;
	}
	if (hasTerminal() && globals.json !== true) {
		output.line('Nothing was changed.');
		return exitCode.done;
	}
	throw new UserError('Nothing was changed: without a terminal this needs --yes.', [
		`dbvet profile set ${ids.join(',')}${options.target === undefined ? '' : ` --target ${options.target}`} --yes`,
	]);
};

const labelsIn =
	({content}: Project) =>
	(ids: readonly string[]): string =>
		ids.map(id => profileLabel(content, id)).join(', ');

const forWhom = ({target}: ProfileChange): string => (target === undefined ? '' : ` for ${target}`);

const confirmed = async (): Promise<boolean> => {
	const {prompting} = await import('../plain/prompt.js');
	const {yes} = await prompting(prompt =>
		prompt<{yes: boolean}>([
			{type: 'confirm', name: 'yes', message: 'Make this change?', default: false},
		]),
	);
	return yes;
};

const printChange = async (
	output: Output,
	project: Project,
	change: ProfileChange,
): Promise<void> => {
	const {targets} = await project.store.state();
	const width = Math.min(output.columns, 110);
	const labels = labelsIn(project);
	output.line(
		`${output.style.bold(labels(change.profiles.from))} -> ${output.style.bold(labels(change.profiles.to))}${forWhom(change)}`,
	);
	for (const {title, lines} of profileChangeWords(
		change,
		project.content,
		id => targets[id]?.name ?? id,
	)) {
		output.line();
		output.line(output.style.bold(title));
		for (const line of lines) output.line(wrap(line, width, '  ', '    '));
	}
	output.line();
};
