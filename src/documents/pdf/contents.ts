import {contentsOf} from '../tree/contents.js';
import {textOf, type Block} from '../tree/nodes.js';
import type {Frame} from './frame.js';
import {drawFlow, drawLine, drawText, ascent, pdfText, plain} from './text.js';
import {styles} from './theme.js';
import {wrap} from './wrap.js';

/**
 * Draws the contents with links and leaves room for the page numbers, which fillContents() writes when all pages are
 * known.
 */
export const drawContents = (frame: Frame, all: readonly Block[]): void => {
	const title = frame.element('H2', frame.root);
	drawFlow(frame, plain('Contents'), styles.h2, {x: frame.left, width: frame.width}, title, 'H2');
	frame.y += 8;
	const toc = frame.element('TOC', frame.root);
	for (const heading of contentsOf(all).flatMap(c => [c.chapter, ...c.sections])) {
		const isChapter = heading.level === 2;
		const style = isChapter ? styles.contents : styles.section;
		const left = frame.left + (isChapter ? 0 : 14);
		const lines = wrap(plain(textOf(heading.runs)), style, frame.width - 54, frame.set);
		const space = isChapter ? 3 : 0;
		frame.ensure(lines.length * style.leading + space);
		frame.y += space;
		const item = frame.element('TOCI', toc);
		const link = frame.element('Link', item);
		const top = frame.y;
		for (const line of lines) {
			drawLine(frame, line, style, left, frame.y, link, 'Link');
			frame.y += style.leading;
		}
		frame.doc.goTo(frame.left, top, frame.width, frame.y - top, heading.id, {
			structParent: link,
			Contents: pdfText(textOf(heading.runs)),
		} as PDFKit.Mixins.AnnotationOption);
		frame.slots.push({
			page: frame.page,
			right: frame.left + frame.width,
			baseline: frame.y - style.leading + ascent(style),
			heading: heading.id,
			style,
			element: link,
		});
	}
	frame.y += 10;
};

/** Writes the page numbers into the contents. */
export const fillContents = (frame: Frame): void => {
	for (const slot of frame.slots) {
		const {size, colour} = slot.style;
		const number = String(frame.pageOf.get(slot.heading) ?? '');
		frame.doc.switchToPage(slot.page - 1);
		const x = slot.right - frame.set.width(number, 'regular', size);
		frame.tagged(slot.element, 'Link', () => {
			drawText(
				frame,
				` ${number}`,
				'regular',
				size,
				colour,
				x - frame.set.width(' ', 'regular', size),
				slot.baseline,
			);
		});
		// Ended here, because pdfkit notes the page that is current at the end as the page of the link.
		slot.element.end();
	}
};
