import {count} from '../../domain/count.js';
import {questionsOf} from '../../domain/content-parts.js';
import {UserError} from '../../domain/errors.js';
import type {Entry} from '../../domain/history.js';
import {isRestore, restoresTogether} from '../../domain/restored.js';
import {plainText} from '../../domain/text.js';
import {filterHistory, type HistoryFilter} from '../../services/filter-history.js';
import {changeWords, type Tongue} from '../../services/history-words.js';
import type {Project} from '../../services/project.js';
import {processOutput} from '../output.js';
import type {Globals} from '../globals.js';

export type HistoryOptions = Omit<HistoryFilter, 'by'> & {readonly limit?: string};

const usualLimit = 50;

const limitOf = ({limit}: HistoryOptions): number | undefined => {
	if (limit === undefined) return undefined;
	if (!/^\d{1,6}$/.test(limit))
		throw new UserError(`--limit wants a whole number, not ${JSON.stringify(limit)}.`);
	return Number(limit);
};

/** The words for this project's entries. */
export const tongueOf = async ({content, store}: Project): Promise<Tongue> => ({
	state: await store.state(),
	derived: new Set(questionsOf(content).flatMap(q => (q.derived === true ? [q.id] : []))),
});

/** One change in words; those of one restore by their number, because the state that they bring back says more. */
const groupWords = (group: readonly Entry[], entry: Entry, tongue: Tongue): string =>
	group.length === 1 ? changeWords(entry, tongue) : `${group.length} changes taken back`;

/** Prints the newest changes, the newest first; as JSON all of them in the order in which they were made. */
export const printHistory = async (
	project: Project,
	options: HistoryOptions,
	globals: Globals,
): Promise<void> => {
	const limit = limitOf(options);
	const {store, content} = project;
	const all = await store.history();
	// To read changes nothing, so that --by can only mean whose changes.
	const filter = {...options, ...(globals.by === undefined ? {} : {by: globals.by})};
	const tongue = await tongueOf(project);
	const found = filterHistory(all, filter, tongue.state, content);
	const output = processOutput(process);
	if (globals.json === true) {
		output.json({entries: limit === undefined ? found : found.slice(found.length - limit)});
		return;
	}
	const rows = restoresTogether(found)
		.toReversed()
		.slice(0, limit ?? usualLimit);
	const {style} = output;
	output.table(
		rows.flatMap(group => {
			const entry = group.at(-1);
			if (entry === undefined) return [];
			return [
				[
					entry.at.slice(0, 16).replace('T', ' '),
					style.dim(entry.id.slice(0, 8)),
					plainText(entry.by, 24),
					// In one cell, because a column of reasons would begin where the longest change ends.
					`${groupWords(group, entry, tongue)}${entry.why === undefined ? '' : `  ${style.dim(plainText(entry.why, isRestore(entry) ? 200 : 60))}`}`,
				],
			];
		}),
	);
	const entries = rows.reduce((sum, group) => sum + group.length, 0);
	const shown = entries === found.length ? '' : `${entries} shown, the newest first, of `;
	output.line(`${shown}${count(found.length, 'entry', 'entries')}. Head: ${await store.head()}`);
};
