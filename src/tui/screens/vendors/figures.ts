import type {VendorResult} from '../../../domain/comparison.js';
import {plainText} from '../../../domain/text.js';
import {fit, wrap} from '../../cells.js';
import {vendorTexts} from '../../texts/vendors.js';
import {signs, type Tone} from '../../theme.js';
import type {Line, Span} from '../../widgets/lines/lines.js';
import {placeCell, type Cell} from './cells.js';

const t = vendorTexts;

/** What stands before a title: the mark, the weight and a gap. */
export const vendorMargin = 6;

export type Figure = {
	readonly title: string;
	readonly cell: (v: VendorResult) => Cell;
	/** Shown as soon as somebody has something there, and only then; the whole text, on as many rows as it needs. */
	readonly whole?: true;
};

const plain = (text: string, tone: Tone = 'plain'): Cell => ({text, tone});

/** The figures above the criteria, the important ones first: a small window shows fewer. */
export const figures: readonly Figure[] = [
	{title: t.figures.place, cell: placeCell},
	{
		title: t.figures.score,
		cell: v => plain(`${v.coverage === 0 ? '–' : v.score.toFixed(1)}  ${v.possible.toFixed(1)}`),
	},
	{
		title: t.figures.expired,
		cell: ({expired = []}) =>
			plain([...new Set(expired.map(e => plainText(e.what, 60)))].join(', '), 'bad'),
		whole: true,
	},
	{title: t.figures.known, cell: v => plain(t.percent(Math.floor(v.coverage * 100)))},
	{title: t.figures.claimed, cell: v => plain(t.ofCounting(v.onlyClaimed, v.counting))},
	{
		title: t.figures.expires,
		cell: ({expires}) =>
			expires === undefined
				? plain('')
				: plain(
						`${t.days(expires.inDays)} ${plainText(expires.what, 60)}`,
						expires.inDays < 30 ? 'warn' : 'plain',
					),
		whole: true,
	},
	{title: t.figures.mustHaves, cell: v => plain(String(v.openMustHaves.length))},
];

/** A line's cells, each `column` wide. */
export const spansOf = (cells: readonly Cell[], column: number): readonly Span[] =>
	cells.map(({text, tone}) => ({text: `${fit(text, column - 1)} `, tone}));

/** One figure of the vendors that are shown; empty where there is nothing to tell. */
export const figureLines = (
	figure: Figure,
	shown: readonly VendorResult[],
	title: number,
	column: number,
): readonly Line[] => {
	const cells = shown.map(figure.cell);
	if (figure.whole && cells.every(({text}) => text === '')) return [];
	const rows = cells.map(({text}) =>
		figure.whole ? wrap(text === '' ? signs.notApplicable : text, column - 1) : [text],
	);
	return Array.from({length: Math.max(...rows.map(r => r.length))}, (_, at): Line => [
		{
			text: `${' '.repeat(vendorMargin)}${fit(at === 0 ? figure.title : '', title - 1)} `,
			tone: 'muted',
		},
		...spansOf(
			cells.map(({text, tone}, n) => ({
				text: rows[n]?.[at] ?? '',
				tone: text === '' ? ('muted' as const) : tone,
			})),
			column,
		),
	]);
};
