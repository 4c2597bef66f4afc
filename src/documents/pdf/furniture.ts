import type {Furniture} from '../html/page.js';
import type {Frame} from './frame.js';
import {drawText} from './text.js';
import {margin, mm, rule, soft} from './theme.js';

const size = 8;

/** Header and footer of every page but the cover, as decoration: title and subject above, origin and page x of y below. */
export const drawFurniture = (frame: Frame, furniture: Furniture, hasCover: boolean): void => {
	const {doc, set} = frame;
	const {start, count} = doc.bufferedPageRange();
	for (let page = start; page < start + count; page += 1) {
		if (hasCover && page === start) continue;
		doc.switchToPage(page);
		const right = doc.page.width - margin;
		const number = `Page ${page + 1} of ${count}`;
		const place = (text: string, baseline: number, end = false): void => {
			const pieces = set.split(text, 'regular');
			const width = pieces.reduce((sum, p) => sum + set.width(p.text, p.font, size), 0);
			let x = end ? right - width : margin;
			for (const piece of pieces) {
				drawText(frame, piece.text, piece.font, size, soft, x, baseline);
				x += set.width(piece.text, piece.font, size);
			}
		};
		doc.markContent('Artifact', {type: 'Pagination'});
		const room = right - margin;
		place(clipped(frame, `${furniture.title} · ${furniture.subject}`, room * 0.68), mm(14));
		place(clipped(frame, furniture.confidentiality, room * 0.28), mm(14), true);
		doc.moveTo(margin, mm(16.5)).lineTo(right, mm(16.5)).lineWidth(0.5).strokeColor(rule).stroke();
		const foot = doc.page.height - mm(13);
		place(clipped(frame, furniture.origin, room * 0.8), foot);
		place(number, foot, true);
		doc.endMarkedContent();
	}
};

/** Furniture is one line: what is too long for it ends with an ellipsis (the cover has the whole text). */
const clipped = (frame: Frame, text: string, width: number): string => {
	const fits = (value: string): boolean =>
		frame.set
			.split(value, 'regular')
			.reduce((sum, p) => sum + frame.set.width(p.text, p.font, size), 0) <= width;
	if (fits(text)) return text;
	const characters = Array.from(text);
	let count = characters.length - 1;
	while (count > 0 && !fits(`${characters.slice(0, count).join('')}…`)) count -= 1;
	return `${characters.slice(0, count).join('').trimEnd()}…`;
};
