import type {Comparison, Shift} from '../../domain/comparison.js';
import {plainText} from '../../domain/text.js';

type Found = Pick<Comparison, 'criteria' | 'vendors'>;

/** The title of a criterion, for a sentence. */
export const titleOf = ({criteria}: Found, control: string): string =>
	plainText(criteria.find(c => c.control === control)?.title ?? control, 110);

/** One changed weight in words: `with “…” at 0 instead of 4, acme is first`. */
export const shiftText = (found: Found, {control, from, to, first}: Shift): string => {
	const names = found.vendors.filter(v => first.includes(v.vendor)).map(v => plainText(v.name, 60));
	const then = names.length > 1 ? `${names.join(' and ')} are equal` : `${names.join('')} is first`;
	return `with “${titleOf(found, control)}” at ${to} instead of ${from}, ${then}`;
};
