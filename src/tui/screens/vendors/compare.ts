import {plainText, wholeText} from '../../../domain/text.js';
import {fit} from '../../cells.js';
import {vendorsOf} from '../../model/vendors.js';
import type {State} from '../../state.js';
import {vendorTexts} from '../../texts/vendors.js';
import {signs} from '../../theme.js';
import {blank, paragraph, type Line, type Span} from '../../widgets/lines/lines.js';
import {clamp, windowAround} from '../../widgets/list/state.js';
import {comparedCell} from './cells.js';
import {figureLines, figures, spansOf, vendorMargin as margin} from './figures.js';
import {markedOf} from './state.js';

const t = vendorTexts;
const columnWidth = {least: 15, most: 32};
const leastTitle = 24;
/** What a title may take before columns grow. */
const roomyTitle = 54;

const clampTo = (n: number, {least, most}: typeof columnWidth): number =>
	Math.max(least, Math.min(most, n));

/** The figures that fit into so many rows; one that does not is left out whole. */
const wholeFigures = (all: readonly (readonly Line[])[], rows: number): readonly Line[] => {
	const kept: Line[] = [];
	for (const lines of all) if (kept.length + lines.length <= rows) kept.push(...lines);
	return kept;
};

/** Vendors as columns, as many as fit around the marked one; criteria as lines; below them why the marked cell says so. */
export const compareLines = (state: State, width: number, height: number): readonly Line[] => {
	const {criteria, vendors} = vendorsOf(state.snapshot).comparison;
	const {column, rows} = markedOf(state.vendors, state);
	const fitting = Math.max(1, Math.floor((width - margin - leastTitle) / columnWidth.least));
	const {from, to} = windowAround(column, vendors.length, Math.min(fitting, vendors.length));
	const shown = vendors.slice(from, to);
	const cellWidth = clampTo(
		Math.floor((width - margin - roomyTitle) / Math.max(1, shown.length)),
		columnWidth,
	);
	const title = Math.min(80, width - margin - shown.length * cellWidth);
	const marked = column - from;
	const head: Line = [
		{text: ' '.repeat(margin + title)},
		...shown.map(({name}, at): Span => ({
			text: `${fit(`${at === marked ? signs.cursor : ' '}${plainText(name)}`, cellWidth - 1)} `,
			tone: at === marked ? 'focus' : 'strong',
		})),
	];
	const above = wholeFigures(
		figures
			.map(figure => figureLines(figure, shown, title, cellWidth))
			.filter(lines => lines.length > 0)
			.slice(0, height < 14 ? 2 : height < 22 ? 4 : figures.length),
		Math.max(2, Math.floor(height / 3) + 1),
	);
	const row = clamp(state.vendors.row, rows);
	const below =
		height < 14
			? becauseLines(state, row, column, width, false).slice(0, 2)
			: becauseLines(state, row, column, width, true).slice(0, 5);
	const room = Math.max(1, height - above.length - below.length - 3);
	const window = windowAround(row, criteria.length, room);
	const list = criteria.slice(window.from, window.to).map((criterion, at): Line => {
		const here = window.from + at === row;
		const weight = criterion.weight === 0 ? signs.notApplicable : String(criterion.weight);
		return [
			{text: here ? `${signs.cursor} ` : '  ', tone: 'focus'},
			{text: `${weight.padStart(2)}${criterion.knockOut ? '*' : ' '} `, tone: 'muted'},
			{text: `${fit(plainText(criterion.title), title - 1)} `, tone: here ? 'strong' : 'plain'},
			...spansOf(
				shown.flatMap(v => {
					const cell = v.cells[window.from + at];
					return cell === undefined ? [] : [comparedCell(cell)];
				}),
				cellWidth,
			),
		];
	});
	return [head, ...above, blank, ...list, blank, ...below];
};

/** The marked criterion in full, and why the marked vendor stands there as it does. */
const becauseLines = (
	state: State,
	row: number,
	column: number,
	width: number,
	titled: boolean,
): readonly Line[] => {
	const {criteria, vendors} = vendorsOf(state.snapshot).comparison;
	const criterion = criteria[row];
	const cell = vendors[column]?.cells[row];
	if (criterion === undefined || cell === undefined) return [];
	const knockOut =
		cell.knockOut === undefined
			? ''
			: `, ${cell.knockOut === 'applies' ? t.knockOut : t.knockOutDepends}`;
	const title = `${plainText(criterion.title)} (${t.weight(criterion.weight)}${knockOut})`;
	return [
		...(titled ? paragraph(title, width, 'strong') : []),
		...paragraph(`${plainText(vendors[column]?.name ?? '')}: ${wholeText(cell.because)}`, width),
	];
};
