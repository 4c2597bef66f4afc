import type {ChangeKind, WorkspaceState} from './workspace.js';

/** The table of the state that holds the values of a kind; the settings are a single value. */
export const tables = {
	target: 'targets',
	answer: 'answers',
	evidence: 'evidence',
	waiver: 'waivers',
	resolution: 'resolutions',
	decision: 'decisions',
	run: 'runs',
	mark: 'marks',
	content: 'contents',
	baseline: 'baselines',
	suggestion: 'suggestions',
} as const satisfies Readonly<
	Record<Exclude<ChangeKind, 'settings'>, Exclude<keyof WorkspaceState, 'settings'>>
>;

/** The value that a key has in a state; undefined when it has none. */
export const valueAt = (
	state: WorkspaceState | undefined,
	kind: ChangeKind,
	key: string,
): unknown => {
	if (state === undefined) return undefined;
	if (kind === 'settings') return state.settings;
	const table = state[tables[kind]];
	return table !== undefined && Object.hasOwn(table, key) ? table[key] : undefined;
};
