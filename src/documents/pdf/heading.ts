import {textOf, type Heading} from '../tree/nodes.js';
import type {Frame} from './frame.js';
import {drawFlow, heightOf} from './text.js';
import {headingSpace, styles, type Style} from './theme.js';

const styleOf = (level: Heading['level']): Style =>
	({1: styles.h1, 2: styles.h2, 3: styles.h3, 4: styles.h4})[level];

const spaceBefore = (frame: Frame, level: Heading['level']): number =>
	frame.fresh ? 0 : headingSpace[level].before;

/** Height of a heading with the space around it. */
export const headingHeight = (frame: Frame, heading: Heading, width: number): number =>
	headingSpace[heading.level].before +
	heightOf(frame, heading.runs, styleOf(heading.level), width) +
	headingSpace[heading.level].after;

/** Draws a heading and remembers its page for the contents; the bookmark is made by the caller. */
export const drawHeading = (frame: Frame, heading: Heading, x: number, width: number): void => {
	frame.y += spaceBefore(frame, heading.level);
	frame.pageOf.set(heading.id, frame.page);
	frame.doc.addNamedDestination(heading.id, 'XYZ', x, Math.max(0, frame.y - 12), null);
	const element = frame.element(`H${heading.level}`, frame.root, {title: textOf(heading.runs)});
	drawFlow(frame, heading.runs, styleOf(heading.level), {x, width}, element, `H${heading.level}`);
	frame.y += headingSpace[heading.level].after;
};
