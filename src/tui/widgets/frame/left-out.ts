import {goneProfiles, type ContentTrouble} from '../../../domain/content-gaps.js';
import {faultLines} from '../../../domain/left-out.js';
import {plainText} from '../../../domain/text.js';
import {wrap} from '../../cells.js';
import {texts} from '../../texts/texts.js';
import {signs} from '../../theme.js';
import {cutLine, line, type Line} from '../lines/lines.js';

const t = texts.leftOut;

type Room = {
	readonly width: number;
	/** Of the whole window. */
	readonly rows: number;
	/** True where the places are told, and not only that there are some. */
	readonly full: boolean;
};

/** Lines that the whole message may take: in a low window the screen itself is worth more. */
const mostLines = (rows: number): number => (rows < 20 ? 1 : rows < 30 ? 4 : 8);

const more = (at: number, kept: number, all: number): string =>
	at === kept - 1 && kept < all ? ' …' : '';

/**
 * What stands above the footer of every screen as long as files of the workspace's own are left out, because no number on
 * the screen can be read without it.
 */
export const leftOutRows = (
	trouble: ContentTrouble | undefined,
	{width, rows, full}: Room,
): readonly Line[] => {
	if (trouble === undefined) return [];
	const {leftOut} = trouble;
	const gone = goneProfiles(trouble);
	const profiles = trouble.profiles.filter(id => !gone.includes(id));
	const missing = gone.length === 0 ? [] : [t.gone(gone.map(p => plainText(p)))];
	const places = leftOut.map(one => plainText(faultLines(one)[0] ?? one.file));
	const [first = ''] = places;
	const most = mostLines(rows);
	if (leftOut.length === 0)
		return missing.map(text => cutLine(line(`${signs.contradicted} ${text}`, 'warn'), width));
	if (!full || most === 1)
		return [
			cutLine(line(`${signs.contradicted} ${t.short(leftOut.length)} ${first}`, 'warn'), width),
		];
	const standIn = profiles.length === 0 ? [] : [t.standIn(profiles.map(p => plainText(p)))];
	const told = [...standIn, ...missing, ...places].map(text => wrap(text, width - 2));
	const head = line(`${signs.contradicted} ${t.head(leftOut.length)}`, 'warn');
	const all = told.flat();
	const kept = all.slice(0, most - 1);
	return [
		cutLine(head, width),
		...kept.map((text, at) =>
			// What does not fit must not look like the end of it.
			cutLine(line(`  ${text}${more(at, kept.length, all.length)}`, 'warn'), width),
		),
	];
};
