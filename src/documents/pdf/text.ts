import {chips} from '../chips.js';
import type {Run} from '../tree/nodes.js';
import type {Element, Frame} from './frame.js';
import {chipPadding, chipSize, type Item, type Line} from './lines.js';
import {tones, type Style} from './theme.js';
import {wrap} from './wrap.js';

/** Distance from the top of a line to its baseline. */
export const ascent = (style: Style): number => (style.leading + style.size * 0.7) / 2;

/** Hebrew, Arabic and their neighbours: asking for features makes pdfkit shape such a stretch as a whole, not by words. */
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

/** One stretch of text with its left end on the baseline. */
export const drawText = (
	frame: Frame,
	text: string,
	font: string,
	size: number,
	colour: string,
	x: number,
	baseline: number,
): void => {
	frame.doc
		.font(font)
		.fontSize(size)
		.fillColor(colour)
		.text(text, x, baseline, {
			lineBreak: false,
			baseline: 'alphabetic',
			...(rightToLeft.test(text) ? {features: []} : {}),
		});
};

const drawChip = (
	frame: Frame,
	item: Extract<Item, {kind: 'chip'}>,
	style: Style,
	x: number,
	baseline: number,
): void => {
	const {sign, word, tone} = chips[item.chip];
	const size = chipSize(style);
	const {ground, text} = tones[tone];
	const height = size + 4;
	frame.doc.roundedRect(x, baseline - size * 0.35 - height / 2, item.width, height, 2).fill(ground);
	drawText(frame, sign, 'signs', size, text, x + chipPadding, baseline);
	const wordX = x + chipPadding + frame.set.width(sign, 'signs', size) + 3;
	// The space keeps sign and word apart for programs that read the text.
	drawText(
		frame,
		` ${word}`,
		'semibold',
		size,
		text,
		wordX - frame.set.width(' ', 'semibold', size),
		baseline,
	);
};

/** Draws a line with its top at `y`; links become annotations of the same element. */
export const drawLine = (
	frame: Frame,
	line: Line,
	style: Style,
	x: number,
	y: number,
	element: Element,
	type: string,
): void => {
	if (line.length === 0) return;
	const baseline = y + ascent(style);
	frame.tagged(element, type, () => {
		for (const item of line) {
			if (item.kind === 'chip') drawChip(frame, item, style, x + item.x, baseline);
			else drawText(frame, item.text, item.font, item.size, item.colour, x + item.x, baseline);
		}
	});
	for (const item of line) {
		if (item.kind !== 'text' || item.href === undefined) continue;
		const place = [x + item.x, y, item.width, style.leading] as const;
		const link = frame.element('Link', element);
		const options = {
			structParent: link,
			Contents: pdfText(item.text),
		} as PDFKit.Mixins.AnnotationOption;
		if (item.href.startsWith('#')) frame.doc.goTo(...place, item.href.slice(1), options);
		else frame.doc.link(...place, item.href, options);
		link.end();
	}
};

/** Where a line begins when its column is set to the right. */
export const startOf = (line: Line, x: number, width: number, align: 'left' | 'right'): number => {
	const last = line.at(-1);
	return align === 'right' && last ? x + width - (last.x + last.width) : x;
};

/**
 * Draws text from the cursor on, over as many pages as it needs. Two lines at least stay together at either end of a
 * page, and a short paragraph is not torn.
 */
export const drawFlow = (
	frame: Frame,
	runs: readonly Run[],
	style: Style,
	box: {readonly x: number; readonly width: number},
	element: Element,
	type: string,
): void => {
	const lines = wrap(runs, style, box.width, frame.set);
	lines.forEach((line, i) => {
		const left = lines.length - i;
		const together = i === 0 ? Math.min(left, left === 3 ? 3 : 2) : left === 2 ? 2 : 1;
		frame.ensure(together * style.leading);
		drawLine(frame, line, style, box.x, frame.y, element, type);
		frame.y += style.leading;
	});
};

/** Height of text in points. */
export const heightOf = (frame: Frame, runs: readonly Run[], style: Style, width: number): number =>
	wrap(runs, style, width, frame.set).length * style.leading;

/** A plain string as runs. */
export const plain = (text: string): readonly Run[] => [{type: 'text', text}];

/** pdfkit writes a plain string into a dictionary as a name; only a String object becomes text. */
export const pdfText = (text: string): string => Object(text) as string;
