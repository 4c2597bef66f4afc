import {addDays} from '../domain/day.js';
import {UserError} from '../domain/errors.js';
import {Day} from '../domain/id.js';
import {plainText} from '../domain/text.js';
import type {Evidence, EvidenceKind} from '../domain/evidence.js';

type Dates = Pick<Evidence, 'effective' | 'collected' | 'validUntil'>;

const day = (text: string, option: string): string => {
	if (!Day.safeParse(text).success) {
		throw new UserError(
			`${option} wants a day such as 2026-06-30, not ${JSON.stringify(plainText(text, 40))}.`,
		);
	}
	return text;
};

/** The last day where none is given: the known one, or a new one where its ground has changed. */
const lastDay = (
	effective: string,
	kind: EvidenceKind | undefined,
	before: Evidence | undefined,
): string | undefined => {
	if (effective === before?.effective && kind?.id === before.kind) return before.validUntil;
	return kind?.validDays === undefined ? before?.validUntil : addDays(effective, kind.validDays);
};

const missing = (kind: EvidenceKind | undefined): never => {
	throw new UserError('Evidence needs --valid-until: the last day on which it convinces.', [
		kind === undefined
			? 'Or name its kind with --kind, as most kinds say how long they convince: dbvet evidence kinds --for CONTROL'
			: 'Take the day from the document itself.',
	]);
};

/**
 * The three dates. What is not given stays as it was; of a new artifact the first two are today, and `--valid-until` may be
 * left out when the kind says how long it convinces.
 * @throws UserError when one is no day, missing, or before the one it has to follow
 */
export const datesOf = (
	input: {
		readonly effective?: string;
		readonly collected?: string;
		readonly validUntil?: string;
	},
	kind: EvidenceKind | undefined,
	before: Evidence | undefined,
	today: string,
): Dates => {
	const effective = day(input.effective ?? before?.effective ?? today, '--effective');
	const collected = day(input.collected ?? before?.collected ?? today, '--collected');
	const validUntil = day(
		input.validUntil ?? lastDay(effective, kind, before) ?? missing(kind),
		'--valid-until',
	);
	if (validUntil < effective) {
		throw new UserError(`--valid-until ${validUntil} lies before --effective ${effective}.`);
	}
	return {effective, collected, validUntil};
};
