import {groupBy} from '../assessment/index.js';
import {count} from '../domain/count.js';
import type {Entry} from '../domain/history.js';
import type {Joined} from '../domain/joined.js';
import {plainText} from '../domain/text.js';
import type {WorkspaceState} from '../domain/workspace.js';
import {liveTargets} from './find-target.js';

/** Who made the changes and when: "9 changes by Ada (2026-11-20 to 2026-11-22)", most first. */
export const byWhom = (entries: readonly Entry[]): readonly string[] => {
	const authors = groupBy(entries, ({by}) => plainText(by, 60));
	return [...authors]
		.toSorted(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1))
		.map(([by, made]) => {
			const days = made.map(({at}) => at.slice(0, 10)).toSorted();
			const [first = '', last = ''] = [days[0], days.at(-1)];
			const when = first === last ? first : `${first} to ${last}`;
			return `${count(made.length, 'change', 'changes')} by ${by} (${when})`;
		});
};

/** Targets that share a name, which only two copies can bring about: a name would mean two things. */
export const sharedNames = (state: WorkspaceState): readonly string[] =>
	[...groupBy(liveTargets(state), ({name}) => name)]
		.filter(([, targets]) => targets.length > 1)
		.map(
			([name, targets]) =>
				`${count(targets.length, 'target is', 'targets are')} named ${name} (${targets.map(({id}) => id).join(', ')}). Rename one: dbvet target rename ${targets[0]?.id ?? ''} NAME`,
		);

/** What a person has to know of a union besides what came, a sentence or two each. */
export const joinNotes = (joined: Joined, other: string): readonly string[] => {
	const notes: string[] = [];
	const {continuedTwice, lost, tornBytes, theyLack} = joined;
	if (continuedTwice.length > 0)
		notes.push(
			`One person worked in both copies on one computer (${continuedTwice.map(name => `history/${name}`).join(', ')}). Nothing of either is lost; where both changed the same, both versions are kept.`,
		);
	if (lost.length > 0)
		notes.push(
			`${count(lost.length, 'file that the record names is', 'files that the record names are')} missing or altered in ${other} too, and what stood there counts as lost: ${lost.slice(0, 3).join(', ')}${lost.length > 3 ? ' …' : ''}`,
		);
	if (tornBytes > 0)
		notes.push(
			`The last ${tornBytes} bytes of the history in ${other} are an interrupted write that was never confirmed as saved. They do not count.`,
		);
	if (theyLack > 0)
		notes.push(
			`${other} lacks ${count(theyLack, 'change', 'changes')} of this workspace and was not touched. Run dbvet merge there too, with this folder.`,
		);
	return notes;
};
