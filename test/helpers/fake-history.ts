import {canonicalJson, sha256} from '../../src/domain/id.js';
import type {Entry} from '../../src/domain/history.js';
import type {ChangeKind, WorkspaceState} from '../../src/domain/workspace.js';
import {reversalChanges, type Reversal} from '../../src/services/reversal.js';
import {fold} from '../../src/store/fold.js';

const tables = {
	answer: 'answers',
	waiver: 'waivers',
	resolution: 'resolutions',
	decision: 'decisions',
	mark: 'marks',
} as const satisfies Partial<Record<ChangeKind, keyof WorkspaceState>>;

const entry = (
	kind: ChangeKind,
	key: string,
	before: unknown,
	after: unknown,
	meta: Pick<Entry, 'by' | 'at' | 'why' | 'parents'>,
): Entry => {
	const made = {kind, key, before: before ?? null, after: after ?? null, ...meta};
	return {id: sha256(canonicalJson(made)), ...made};
};

/** The entries that make one state of another, chained as the store chains those of one act. */
export const entriesBetween = (
	before: WorkspaceState,
	after: WorkspaceState,
	meta: {readonly by: string; readonly at: string; readonly why?: string},
	last: string | undefined,
): readonly Entry[] => {
	const made: Entry[] = [];
	const add = (kind: ChangeKind, key: string, from: unknown, to: unknown): void => {
		if (canonicalJson(from ?? null) === canonicalJson(to ?? null)) return;
		const parent = made.at(-1)?.id ?? last;
		const parents = parent === undefined ? [] : [parent];
		made.push(entry(kind, key, from, to, {...meta, parents}));
	};
	add('settings', 'workspace', before.settings, after.settings);
	for (const [kind, table] of Object.entries(tables)) {
		const [from, to] = [before[table], after[table]];
		for (const key of new Set([...Object.keys(from), ...Object.keys(to)])) {
			add(kind as keyof typeof tables, key, from[key], to[key]);
		}
	}
	return made;
};

/** The state after a reversal, as the store would have it. */
export const reversed = (state: WorkspaceState, reversal: Reversal): WorkspaceState => {
	const meta = {by: 'x', at: '2026-01-01T00:00:00.000Z', parents: []};
	const entries = reversalChanges(state, reversal).map(({kind, key, after}) =>
		entry(kind, key, undefined, after, meta),
	);
	const done = fold(entries, state);
	if (done === undefined) throw new Error('a state without settings');
	return done;
};
