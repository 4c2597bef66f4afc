import {addDays} from '../domain/day.js';

/**
 * Tells whether an instant lies more than `days` UTC days before `now`, or more than one after it: what a wrong clock dated in the
 * future has an age that nobody knows. Instants of the record are in UTC, so that their first ten characters are the day.
 */
export const olderThan = (now: string, days: number): ((instant: string) => boolean) => {
	const oldest = addDays(now, -days);
	const newest = addDays(now, 1);
	return instant => {
		const day = instant.slice(0, 10);
		return day < oldest || day > newest;
	};
};
