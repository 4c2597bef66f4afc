import type {Table} from '../tree/nodes.js';
import {columnWidths} from './column-widths.js';
import type {Element, Frame} from './frame.js';
import type {Layout, Row} from './layout.js';
import type {Line} from './lines.js';
import {ascent, drawLine, drawText, startOf} from './text.js';
import {ink, mm, rule, styles, type Style} from './theme.js';
import {wrap} from './wrap.js';

/** A table is measured for its heading, for its page and for drawing, and set once. */
const lay = (frame: Frame, table: Table, width: number): Layout => {
	const key = `${frame.tables} ${width}`;
	const known = frame.layouts.get(table);
	if (known?.key === key) return known.layout;
	const layout = set(frame, table, width);
	frame.layouts.set(table, {key, layout});
	return layout;
};

const set = (frame: Frame, table: Table, width: number): Layout => {
	const isFields = table.head.length === 0;
	const gap = 11;
	const small = frame.tables === 'small';
	const padding = isFields ? 1.5 : small ? 2.2 : 4;
	const label = mm(29);
	const widths = isFields
		? [label, width - label - gap]
		: columnWidths(table, width, gap, small ? styles.smallCell : styles.cell, frame.set);
	const row = (cells: Table['rows'][number], style: (column: number) => Style): Row => {
		const lines = widths.map((w, i) => wrap(cells[i] ?? [], style(i), w, frame.set));
		const height = Math.max(...lines.map((l, i) => l.length * style(i).leading)) + 2 * padding;
		return {cells: lines, height};
	};
	const rows = table.rows.map(r => row(r, i => cellStyle(frame, isFields, i)));
	return {
		widths,
		rows,
		gap,
		padding,
		...(isFields ? {} : {head: row(table.head, () => styles.head)}),
	};
};

const cellStyle = (frame: Frame, isFields: boolean, column: number): Style =>
	isFields && column === 0
		? styles.label
		: frame.tables === 'small' && !isFields
			? styles.smallCell
			: styles.cell;

const fullHeight = (layout: Layout): number =>
	(layout.head?.height ?? 0) + layout.rows.reduce((sum, r) => sum + r.height, 0);

/** A table that is kept whole below its heading. */
export const isShortTable = (frame: Frame, table: Table, width: number): boolean =>
	fullHeight(lay(frame, table, width)) <= frame.pageHeight * 0.2;

/** The height that must fit below a heading: the whole table when it is short, else the header and two rows, or all three. */
export const tableLead = (frame: Frame, table: Table, width: number): number => {
	const layout = lay(frame, table, width);
	if (isShortTable(frame, table, width)) return fullHeight(layout);
	const count = layout.rows.length === 3 ? 3 : 2;
	const rows = layout.rows.slice(0, count).reduce((sum, row) => sum + row.height, 0);
	return Math.min((layout.head?.height ?? 0) + rows, frame.pageHeight * 0.4);
};

/** Draws a table from the cursor on; the header stands again on every page, rows are torn only when taller than half a page. */
export const drawTable = (
	frame: Frame,
	table: Table,
	x: number,
	width: number,
	parent: Element,
): void => {
	if (table.rows.length === 0) return;
	const layout = lay(frame, table, width);
	const isFields = layout.head === undefined;
	frame.ensure(tableLead(frame, table, width));
	const element = frame.element('Table', parent);
	const drawer = rowDrawer(frame, table, layout, x);
	const header = (again: boolean): void => {
		if (!layout.head) return;
		drawer.head(layout.head, again ? undefined : element);
		frame.rule(x, frame.y, width, ink, 0.7);
	};
	header(false);
	layout.rows.forEach((row, i) => {
		// The last row does not go to the next page alone.
		const last = i > 0 && i === layout.rows.length - 2 ? (layout.rows[i + 1]?.height ?? 0) : 0;
		const needed = row.height + (row.height + last <= frame.pageHeight * 0.4 ? last : 0);
		const fits = frame.y + needed <= frame.bottom;
		if (!fits && !frame.fresh && row.height <= frame.pageHeight * 0.5) {
			frame.newPage();
			header(true);
		}
		drawer.row(row, element, () => {
			frame.newPage();
			header(true);
		});
		if (!isFields) frame.rule(x, frame.y, width, rule);
	});
};

const rowDrawer = (frame: Frame, table: Table, layout: Layout, x: number) => {
	const isFields = layout.head === undefined;
	const columnX = layout.widths.map((_, i) =>
		layout.widths.slice(0, i).reduce((sum, w) => sum + w + layout.gap, x),
	);
	const head = (row: Row, element: Element | undefined): void => {
		const tr = element && frame.element('TR', element);
		const cells = row.cells.map((lines, i) => {
			const th =
				tr && frame.element('TH', tr, {scope: 'Column'} as PDFKit.Mixins.StructureElementOptions);
			return {lines, i, th};
		});
		const draw = (): void => {
			for (const {lines, i, th} of cells) {
				lines.forEach((line, n) => {
					const at = startOf(
						line,
						columnX[i] ?? x,
						layout.widths[i] ?? 0,
						table.align[i] ?? 'left',
					);
					const y =
						frame.y + row.height - layout.padding - (lines.length - n) * styles.head.leading;
					if (th) drawLine(frame, line, styles.head, at, y, th, 'TH');
					else drawRepeated(frame, line, styles.head, at, y);
				});
			}
		};
		draw();
		frame.y += row.height;
	};
	const row = (laid: Row, element: Element, newPage: () => void): void => {
		const tr = frame.element('TR', element);
		const cells = laid.cells.map((lines, i) => ({
			lines: [...lines],
			i,
			style: cellStyle(frame, isFields, i),
			align: table.align[i] ?? ('left' as const),
			type: isFields && i === 0 ? 'TH' : 'TD',
			element: frame.element(isFields && i === 0 ? 'TH' : 'TD', tr),
		}));
		// A page that took no line cannot take the next one either: then lines are drawn below the edge, never lost.
		let stuck = false;
		for (let pages = 0; ; pages += 1) {
			const top = frame.y + layout.padding;
			const edge = stuck ? Number.POSITIVE_INFINITY : frame.bottom + 0.01;
			let height = 0;
			for (const cell of cells) {
				let y = top;
				while (cell.lines.length > 0 && y + cell.style.leading + layout.padding <= edge) {
					const line = cell.lines.shift() ?? [];
					const at = startOf(line, columnX[cell.i] ?? x, layout.widths[cell.i] ?? 0, cell.align);
					drawLine(frame, line, cell.style, at, y, cell.element, cell.type);
					y += cell.style.leading;
				}
				height = Math.max(height, y - top);
			}
			frame.y = top + height + layout.padding;
			if (cells.every(c => c.lines.length === 0)) return;
			stuck = height === 0 && pages > 0;
			newPage();
		}
	};
	return {head, row};
};

/** A header on a later page is decoration: a reader has heard it already. */
const drawRepeated = (frame: Frame, line: Line, style: Style, x: number, y: number): void => {
	frame.artifact(() => {
		for (const item of line) {
			if (item.kind !== 'text') continue;
			drawText(frame, item.text, item.font, item.size, item.colour, x + item.x, y + ascent(style));
		}
	});
};
