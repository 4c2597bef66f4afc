import type {Chart} from '../tree/charts.js';
import type {Frame} from './frame.js';
import {drawFlow, plain} from './text.js';
import {accent, mm, rule, styles} from './theme.js';

/** The cover fills a page of its own: the title in the upper third, the facts at the foot. */
export const drawCover = (frame: Frame, cover: Chart<'cover'>): void => {
	const box = {x: frame.left, width: frame.width};
	const text = (value: string, style: (typeof styles)[keyof typeof styles], type: string): void => {
		drawFlow(frame, plain(value), style, box, frame.element(type, frame.root), type);
	};
	text(cover.confidentiality, styles.label, 'P');
	frame.y = Math.max(frame.y, mm(75));
	frame.rule(frame.left, frame.y - 18, mm(14), accent, 2.5);
	text(cover.title, styles.h1, 'H1');
	frame.y += 6;
	text(cover.subject, styles.subject, 'P');

	const table = frame.element('Table', frame.root);
	const label = mm(34);
	const rows = cover.facts.length;
	frame.y = Math.max(frame.y + mm(20), frame.bottom - rows * 24 - mm(10));
	for (const [name, value] of cover.facts) {
		frame.ensure(24);
		frame.rule(frame.left, frame.y, frame.width, rule);
		frame.y += 5.5;
		const row = frame.element('TR', table);
		const top = frame.y;
		drawFlow(
			frame,
			plain(name),
			styles.label,
			{x: frame.left, width: label - 8},
			frame.element('TH', row),
			'TH',
		);
		frame.y = top;
		const valueBox = {x: frame.left + label, width: frame.width - label};
		drawFlow(frame, plain(value), styles.cell, valueBox, frame.element('TD', row), 'TD');
		frame.y += 5.5;
	}
	frame.rule(frame.left, frame.y, frame.width, rule);
	frame.newPage();
};
