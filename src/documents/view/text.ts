import {dayOf} from '../../domain/day.js';

const months = [
	'January',
	'February',
	'March',
	'April',
	'May',
	'June',
	'July',
	'August',
	'September',
	'October',
	'November',
	'December',
];

/** "22 November 2026" for a day or an instant, in UTC. */
export const longDate = (value: string): string => {
	const [year, month, day] = dayOf(value).split('-');
	return `${Number(day)} ${months[Number(month) - 1] ?? ''} ${year ?? ''}`;
};

/** "2026-11-22 03:00 UTC" for an instant. */
export const minute = (instant: string): string => {
	const iso = new Date(instant).toISOString();
	return `${iso.slice(0, 10)} ${iso.slice(11, 16)} UTC`;
};

/** "3 controls", "1 control". */
export const counted = (count: number, one: string, many = `${one}s`): string =>
	`${count} ${count === 1 ? one : many}`;

/** "a, b and c". */
export const listed = (items: readonly string[]): string =>
	items.length <= 1
		? (items[0] ?? '')
		: `${items.slice(0, -1).join(', ')} and ${items.at(-1) ?? ''}`;

/** The first 12 digits of a hash. */
export const shortHash = (hash: string): string => hash.slice(0, 12);

/** Text for a summary: at most `max` characters, cut at a word, with an ellipsis. */
export const clip = (text: string, max: number): string => {
	const characters = Array.from(text.replace(/\s+/g, ' ').trim());
	if (characters.length <= max) return characters.join('');
	const cut = characters.slice(0, max - 1).join('');
	const space = cut.lastIndexOf(' ');
	return `${space > max * 0.6 ? cut.slice(0, space) : cut}…`;
};

/** "about 40 %" is never said without the numbers: "23 of 52". */
export const share = (part: number, whole: number): string => `${part} of ${whole}`;

/** First letter in upper case. */
export const sentence = (text: string): string =>
	text === '' ? '' : text.charAt(0).toUpperCase() + text.slice(1);

/** Groups in order of first appearance. */
export const grouped = <T>(
	items: readonly T[],
	key: (item: T) => string,
): readonly (readonly [string, readonly T[]])[] => {
	const groups = new Map<string, T[]>();
	for (const item of items) {
		const list = groups.get(key(item));
		if (list) list.push(item);
		else groups.set(key(item), [item]);
	}
	return [...groups];
};

/** A sentence with its full stop, unless it has its end or was cut. */
export const ended = (text: string): string => (/[.…?!]$/.test(text) ? text : `${text}.`);
