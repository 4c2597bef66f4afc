import {canonicalJson} from '../domain/id.js';
import type {Target} from '../domain/target.js';
import type {Change, ChangeKind, WorkspaceState} from '../domain/workspace.js';

/**
 * What people decided, which a restore brings back. Runs and evidence are not among it: they were seen and handed in, whatever is
 * decided of them; nor is the note of the questions that the record has met.
 */
const tables = {
	answer: 'answers',
	waiver: 'waivers',
	resolution: 'resolutions',
	decision: 'decisions',
	mark: 'marks',
} as const satisfies Partial<Record<ChangeKind, keyof WorkspaceState>>;

type Table = Readonly<Record<string, unknown>>;

const differ = (a: unknown, b: unknown): boolean => canonicalJson([a]) !== canonicalJson([b]);

/** What a key has in a table; a name that every object has is no key. */
const at = (table: Table, key: string): unknown =>
	Object.hasOwn(table, key) ? table[key] : undefined;

/** The value that a key of the record has in a state; undefined when it has none. */
export const valueOf = (state: WorkspaceState, kind: ChangeKind, key: string): unknown => {
	if (kind === 'settings') return state.settings;
	if (kind === 'target') return at(state.targets, key);
	return kind in tables ? at(state[tables[kind as keyof typeof tables]], key) : undefined;
};

const tableChanges = (kind: ChangeKind, now: Table, then: Table): readonly Change[] =>
	[...new Set([...Object.keys(now), ...Object.keys(then)])].sort().flatMap(key => {
		const before = at(then, key);
		// The value was checked against the schema of its kind when its entry was read.
		return differ(at(now, key), before) ? [{kind, key, after: before ?? null} as Change] : [];
	});

const linksOf = (target: Target): readonly string[] => {
	switch (target.kind) {
		case 'database':
			return target.vendor === undefined ? [] : [target.vendor];
		case 'application':
			return target.uses;
		case 'infrastructure':
			return target.hosts;
		case 'backup':
			return target.of;
		case 'organisation':
		case 'vendor':
			return [];
	}
};

/** Targets that runs or evidence speak of, with those that they lead to: such a target cannot be taken away. */
const spokenOf = ({runs, evidence, targets}: WorkspaceState): ReadonlySet<string> => {
	const found = new Set([
		...Object.values(runs).map(run => run.target),
		...Object.values(evidence).flatMap(({links}) => links.map(link => link.target)),
	]);
	for (const id of found) {
		const target = targets[id];
		if (target !== undefined) for (const link of linksOf(target)) found.add(link);
	}
	return found;
};

/** A target that came later is taken away, or retired where something is recorded of it; the organisation always stays. */
const targetChanges = (
	now: WorkspaceState,
	then: WorkspaceState,
	instant: string,
): readonly Change[] => {
	const kept = spokenOf(now);
	return tableChanges('target', now.targets, then.targets).flatMap((change): readonly Change[] => {
		const target = now.targets[change.key];
		if (change.after !== null || target === undefined) return [change];
		if (target.kind === 'organisation') return [];
		if (!kept.has(target.id)) return [change];
		return target.retiredAt === undefined
			? [{kind: 'target', key: target.id, after: {...target, retiredAt: instant}}]
			: [];
	});
};

/** The changes that make one state of the record what it was in another; `instant` is when targets that came later are retired. */
export const restoreChanges = (
	now: WorkspaceState,
	then: WorkspaceState,
	instant: string,
): readonly Change[] => [
	...(differ(now.settings, then.settings)
		? [{kind: 'settings', key: 'workspace', after: then.settings} as const]
		: []),
	...targetChanges(now, then, instant),
	...(Object.keys(tables) as (keyof typeof tables)[]).flatMap(kind =>
		tableChanges(kind, now[tables[kind]], then[tables[kind]]),
	),
];
