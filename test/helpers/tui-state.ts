import type {Effect, Happening} from '../../src/tui/messages.js';
import {fakeDocuments} from './fake-record.js';
import {startState, type State} from '../../src/tui/state.js';
import {update} from '../../src/tui/update.js';
import type {Workbench} from '../../src/services/workbench.js';

export const testNow = '2026-11-22T12:00:00.000Z';

/** The state at the start of a session on a workbench. */
export const startOn = (workbench: Workbench, columns = 80, rows = 24): State => ({
	...startState({
		snapshot: workbench.snapshot(),
		documentsDir: undefined,
		now: testNow,
		columns,
		rows,
	}),
	documents: fakeDocuments,
});

/** What an action makes of a state. */
export const after = (
	state: State,
	happening: Happening,
): {readonly state: State; readonly effects: readonly Effect[]} =>
	update(state, {...happening, now: testNow});

/** Presses keys one after the other; gives the last state and all effects. */
export const press = (
	state: State,
	...keys: readonly string[]
): {readonly state: State; readonly effects: readonly Effect[]} => {
	let now = state;
	const effects: Effect[] = [];
	for (const key of keys) {
		const step = after(now, {kind: 'key', key});
		now = step.state;
		effects.push(...step.effects);
	}
	return {state: now, effects};
};

/** Types text one character after the other. */
export const keysOf = (text: string): readonly string[] =>
	Array.from(text).map(c => (c === ' ' ? 'space' : c));
