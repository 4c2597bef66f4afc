import {addDays} from '../domain/day.js';

/**
 * Tells whether an instant lies more than `days` UTC days before `now`. Instants of the record are in UTC, so that their
 * first ten characters are the day.
 */
export const olderThan = (now: string, days: number): ((instant: string) => boolean) => {
	const oldest = addDays(now, -days);
	return instant => instant.slice(0, 10) < oldest;
};
