import type {Comparison, Shift} from '../../domain/comparison.js';
import {plainText} from '../../domain/text.js';

type Found = Pick<Comparison, 'criteria' | 'vendors'>;

/** The title of a criterion, for a sentence. */
export const titleOf = ({criteria}: Found, control: string): string =>
	plainText(criteria.find(c => c.control === control)?.title ?? control, 110);

const changeOf = (found: Found, {control, from, to}: Shift): string =>
	`“${titleOf(found, control)}” at ${to} instead of ${from}`;

const thenOf = (found: Found, {first}: Shift): string => {
	const names = found.vendors.filter(v => first.includes(v.vendor)).map(v => plainText(v.name, 60));
	return names.length > 1 ? `${names.join(' and ')} are equal` : `${names.join('')} is first`;
};

/** One changed weight as a clause: `with “…” at 0 instead of 4, acme is first`. */
export const shiftText = (found: Found, shift: Shift): string =>
	`with ${changeOf(found, shift)}, ${thenOf(found, shift)}`;

/** One changed weight as a thing, with what follows: `“…” at 0 instead of 4: then acme is first`. */
export const changeText = (found: Found, shift: Shift): string =>
	`${changeOf(found, shift)}: then ${thenOf(found, shift)}`;
