import {openConflict} from '../../assessment/index.js';
import {count} from '../../domain/count.js';
import type {Joined} from '../../domain/joined.js';
import type {OpenConflict} from '../../domain/open-conflict.js';
import {plainText} from '../../domain/text.js';
import {byWhom, joinNotes, sharedNames} from '../../services/join-words.js';
import type {Project} from '../../services/project.js';
import type {Globals} from '../globals.js';
import {type Output, processOutput, wrap} from '../output.js';
import {conflictJson, printConflict} from './resolve.js';

const printJson = (
	output: Output,
	dryRun: boolean,
	joined: Joined,
	conflicts: readonly OpenConflict[],
): void => {
	const {entries, runs, evidence, lost, continuedTwice, theyLack} = joined;
	output.json({
		dryRun,
		entries: entries.map(({id, at, by, kind, key}) => ({id, at, by, kind, key})),
		runs,
		evidence,
		lost,
		continuedTwice,
		theyLack,
		conflicts: conflicts.map(conflictJson),
	});
};

const cameWords = ({entries, runs, evidence}: Joined, other: string, dryRun: boolean): string => {
	const parts = [
		...(entries.length === 0 ? [] : [count(entries.length, 'change', 'changes')]),
		...(runs.length === 0 ? [] : [count(runs.length, 'probe run', 'probe runs')]),
		...(evidence.length === 0
			? []
			: [count(evidence.length, 'file of evidence', 'files of evidence')]),
	];
	if (parts.length === 0)
		return `Nothing to join: this workspace has everything that ${other} has.`;
	const what = [parts.slice(0, -1).join(', '), parts.at(-1)].filter(p => p !== '').join(' and ');
	return dryRun
		? `Would join ${what} from ${other}. Nothing was changed.`
		: `Joined ${what} from ${other}.`;
};

/** `dbvet merge OTHER`: joins another copy of the workspace into this one, and says what came. */
export const mergeCopy = async (
	project: Project,
	place: string,
	{dryRun}: {readonly dryRun: boolean},
	globals: Globals,
): Promise<void> => {
	const joined = await project.store.join(place, dryRun);
	const state = await project.store.state();
	const conflicts = joined.conflicts.map(one => openConflict(one, state, project.content));
	const output = processOutput(process);
	if (globals.json === true) {
		printJson(output, dryRun, joined, conflicts);
		return;
	}
	const other = plainText(place, 200);
	const width = Math.min(output.columns, 110);
	output.line(wrap(cameWords(joined, other, dryRun), width));
	for (const line of byWhom(joined.entries)) output.line(wrap(line, width, '  ', '    '));
	for (const note of [...joinNotes(joined, other), ...sharedNames(state)]) {
		output.line();
		output.line(wrap(note, width));
	}
	if (conflicts.length === 0) return;
	output.line();
	const waiting = count(conflicts.length, 'thing has', 'things have');
	output.line(output.style.bold(`${waiting} two versions, and nobody has chosen:`));
	for (const conflict of conflicts) {
		output.line();
		printConflict(output, conflict);
	}
	output.line();
	output.line(
		dryRun
			? 'After the merge, choose with: dbvet resolve ID --take NUMBER --reason "why"'
			: 'Choose with: dbvet resolve ID --take NUMBER --reason "why". Until then dbvet check stops.',
	);
};
