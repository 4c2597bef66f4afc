import type {HbaRule} from '../facts/objects.js';
import {matchWay, type Match} from './hba-match.js';
import {casesOf, matchAddress, maxSteps, segmentsOf, waysOf, type Inputs} from './hba.js';

/**
 * Whether a rule decides: `first` for somebody for certain; `maybe`, where it hangs on what only the server knows; `never`,
 * whatever that is; or it speaks of nobody.
 */
export type Reached = 'first' | 'maybe' | 'never' | 'nobody';

const rank: Readonly<Record<Reached, number>> = {nobody: 0, never: 1, maybe: 2, first: 3};

/**
 * Addresses that are not known and all the same hold each other: those of the same word, and the server's own addresses in its
 * own networks (PostgreSQL manual, The pg_hba.conf File).
 */
const holds = (earlier: HbaRule, later: HbaRule): boolean =>
	earlier.address !== null &&
	((earlier.address === later.address && earlier.netmask === later.netmask) ||
		(earlier.address === 'samenet' && later.address === 'samehost'));

type Word = 'first' | 'maybe' | 'never';
type Met = {
	readonly word: Word;
	/** Something before it takes, or may take, a client of its. */ readonly isBehind: boolean;
};

/** Plays one case at one place: what each rule that may match there is met with, by its index. */
const walk = (
	rules: readonly HbaRule[],
	matchAt: (rule: HbaRule, i: number) => readonly [name: Match, address: Match],
): ReadonlyMap<number, Met> => {
	/** Rules before that match for certain but for an address that only the server knows. */
	const open: HbaRule[] = [];
	const met = new Map<number, Met>();
	let doubt = false;
	let taken = false;
	for (const [i, rule] of rules.entries()) {
		const [name, address] = matchAt(rule, i);
		if (name === 'no' || address === 'no') continue;
		const certain = name === 'yes' && address === 'yes';
		const isHeld = address === 'unknown' && open.some(earlier => holds(earlier, rule));
		const word = taken || isHeld ? 'never' : certain && !doubt ? 'first' : 'maybe';
		met.set(i, {word, isBehind: taken || doubt});
		if (certain) taken = true;
		else doubt = true;
		if (name === 'yes' && address === 'unknown') open.push(rule);
	}
	return met;
};

/**
 * What becomes of each rule, by its order. What cannot be told of one rule (a pattern, a host name, the server's own networks)
 * leaves open only what hangs on it: nothing reaches a rule behind one that takes everybody. Undefined for a file that is too
 * large to be played through.
 */
export const reachOf = (inputs: Inputs): ReadonlyMap<number, Reached> | undefined => {
	const {rules} = inputs;
	const pairs = inputs.users.length * (inputs.databases.length + 1);
	if (pairs * rules.length > maxSteps) return undefined;
	const cases = casesOf(inputs);
	const segments = segmentsOf(rules);
	const ways = waysOf(inputs);
	if (cases.length * (segments.length * ways.length + 1) * rules.length ** 2 > maxSteps)
		return undefined;
	const found = new Map<number, Reached>(rules.map((_rule, i) => [i, 'nobody']));
	const note = (i: number, reached: Reached): void => {
		if (rank[reached] > rank[found.get(i) ?? 'nobody']) found.set(i, reached);
	};
	const behind = new Set<number>();
	for (const {matches} of cases)
		for (const way of ['socket', ...ways] as const) {
			const behindHere = new Set<number>();
			for (const segment of way === 'socket' ? [undefined] : segments) {
				const met = walk(rules, (rule, i) => [
					matches[i] ?? 'no',
					matchWay(rule, way) ? matchAddress(rule, segment) : 'no',
				]);
				for (const [i, {word, isBehind}] of met) {
					note(i, word);
					if (isBehind) behindHere.add(i);
				}
			}
			for (const [i, rule] of rules.entries())
				if (behindHere.has(i)) behind.add(i);
				// Wherever its addresses are, nothing stands before it.
				else if (matches[i] === 'yes' && found.get(i) === 'maybe' && matchWay(rule, way))
					note(i, 'first');
		}
	// A pattern behind nothing is not in anybody's shadow, whoever it matches.
	const settled = ([i, reached]: readonly [number, Reached]): Reached =>
		reached === 'maybe' && !behind.has(i) ? 'first' : reached;
	return new Map([...found].map(one => [rules[one[0]]?.order ?? 0, settled(one)]));
};
