import {UserError} from '../domain/errors.js';
import type {Clock} from '../domain/ports.js';

/** The clock, fixed by DBVET_NOW when it is set. */
export const clockFrom = (
	env: NodeJS.ProcessEnv,
): {readonly clock: Clock; readonly fixed: boolean} => {
	const fixed = env.DBVET_NOW;
	if (fixed === undefined || fixed === '') return {clock: () => new Date(), fixed: false};
	// Anything short of an instant in UTC would mean another time in another time zone.
	const instant = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d))?$/.test(fixed)
		? Date.parse(fixed)
		: Number.NaN;
	if (Number.isNaN(instant)) {
		throw new UserError(`DBVET_NOW is not an instant: ${JSON.stringify(fixed)}.`, [
			'Write it as 2026-11-22T12:00:00Z, or unset it.',
		]);
	}
	return {clock: () => new Date(instant), fixed: true};
};
