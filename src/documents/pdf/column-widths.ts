import type {Cell, Table} from '../tree/nodes.js';
import type {Typesetter} from './fonts.js';
import {atomsOf} from './lines.js';
import {styles, type Style} from './theme.js';

/** `lines` are the widths of the cell's lines where nothing is wrapped, in points; `prose` says that one is a phrase. */
type Wish = {
	readonly least: number;
	readonly most: number;
	readonly lines: readonly number[];
	readonly prose: boolean;
};
type Extent = Pick<Wish, 'least' | 'most'>;

/** Words in a line from which on it is a phrase, and the part of an even share of the table that a phrase is given. */
const phrase = {words: 4, share: 0.75};

/** The widest thing that must not be torn, and the width of the cell in one line. */
const wishOf = (cell: Cell, style: Style, set: Typesetter, cap: number): Wish => {
	let least = 0;
	let word = 0;
	let isBehindChip = false;
	let words = 0;
	let prose = false;
	const space = set.width(' ', style.face, style.size);
	const lines = [0];
	for (const atom of atomsOf(cell, style, set)) {
		if (atom.kind === 'break') {
			lines.push(0);
			word = 0;
			words = 0;
			isBehindChip = false;
			continue;
		}
		// A short number behind a chip is its figure: alone on the next line it would look like another fact.
		const isFigure = isBehindChip && atom.kind === 'text' && atom.width <= 2.5 * style.size;
		word = atom.glued ? word + atom.width : isFigure ? word + space + atom.width : atom.width;
		isBehindChip = atom.kind === 'chip';
		words += atom.kind === 'text' && !atom.glued && atom.font !== 'mono' ? 1 : 0;
		prose ||= words >= phrase.words;
		if (isFigure) least = Math.max(least, word);
		lines.push((lines.pop() ?? 0) + atom.width + (atom.glued ? 0 : space));
		// A chip must not be torn; a long id may, so it does not ask for more than its share.
		least = Math.max(least, atom.kind === 'chip' ? atom.width : Math.min(word, cap));
	}
	return {least, most: Math.max(least, ...lines), lines, prose};
};

/**
 * Widths of the columns of a table in points, in the manner of a browser: no column narrower than its longest word (up
 * to a quarter of the table), a phrase not broken after each word where there is room, the rest shared by how much
 * text there is.
 */
export const columnWidths = (
	table: Table,
	width: number,
	gap: number,
	style: Style,
	set: Typesetter,
): readonly number[] => {
	const count = Math.max(table.head.length, ...table.rows.map(r => r.length));
	const room = width - gap * (count - 1);
	const cap = room / Math.max(4, count);
	const head = table.head.map(c => wishOf(c, styles.head, set, cap));
	const rows = table.rows.map(r =>
		Array.from({length: count}, (_, i) => wishOf(r[i] ?? [], style, set, cap)),
	);
	const extents = Array.from({length: count}, (_, i): Extent => {
		const cells = [head[i], ...rows.map(r => r[i])].filter(c => c !== undefined);
		return {
			least: Math.max(14, ...cells.map(c => c.least)),
			most: Math.max(14, ...cells.map(c => c.most)),
		};
	});
	const roomy = extents.map(({least, most}, i): Extent => {
		const isProse = rows.some(row => row[i]?.prose === true);
		const wanted = isProse ? Math.min(most, (phrase.share * room) / count) : 0;
		return {least: Math.max(least, wanted), most};
	});
	const used = sum(roomy.map(e => e.least)) <= room ? roomy : extents;
	return settle(share(used, room), used, rows);
};

/** Lines that all rows take together; a line that is wrapped loses a little at its ends. */
const linesOf = (rows: readonly (readonly Wish[])[], widths: readonly number[]): number =>
	sum(
		rows.map(row =>
			Math.max(
				...row.map((cell, i) =>
					sum(
						cell.lines.map(line => {
							const width = widths[i] ?? 1;
							return line <= width ? 1 : Math.ceil((line * 1.06) / width);
						}),
					),
				),
			),
		),
	);

const pace = 9;

/** Moves room between columns as long as the table gets shorter by it: an estimate from widths, nothing is set for it. */
const settle = (
	start: readonly number[],
	extents: readonly Extent[],
	rows: readonly (readonly Wish[])[],
): readonly number[] => {
	let best = start;
	let lines = linesOf(rows, best);
	for (let round = 0; round < 24; round += 1) {
		const tries = best.flatMap((width, from) =>
			width - pace < (extents[from]?.least ?? 0)
				? []
				: best.flatMap((_, to) =>
						from === to
							? []
							: [1, 3].map(n => {
									const move = Math.min(n * pace, width - (extents[from]?.least ?? 0));
									return best.map((w, i) => (i === from ? w - move : i === to ? w + move : w));
								}),
					),
		);
		const better = tries
			.map(widths => ({widths, lines: linesOf(rows, widths)}))
			.reduce<{widths: readonly number[]; lines: number}>((a, b) => (b.lines < a.lines ? b : a), {
				widths: best,
				lines,
			});
		if (better.lines >= lines) return best;
		best = better.widths;
		({lines} = better);
	}
	return best;
};

const share = (wishes: readonly Extent[], room: number): readonly number[] => {
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
