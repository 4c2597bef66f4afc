import type {VendorResult} from '../../../domain/comparison.js';
import {plainText, wholeText} from '../../../domain/text.js';
import {fit} from '../../cells.js';
import {vendorsOf} from '../../model/vendors.js';
import type {State} from '../../state.js';
import {vendorTexts} from '../../texts/vendors.js';
import {signs, type Tone} from '../../theme.js';
import {blank, paragraph, type Line, type Span} from '../../widgets/lines/lines.js';
import {clamp, windowAround} from '../../widgets/list/state.js';
import {comparedCell, placeCell, type Cell} from './cells.js';
import {markedOf} from './state.js';

const t = vendorTexts;
const columnWidth = 15;
const leastTitle = 24;
/** The mark, the weight and a gap. */
const margin = 6;

type Figure = {readonly title: string; readonly cell: (v: VendorResult) => Cell};

const plain = (text: string, tone: Tone = 'plain'): Cell => ({text, tone});

/** The figures above the criteria, the important ones first: a small window shows fewer. */
const figures: readonly Figure[] = [
	{title: t.figures.place, cell: placeCell},
	{
		title: t.figures.score,
		cell: v => plain(`${v.coverage === 0 ? '–' : v.score.toFixed(1)}  ${v.possible.toFixed(1)}`),
	},
	{title: t.figures.known, cell: v => plain(t.percent(Math.floor(v.coverage * 100)))},
	{title: t.figures.claimed, cell: v => plain(t.ofCounting(v.onlyClaimed, v.counting))},
	{
		title: t.figures.expires,
		cell: ({expires}) =>
			expires === undefined
				? plain(signs.notApplicable, 'muted')
				: plain(
						`${t.days(expires.inDays)} ${plainText(expires.what)}`,
						expires.inDays < 30 ? 'warn' : 'plain',
					),
	},
	{title: t.figures.mustHaves, cell: v => plain(String(v.openMustHaves.length))},
];

const spansOf = (cells: readonly Cell[], strong = -1): readonly Span[] =>
	cells.map(({text, tone}, at) => ({
		text: `${fit(text, columnWidth - 1)} `,
		tone: at === strong && tone === 'plain' ? 'strong' : tone,
	}));

/** Vendors as columns, as many as fit around the marked one; criteria as lines; below them why the marked cell says so. */
export const compareLines = (state: State, width: number, height: number): readonly Line[] => {
	const {criteria, vendors} = vendorsOf(state.snapshot).comparison;
	const {column, rows} = markedOf(state.vendors, state);
	const fitting = Math.max(1, Math.floor((width - margin - leastTitle) / columnWidth));
	const {from, to} = windowAround(column, vendors.length, Math.min(fitting, vendors.length));
	const shown = vendors.slice(from, to);
	const title = Math.min(80, width - margin - shown.length * columnWidth);
	const marked = column - from;
	const head: Line = [
		{text: ' '.repeat(margin + title)},
		...shown.map(({name}, at): Span => ({
			text: `${fit(`${at === marked ? signs.cursor : ' '}${plainText(name)}`, columnWidth - 1)} `,
			tone: at === marked ? 'focus' : 'strong',
		})),
	];
	const above = figures
		.slice(0, height < 14 ? 2 : height < 22 ? 4 : figures.length)
		.map((figure): Line => [
			{text: `${' '.repeat(margin)}${fit(figure.title, title - 1)} `, tone: 'muted'},
			...spansOf(shown.map(figure.cell)),
		]);
	const row = clamp(state.vendors.row, rows);
	const below =
		height < 14
			? becauseLines(state, row, column, width, false).slice(0, 2)
			: becauseLines(state, row, column, width, true).slice(0, 4);
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
