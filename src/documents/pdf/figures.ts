import type {Chart} from '../tree/charts.js';
import type {Element, Frame} from './frame.js';
import {drawFlow, drawLine, heightOf, plain} from './text.js';
import {ink, styles, type Style} from './theme.js';
import {wrap} from './wrap.js';

const gap = 14;
const columnsOf = (frame: Frame, count: number): number =>
	(frame.width - gap * (count - 1)) / count;

/** Key numbers stand on one line each: all are set smaller when the longest does not fit its column. */
const figureStyle = (frame: Frame, data: Chart<'figures'>): Style => {
	const {figure} = styles;
	const width = columnsOf(frame, data.items.length);
	const longest = Math.max(
		...data.items.map(i => frame.set.width(i.value, figure.face, figure.size)),
	);
	return longest <= width
		? figure
		: {...figure, size: Math.max(11, (figure.size * width * 0.98) / longest)};
};

/** Height of a row of key numbers. */
export const figuresHeight = (frame: Frame, data: Chart<'figures'>): number => {
	const width = columnsOf(frame, data.items.length);
	const heights = data.items.map(
		i =>
			heightOf(frame, plain(i.value), figureStyle(frame, data), width) +
			heightOf(frame, plain(i.label), styles.cell, width) +
			(i.note ? heightOf(frame, plain(i.note), styles.small, width) : 0),
	);
	return 14 + Math.max(...heights) + 14;
};

/** Key numbers side by side, each under a thin rule. */
export const drawFigures = (frame: Frame, data: Chart<'figures'>): void => {
	const width = columnsOf(frame, data.items.length);
	const height = figuresHeight(frame, data);
	frame.ensure(height);
	const list = frame.element('L', frame.root);
	const top = frame.y + 6;
	data.items.forEach((item, i) => {
		const x = frame.left + i * (width + gap);
		frame.rule(x, top, width, ink, 0.9);
		const body = frame.element('LBody', frame.element('LI', list));
		frame.y = top + 8;
		stack(frame, item.value, figureStyle(frame, data), x, width, body);
		stack(frame, item.label, styles.cell, x, width, body);
		if (item.note) stack(frame, item.note, styles.small, x, width, body);
	});
	frame.y = top - 6 + height;
};

/** Lines that never leave the page, because the row was measured before. */
const stack = (
	frame: Frame,
	text: string,
	style: Style,
	x: number,
	width: number,
	element: Element,
): void => {
	for (const line of wrap(plain(text), style, width, frame.set)) {
		drawLine(frame, line, style, x, frame.y, element, 'LBody');
		frame.y += style.leading;
	}
};

/** Lines to sign on: role, name, date, signature. */
export const drawApproval = (frame: Frame, data: Chart<'approval'>): void => {
	const names = ['Role', 'Name', 'Date', 'Signature'];
	const shares = [0.26, 0.27, 0.15, 0.32];
	const rowHeight = 36;
	frame.ensure(20 + data.roles.length * rowHeight);
	const table = frame.element('Table', frame.root);
	const starts = shares.map(
		(_, i) => frame.left + shares.slice(0, i).reduce((a, b) => a + b, 0) * frame.width,
	);
	const head = frame.element('TR', table);
	names.forEach((name, i) => {
		const [line] = wrap(plain(name), styles.head, 120, frame.set);
		drawLine(
			frame,
			line ?? [],
			styles.head,
			starts[i] ?? 0,
			frame.y,
			frame.element('TH', head),
			'TH',
		);
	});
	frame.y += 15;
	frame.rule(frame.left, frame.y, frame.width, ink, 0.7);
	for (const role of data.roles) {
		const row = frame.element('TR', table);
		const cell = frame.element('TH', row);
		const top = frame.y;
		frame.y = top + rowHeight - 19;
		drawFlow(
			frame,
			plain(role),
			styles.cell,
			{x: frame.left, width: (shares[0] ?? 1) * frame.width - 8},
			cell,
			'TH',
		);
		frame.y = Math.max(frame.y, top + rowHeight);
		starts.forEach((x, i) =>
			frame.rule(x, frame.y - 3, (shares[i] ?? 0) * frame.width - (i < 3 ? 10 : 0), ink, 0.4),
		);
	}
	frame.y += 10;
};
