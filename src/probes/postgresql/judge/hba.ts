import type {HbaRule} from '../facts/objects.js';
import type {Membership} from '../facts/roles.js';
import {everything, inner, within, type Range} from './addresses.js';
import {
	matchDatabase,
	matchUser,
	matchWay,
	rangesOf,
	replication,
	type Match,
	type Way,
} from './hba-match.js';

/** One rule that decides for some clients, and for which. */
export type Decision = {
	readonly rule: HbaRule;
	readonly way: Way;
	/** The addresses it decides for, in this case; absent for a Unix socket. */
	readonly range?: Range;
	/** Example of a role and database it decides for. */
	readonly user: string;
	readonly database: string;
};

export type Simulation = {
	readonly decisions: readonly Decision[];
	/**
	 * Rules that nothing before them decides for, and whose addresses alone cannot be told from the outside (samehost, samenet,
	 * a host name): for some clients they decide.
	 */
	readonly likely: readonly Decision[];
	/** True when some case depends on what cannot be told from the outside. */
	readonly unclear: boolean;
};

/** What a play needs to know of the server. */
export type Inputs = {
	readonly rules: readonly HbaRule[];
	readonly users: readonly string[];
	readonly databases: readonly string[];
	readonly memberships: readonly Membership[];
	/** False when the server has TLS off, so that hostssl rules never match. */
	readonly tls: boolean;
};

/** Comparisons of a case with a rule; a file that needs more is not simulated. */
export const maxSteps = 3_000_000;

type Segment = {readonly family: 4 | 6; readonly low: bigint; readonly high: bigint};

/** The address space cut wherever a rule begins or ends, so that within a piece every rule answers alike. */
export const segmentsOf = (rules: readonly HbaRule[]): readonly Segment[] =>
	([4, 6] as const).flatMap(family => {
		const cuts = new Set<bigint>([0n]);
		const ranges = rules.flatMap(rule => {
			const found = rangesOf(rule);
			return typeof found === 'string' ? [] : found;
		});
		for (const range of [...ranges, ...inner]) {
			if (range.family !== family) continue;
			cuts.add(range.low);
			cuts.add(range.high + 1n);
		}
		const end = everything(family).high;
		const starts = [...cuts].filter(cut => cut <= end).sort((a, b) => (a < b ? -1 : 1));
		return starts.map((low, i) => ({family, low, high: (starts[i + 1] ?? end + 1n) - 1n}));
	});

export const matchAddress = (rule: HbaRule, segment: Segment | undefined): Match => {
	if (segment === undefined) return 'yes';
	const ranges = rangesOf(rule);
	if (ranges === 'all') return 'yes';
	if (ranges === 'unknown') return 'unknown';
	return within(segment.family, segment.low, ranges) ? 'yes' : 'no';
};

type Case = {readonly user: string; readonly database: string; readonly matches: readonly Match[]};

/** Roles and databases that every rule treats alike are one case: thousands of roles make a handful of cases. */
export const casesOf = ({rules, users, databases, memberships}: Inputs): readonly Case[] => {
	const cases = new Map<string, Case>();
	for (const user of users) {
		const byUser = rules.map(rule => matchUser(rule, user, memberships));
		for (const database of [...databases, replication] as const) {
			const matches = rules.map((rule, i): Match => {
				const who = byUser[i] ?? 'no';
				if (who === 'no') return 'no';
				const where = matchDatabase(rule, database, user, memberships);
				return where === 'no' ? 'no' : who === 'yes' ? where : 'unknown';
			});
			const key = matches.join();
			if (!cases.has(key))
				cases.set(key, {
					user,
					database: database === replication ? '(replication)' : database,
					matches,
				});
		}
	}
	return [...cases.values()];
};

/**
 * The ways over TCP. Whether the server speaks GSS is not visible; where no rule is made for it, it leads nowhere that TCP
 * does not.
 */
export const waysOf = ({rules, tls}: Inputs): readonly Way[] => [
	'plain',
	...(tls ? (['tls'] as const) : []),
	...(rules.some(({type}) => type === 'hostgssenc') ? (['gss'] as const) : []),
];

/**
 * Plays pg_hba.conf through: for every way, address, role and database the first rule that matches decides, in the
 * order of the file. Undefined when the file is too large to be played through within a bounded number of steps.
 */
export const simulate = (inputs: Inputs): Simulation | undefined => {
	const {rules} = inputs;
	if (inputs.users.length * (inputs.databases.length + 1) * rules.length > maxSteps)
		return undefined;
	const cases = casesOf(inputs);
	const segments = segmentsOf(rules);
	const ways = waysOf(inputs);
	if (cases.length * segments.length * 3 * rules.length > maxSteps) return undefined;
	const decisions: Decision[] = [];
	const likely: Decision[] = [];
	let unclear = false;
	const decide = (one: Case, way: Way, range: Segment | undefined): void => {
		for (const [i, rule] of rules.entries()) {
			if (!matchWay(rule, way)) continue;
			const name = one.matches[i] ?? 'no';
			const address = name === 'no' ? 'no' : matchAddress(rule, range);
			if (name === 'no' || address === 'no') continue;
			const {user, database} = one;
			const decision = {rule, way, user, database, ...(range === undefined ? {} : {range})};
			if (name === 'unknown' || address === 'unknown') {
				unclear = true;
				if (name === 'yes') likely.push(decision);
				return;
			}
			decisions.push(decision);
			return;
		}
	};
	for (const one of cases) {
		decide(one, 'socket', undefined);
		for (const way of ways) for (const segment of segments) decide(one, way, segment);
	}
	return {decisions, likely, unclear};
};

/** Everything that lets somebody in: all decisions but rejections. */
export const admissions = ({decisions}: Simulation): readonly Decision[] =>
	decisions.filter(({rule}) => rule.method !== 'reject');
