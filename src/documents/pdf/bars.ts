import {coverageInWords, coverageParts} from '../levels.js';
import type {Chart} from '../tree/charts.js';
import type {Frame} from './frame.js';
import {drawLine, plain} from './text.js';
import {coverageColours, mm, severityColours, soft, styles, wash} from './theme.js';
import {wrap} from './wrap.js';

const rowHeight = 20;

/** Height of a bar chart. */
export const barsHeight = (frame: Frame, data: Chart<'severities' | 'coverage'>): number =>
	data.kind === 'severities'
		? data.rows.length * rowHeight + 8
		: data.rows.reduce((sum, r) => sum + coverageRow(frame, r), 0) + 8;

/** Open and accepted findings by severity: a bar each, and the numbers in words. */
export const drawSeverities = (frame: Frame, data: Chart<'severities'>): void => {
	frame.ensure(barsHeight(frame, data));
	const most = Math.max(1, ...data.rows.map(r => r.open + r.accepted));
	const [label, room] = [mm(26), mm(80)];
	const list = frame.element('L', frame.root);
	for (const row of data.rows) {
		const body = frame.element('LBody', frame.element('LI', list));
		const [chipLine] = wrap([{type: 'chip', chip: row.level}], styles.cell, label, frame.set);
		drawLine(frame, chipLine ?? [], styles.cell, frame.left, frame.y, body, 'LBody');
		const y = frame.y + 2.5;
		const open = (row.open / most) * room;
		const accepted = (row.accepted / most) * room;
		frame.artifact(() => {
			const {doc} = frame;
			if (open > 0) doc.rect(frame.left + label, y, open, 8).fill(severityColours[row.level]);
			if (accepted > 0) {
				doc
					.rect(frame.left + label + open, y + 0.4, accepted, 7.2)
					.lineWidth(0.8)
					.strokeColor(soft)
					.stroke();
			}
		});
		const words = `${row.open}${row.accepted > 0 ? ` + ${row.accepted} accepted` : ''}`;
		const [line] = wrap(plain(words), styles.cell, 200, frame.set);
		const x = frame.left + label + open + accepted + 8;
		drawLine(frame, line ?? [], styles.cell, x, frame.y, body, 'LBody');
		frame.y += rowHeight;
	}
	frame.y += 8;
};

const [nameWidth, barWidth] = [mm(34), mm(62)];
const wordsWidth = (frame: Frame): number => frame.width - nameWidth - barWidth - mm(8);

const coverageRow = (frame: Frame, row: Chart<'coverage'>['rows'][number]): number => {
	const name = wrap(plain(row.name), styles.strongSmall, nameWidth - 6, frame.set).length;
	const words = wrap(plain(coverageInWords(row)), styles.cell, wordsWidth(frame), frame.set).length;
	return Math.max(name, words) * styles.cell.leading + 7;
};

/** What is known of the controls of each target: a divided bar, and the same in words. */
export const drawCoverage = (frame: Frame, data: Chart<'coverage'>): void => {
	const list = frame.element('L', frame.root);
	for (const row of data.rows) {
		const height = coverageRow(frame, row);
		frame.ensure(height);
		const body = frame.element('LBody', frame.element('LI', list));
		const top = frame.y;
		const column = (
			text: string,
			style: (typeof styles)['cell'] | (typeof styles)['strongSmall'],
			x: number,
			width: number,
		): void => {
			wrap(plain(text), style, width, frame.set).forEach((line, i) => {
				drawLine(frame, line, style, x, top + i * style.leading, body, 'LBody');
			});
		};
		column(row.name, styles.strongSmall, frame.left, nameWidth - 6);
		const whole = coverageParts.reduce((sum, p) => sum + row[p.key], 0);
		frame.artifact(() => {
			let x = frame.left + nameWidth;
			if (whole === 0) frame.doc.rect(x, top + 2.5, barWidth, 8).fill(wash);
			for (const part of coverageParts) {
				const width = whole === 0 ? 0 : (row[part.key] / whole) * barWidth;
				if (width > 0)
					frame.doc
						.rect(x, top + 2.5, Math.max(0.5, width - 0.6), 8)
						.fill(coverageColours[part.key]);
				x += width;
			}
		});
		column(
			coverageInWords(row),
			styles.cell,
			frame.left + nameWidth + barWidth + mm(8),
			wordsWidth(frame),
		);
		frame.y = top + height;
	}
	frame.y += 8;
};
