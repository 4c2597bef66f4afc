import type {Cell, Table} from '../tree/nodes.js';
import type {Typesetter} from './fonts.js';
import {atomsOf} from './lines.js';
import {styles, type Style} from './theme.js';

type Wish = {readonly least: number; readonly most: number};

/** The widest thing that must not be torn, and the width of the cell in one line. */
const wishOf = (cell: Cell, style: Style, set: Typesetter, cap: number): Wish => {
	let least = 0;
	let word = 0;
	let most = 0;
	let line = 0;
	for (const atom of atomsOf(cell, style, set)) {
		if (atom.kind === 'break') {
			line = 0;
			word = 0;
			continue;
		}
		word = atom.glued ? word + atom.width : atom.width;
		line += atom.width + (atom.glued ? 0 : style.size * 0.26);
		// A chip must not be torn; a long id may, so it does not ask for more than its share.
		least = Math.max(least, atom.kind === 'chip' ? atom.width : Math.min(word, cap));
		most = Math.max(most, line);
	}
	return {least, most: Math.max(most, least)};
};

/**
 * Widths of the columns of a table in points, in the manner of a browser: no column narrower than its longest word (up
 * to a quarter of the table), the rest shared by how much text there is.
 */
export const columnWidths = (
	table: Table,
	width: number,
	gap: number,
	set: Typesetter,
): readonly number[] => {
	const count = Math.max(table.head.length, ...table.rows.map(r => r.length));
	const room = width - gap * (count - 1);
	const cap = room / Math.max(4, count);
	const wishes = Array.from({length: count}, (_, column): Wish => {
		const cells = [
			...(table.head[column] ? [wishOf(table.head[column], styles.head, set, cap)] : []),
			...table.rows.map(r => wishOf(r[column] ?? [], styles.cell, set, cap)),
		];
		return {
			least: Math.max(14, ...cells.map(c => c.least)),
			most: Math.max(14, ...cells.map(c => c.most)),
		};
	});
	return share(wishes, room);
};

const share = (wishes: readonly Wish[], room: number): readonly number[] => {
	const least = sum(wishes.map(w => w.least));
	const most = sum(wishes.map(w => w.most));
	if (least > room) return wishes.map(w => (w.least / least) * room);
	if (most <= room) {
		// A table with little text fills the line all the same; the spare room goes to the widest columns.
		return wishes.map(w => w.most + ((room - most) * w.most) / most);
	}
	// The square root keeps one talkative column from starving the others.
	const hunger = wishes.map(w => Math.sqrt(w.most - w.least));
	const total = sum(hunger) || 1;
	const widths = wishes.map((w, i) => w.least + ((room - least) * (hunger[i] ?? 0)) / total);
	const spare = sum(widths.map((w, i) => Math.max(0, w - (wishes[i]?.most ?? w))));
	const fits = widths.map((w, i) => Math.min(w, wishes[i]?.most ?? w));
	const open = sum(fits.map((w, i) => (w < (wishes[i]?.most ?? w) ? (hunger[i] ?? 0) : 0))) || 1;
	return fits.map((w, i) =>
		w < (wishes[i]?.most ?? w) ? w + (spare * (hunger[i] ?? 0)) / open : w,
	);
};

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
