import {causalOrder} from '../causal-order.js';
import type {Ordered} from '../causal-order.js';
import {clocksOf} from '../conflicts.js';
import type {Clock} from '../conflicts.js';
import {fold} from '../fold.js';
import type {PlacedEntry} from '../history-lines.js';
import type {Fault} from './report.js';
import type {ScannedFile} from './scan-file.js';

/** What the files of a history say together. */
export type JudgedHistory = {
	readonly ordered: Ordered;
	/** By file and line. */
	readonly faults: readonly Fault[];
	readonly notes: readonly string[];
};

const at = ({file, line}: PlacedEntry): string => `history/${file}:${line}`;

type Placed = {readonly placed: PlacedEntry; readonly fault: Fault};

const fault = (placed: PlacedEntry, expected: string, found: string): Placed => ({
	placed,
	fault: {part: 'history', place: at(placed), expected, found},
});

/** Entries that follow one which no file holds. */
const orphans = (scanned: readonly ScannedFile[]): readonly Placed[] => {
	const known = new Set(
		scanned.flatMap(({entries, claimed}) => [...entries.map(({entry}) => entry.id), ...claimed]),
	);
	return scanned.flatMap(({entries}) =>
		entries.flatMap(placed => {
			const parent = placed.entry.parents.find(id => !known.has(id));
			return parent === undefined
				? []
				: [
						fault(
							placed,
							`the entry ${parent}, which it follows, in one of the files`,
							'no file in history/ holds that entry',
						),
					];
		}),
	);
};

/** Lines that stand twice in one file, or above one that they follow: dbvet only ever appends what is new. */
const misplaced = (
	{entries}: ScannedFile,
	clocks: ReadonlyMap<string, Clock>,
): readonly Placed[] => {
	const lines = new Map<string, number>();
	const reached = new Map<number, number>();
	return entries.flatMap(placed => {
		const {entry, line} = placed;
		const first = lines.get(entry.id);
		if (first !== undefined)
			return [fault(placed, 'each entry once', `the entry of line ${first} again`)];
		lines.set(entry.id, line);
		const clock = clocks.get(entry.id);
		if (clock === undefined) return [];
		const late = clock.place <= (reached.get(clock.chain) ?? -1);
		for (const [chain, place] of [[clock.chain, clock.place] as const, ...clock.others])
			reached.set(chain, Math.max(place, reached.get(chain) ?? -1));
		return late
			? [
					fault(
						placed,
						'entries in the order in which they were written',
						'an entry that a line above it follows',
					),
				]
			: [];
	});
};

const doubles = (scanned: readonly ScannedFile[], once: number): number =>
	scanned.reduce((sum, {entries}) => sum + new Set(entries.map(e => e.entry.id)).size, 0) - once;

/**
 * Judges the files of a history against each other. Pure; `scanned` is sorted by file. Where not `all` files could be read, an
 * entry that is in none of the others is not missed: it may lie in those.
 */
export const judgeHistory = (scanned: readonly ScannedFile[], all: boolean): JudgedHistory => {
	const ordered = causalOrder(scanned.flatMap(({entries}) => entries));
	const clocks = clocksOf(ordered.entries);
	const between = [
		...(all ? orphans(scanned) : []),
		...scanned.flatMap(file => misplaced(file, clocks)),
	];
	const faults = scanned.flatMap(({file, faults: own}) => [
		...own,
		...between
			.filter(({placed}) => placed.file === file)
			.sort((a, b) => a.placed.line - b.placed.line)
			.map(one => one.fault),
	]);
	const ids = new Set(scanned.flatMap(({entries}) => entries.map(({entry}) => entry.id)));
	const twice = doubles(scanned, ids.size);
	const beginning: readonly Fault[] =
		faults.length > 0 || ids.size === 0 || fold(ordered.entries) !== undefined
			? []
			: [
					{
						part: 'history',
						place: 'history/',
						expected: 'an entry that sets up the workspace',
						found: 'none',
					},
				];
	return {
		ordered,
		faults: [...faults, ...beginning],
		notes:
			twice === 0
				? []
				: [
						`${twice} ${twice === 1 ? 'entry lies' : 'entries lie'} in two files; each counts once.`,
					],
	};
};
