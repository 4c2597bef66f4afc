import {exitCode, UserError} from '../../domain/errors.js';
import type {Contradiction} from '../../domain/evaluation.js';
import type {OpenConflict} from '../../domain/open-conflict.js';
import {chooseVersion, conflictNamed, waysToChoose} from '../../services/choose-version.js';
import {evaluate, type Project} from '../../services/project.js';
import {resolveContradiction, withdrawnBy} from '../../services/resolve-contradiction.js';
import type {Globals} from '../globals.js';
import {type Output, processOutput, wrap} from '../output.js';

export type ResolveOptions = {
	readonly takeObservation?: boolean;
	readonly keepAnswer?: boolean;
	readonly take?: string;
	readonly reason?: string;
	readonly until?: string;
};

/** For programs: without the values, which stand in the history. */
export const conflictJson = ({
	id,
	kind,
	key,
	severity,
	title,
	meanwhile,
	versions,
}: OpenConflict): Readonly<Record<string, unknown>> => ({
	id,
	kind,
	key,
	severity,
	title,
	meanwhile,
	versions: versions.map(({number, entry, after, by, at, text, note, why}) => ({
		number,
		entry,
		value: after,
		by,
		at,
		text,
		...(note === undefined ? {} : {note}),
		...(why === undefined ? {} : {why}),
	})),
});

/** One conflict with its versions one below the other: who, when, what, and the note. */
export const printConflict = (output: Output, conflict: OpenConflict): void => {
	const {style} = output;
	const width = Math.min(output.columns, 110);
	output.line(`${style.warn(style.sign.contradicted)} ${style.bold(conflict.id)}`);
	const title = `${conflict.title.slice(0, 1).toUpperCase()}${conflict.title.slice(1)}`;
	output.line(wrap(`${title} has ${conflict.versions.length} versions.`, width, '  '));
	for (const {number, text, by, at, note, why} of conflict.versions) {
		const who = `${by.join(' and ')}, ${at.slice(0, 16).replace('T', ' ')}`;
		output.line(wrap(`${number}: ${text} (${who})`, width, '    ', '       '));
		if (note !== undefined) output.line(wrap(`Note: ${note}`, width, '       '));
		if (why !== undefined && why !== note) output.line(wrap(`Why: ${why}`, width, '       '));
	}
	output.line(wrap(conflict.meanwhile, width, '  '));
};

const printContradiction = (output: Output, {id, text}: Contradiction): void => {
	const {style} = output;
	output.line(`${style.warn(style.sign.contradicted)} ${style.bold(id)}`);
	output.line(wrap(text, Math.min(output.columns, 110), '  '));
};

/** `dbvet resolve` without an id: what waits for a person, and how to settle it. */
export const listUnsettled = async (project: Project, globals: Globals): Promise<void> => {
	const evaluation = await evaluate(project, await project.store.state());
	const {conflicts = []} = evaluation;
	const contradictions = evaluation.contradictions.filter(c => c.resolution === undefined);
	const output = processOutput(process);
	if (globals.json === true) {
		output.json({
			conflicts: conflicts.map(conflictJson),
			contradictions: contradictions.map(({id, target, targetName, severity, text}) => ({
				id,
				target: targetName,
				targetId: target,
				severity,
				text,
			})),
		});
		return;
	}
	if (conflicts.length + contradictions.length === 0) {
		output.line('Nothing waits: no answer contradicts a probe, and nothing has two versions.');
		return;
	}
	if (conflicts.length > 0) {
		output.line(output.style.bold('Changed by people who did not know of each other'));
		for (const conflict of conflicts) {
			output.line();
			printConflict(output, conflict);
		}
		output.line();
		output.line('Choose with: dbvet resolve ID --take NUMBER --reason "why"');
	}
	if (contradictions.length === 0) return;
	if (conflicts.length > 0) output.line();
	output.line(output.style.bold('Answers that a probe contradicts'));
	for (const contradiction of contradictions) {
		output.line();
		printContradiction(output, contradiction);
	}
	output.line();
	output.line('Settle with: dbvet resolve ID --take-observation');
	output.line('         or: dbvet resolve ID --keep-answer --reason "why" --until DAY');
};

const versionNumber = (text: string): number => {
	if (!/^[1-9]\d{0,3}$/.test(text))
		throw new UserError(`--take wants the number of a version, not ${JSON.stringify(text)}.`, [
			'dbvet resolve lists the versions with their numbers.',
		]);
	return Number(text);
};

const choose = async (
	project: Project,
	id: string,
	{take = '', reason}: ResolveOptions,
	globals: Globals,
): Promise<void> => {
	const number = versionNumber(take);
	const input = {conflict: id, take: number, ...(reason === undefined ? {} : {reason})};
	const {versions, kind, key} = await chooseVersion(project, input);
	const output = processOutput(process);
	if (globals.json === true) output.json({id, kind, key, take: number});
	else {
		const text = versions.find(version => version.number === number)?.text ?? '';
		output.line(`Settled: ${id} holds as in version ${number} (${text}).`);
		output.line(
			'The history keeps the others. Copies that are joined with this one take the choice over.',
		);
	}
};

const settle = async (
	project: Project,
	id: string,
	{keepAnswer, reason, until}: ResolveOptions,
	globals: Globals,
): Promise<void> => {
	const decision = keepAnswer === true ? 'keep-answer' : 'take-observation';
	const contradiction = await resolveContradiction(project, {
		contradiction: id,
		decision,
		...(reason === undefined ? {} : {reason}),
		...(until === undefined ? {} : {until}),
	});
	const output = processOutput(process);
	if (globals.json === true) output.json({id: contradiction.id, decision});
	else if (decision === 'keep-answer') {
		output.line(
			`Settled until ${until ?? ''}: ${contradiction.id}. A new failure or another answer opens it again.`,
		);
	} else {
		output.line(`The answers of ${contradiction.id} now say what was observed.`);
		for (const question of withdrawnBy(project.content, contradiction))
			output.line(
				`${question} is withdrawn, because only a new answer can say it: dbvet answer ${question} VALUE --target ${contradiction.targetName}`,
			);
	}
};

/** Settles a contradiction or a conflict; which of them, the id tells. */
export const resolve = async (
	project: Project,
	id: string,
	options: ResolveOptions,
	globals: Globals,
): Promise<void> => {
	const {conflicts = []} = await evaluate(project, await project.store.state());
	const isConflict = conflicts.some(c => c.id === id);
	const {takeObservation = false, keepAnswer = false, take} = options;
	const ways = [takeObservation, keepAnswer, take !== undefined].filter(Boolean).length;
	if (isConflict && (ways !== 1 || take === undefined))
		throw new UserError(
			'Two people recorded different things here: say which version holds.',
			waysToChoose(conflictNamed(conflicts, id)),
			exitCode.usage,
		);
	if (ways !== 1) throw new UserError('Say which: --take-observation or --keep-answer.');
	await (take === undefined ? settle : choose)(project, id, options, globals);
};
