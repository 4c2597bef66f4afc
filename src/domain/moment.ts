import {Instant} from './id.js';

/** A time as a person writes it, from the first to the last millisecond that it names. */
export type Moment = {readonly from: string; readonly to: string};

const shape =
	/^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d)(?::(\d\d)(?:\.(\d{1,3}))?)?(Z|[+-]\d\d:\d\d)?)?$/i;

/**
 * Reads a day, a minute, a second or an instant: `2026-11-22`, `2026-11-22 10:00` (as `dbvet history` prints it),
 * `2026-11-22T10:00:00Z`, `2026-11-22T12:00:00+02:00`. UTC unless it says otherwise. Undefined for anything else.
 */
export const momentOf = (text: string): Moment | undefined => {
	const [, day = '', minute, second, fraction, zone = 'Z'] = shape.exec(text.trim()) ?? [];
	if (!Instant.safeParse(`${day}T00:00:00Z`).success) return undefined;
	const start = Date.parse(
		`${day}T${minute ?? '00:00'}:${second ?? '00'}.${fraction ?? '000'}${zone.toUpperCase()}`,
	);
	if (Number.isNaN(start)) return undefined;
	const length =
		minute === undefined
			? 86_400_000
			: second === undefined
				? 60_000
				: fraction === undefined
					? 1000
					: 1;
	const iso = (ms: number): string => new Date(ms).toISOString();
	return {from: iso(start), to: iso(start + length - 1)};
};
