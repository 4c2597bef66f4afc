import type {Baseline, Frozen} from '../../src/domain/baseline.js';

/** A baseline of what was frozen, approved on the day of tinyNow. */
export const approved = (targets: Frozen, more: Partial<Baseline> = {}): Baseline => ({
	name: 'q4',
	approver: 'Grace',
	by: 'Ada',
	at: '2026-11-22T12:00:00.000Z',
	authors: ['Ada'],
	dbvet: '1.2.3',
	content: 'a'.repeat(64),
	profiles: ['startup'],
	known: 1,
	applicable: 1,
	targets,
	...more,
});
