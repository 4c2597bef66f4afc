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

/**
 * The last day where none is given: the known one, or a new one where the known one was that of its kind and kind or period
 * have changed. A day that a person gave stays.
 */
const lastDay = (
	effective: string,
	kind: EvidenceKind | undefined,
	before: Evidence | undefined,
	kinds: readonly EvidenceKind[],
): string | undefined => {
	if (before !== undefined) {
		const days = kinds.find(({id}) => id === before.kind)?.validDays;
		const byKind = days !== undefined && before.validUntil === addDays(before.effective, days);
		const same = effective === before.effective && kind?.id === before.kind;
		if (!byKind || same) return before.validUntil;
	}
	return kind?.validDays === undefined ? before?.validUntil : addDays(effective, kind.validDays);
};

const missing = (kind: EvidenceKind | undefined): never => {
	throw new UserError('Evidence needs --valid-until: the last day on which it convinces.', [
		kind === undefined
			? 'Or name its kind with --kind, as most kinds say how long they convince: dbvet evidence kinds --for CONTROL'
			: 'Take the day from the document itself.',
	]);
};

/** Says of each of the two days where it comes from: one that nobody gave now cannot be mended by looking for it. */
const upsideDown = (
	input: {readonly effective?: string; readonly validUntil?: string},
	{effective, validUntil}: Pick<Dates, 'effective' | 'validUntil'>,
	before: Evidence | undefined,
): UserError => {
	const first =
		input.effective !== undefined
			? `--effective ${effective}`
			: `${effective}, the day that it is effective (${before === undefined ? 'today, as --effective was not given' : 'as it was added before'})`;
	const last =
		input.validUntil !== undefined
			? `--valid-until ${validUntil}`
			: `${validUntil}, the day that it is valid until (as it was added before),`;
	return new UserError(
		`${last} lies before ${first}.`,
		input.effective !== undefined && input.validUntil !== undefined
			? []
			: [`Give ${input.effective === undefined ? '--effective' : '--valid-until'} as well.`],
	);
};

/** Proof cannot be obtained tomorrow; a period that begins then can be agreed on today, so that `--effective` may lie ahead. */
const refuseCollectedAhead = (given: string | undefined, today: string): void => {
	if (given === undefined || given <= today) return;
	throw new UserError(
		`--collected ${given} has not come yet (today is ${today} in UTC, by which dbvet counts).`,
		['Give the day on which the proof was obtained, or leave --collected away for today.'],
	);
};

/**
 * The three dates. What is not given stays as it was; of a new artifact the first two are today, and `--valid-until` may be
 * left out when the kind says how long it convinces.
 * @param kinds those of the content: whether the day that is kept was that of the kind
 * @throws UserError when one is no day, missing, before the one it has to follow, or collected on a day that has not come yet
 */
export const datesOf = (
	input: {
		readonly effective?: string;
		readonly collected?: string;
		readonly validUntil?: string;
	},
	kind: EvidenceKind | undefined,
	before: Evidence | undefined,
	{today, kinds}: {readonly today: string; readonly kinds: readonly EvidenceKind[]},
): Dates => {
	const effective = day(input.effective ?? before?.effective ?? today, '--effective');
	const collected = day(input.collected ?? before?.collected ?? today, '--collected');
	refuseCollectedAhead(input.collected, today);
	const validUntil = day(
		input.validUntil ?? lastDay(effective, kind, before, kinds) ?? missing(kind),
		'--valid-until',
	);
	if (validUntil < effective) throw upsideDown(input, {effective, validUntil}, before);
	return {effective, collected, validUntil};
};
