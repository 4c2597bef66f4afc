import type {Compared, Comparison, VendorResult} from '../../domain/comparison.js';
import type {RunsOut} from '../../domain/target-evaluation.js';
import {plainText} from '../../domain/text.js';
import {widthOf, wrap, type Output} from '../output.js';

const cellWidth = 14;
const leastTitle = 34;

/** Vendors as columns while they fit into the terminal, else one block for each. */
export const printVendorTable = (output: Output, comparison: Comparison): void => {
	const width = Math.min(output.columns, 160);
	const {vendors} = comparison;
	const columns = vendors.map(v => {
		// The id of a control is one word: cut, it would name nothing.
		const words = figures(output).flatMap(([, text]) => text(v).split(' ').map(widthOf));
		return Math.max(cellWidth, Math.min(24, widthOf(v.name)), Math.min(40, Math.max(...words)));
	});
	const taken = columns.reduce((sum, column) => sum + column + 2, 0);
	const title = width - taken - weightWidth;
	if (title >= leastTitle) printColumns(output, comparison, columns, Math.min(title, 72));
	else vendors.forEach((vendor, at) => printBlock(output, comparison, vendor, at, width));
};

const weightWidth = 4;

const fit = (text: string, width: number): string => {
	if (widthOf(text) <= width) return text + ' '.repeat(width - widthOf(text));
	let kept = '';
	for (const character of text) {
		if (widthOf(kept + character) > width - 1) break;
		kept += character;
	}
	return `${kept}…`;
};

type Paint = (text: string) => string;

const plain: Paint = text => text;

/** What one cell says: the state, and how well it is known where it counts for the vendor. */
export const cellWords = (cell: Compared): string => {
	switch (cell.state) {
		case 'met':
			return cell.assurance === 'none' ? 'stale' : cell.assurance;
		case 'partly':
			return 'partly';
		case 'not-met':
			return cell.knockOut === 'applies' ? 'knocked out' : 'not met';
		case 'contradicted':
			return cell.knockOut === 'applies' ? 'knocked out' : 'contradicted';
		case 'unknown':
			return 'unknown';
		case 'not-applicable':
			return 'n/a';
	}
};

const cellOf = (output: Output, cell: Compared): {readonly text: string; readonly paint: Paint} => {
	const {sign, good, bad, warn, dim} = output.style;
	const stale = cell.stale ? ` ${sign.stale}` : '';
	const say = (mark: string, paint: Paint) => ({text: `${mark} ${cellWords(cell)}${stale}`, paint});
	switch (cell.state) {
		case 'met':
			return say(sign.pass, good);
		case 'partly':
			return say(sign.fail, warn);
		case 'not-met':
			return say(sign.fail, bad);
		case 'contradicted':
			return say(sign.contradicted, warn);
		case 'unknown':
			return say(sign.unknown, warn);
		case 'not-applicable':
			return say(sign['not-applicable'], dim);
	}
};

/** The place of a vendor: its rank, or why it has none. */
export const placeOf = (vendor: VendorResult): string => {
	switch (vendor.standing) {
		case 'ranked':
			return String(vendor.rank ?? '');
		case 'too-little-known':
			return 'not ranked';
		case 'knocked-out':
			return 'out';
	}
};

const ends = ({what, inDays}: RunsOut): string => `${inDays} d ${plainText(what, 60)}`;

/** The figures of each vendor, a row each. */
const figures = (output: Output): readonly (readonly [string, (v: VendorResult) => string])[] => [
	['Place', placeOf],
	// A nought for somebody of whom nothing is known would read like a verdict.
	['Score, of 100', v => (v.coverage === 0 ? 'nothing known' : v.score.toFixed(1))],
	['  if all that is unknown were met', v => v.possible.toFixed(1)],
	['Known, by weight', v => `${Math.floor(v.coverage * 100)} %`],
	['Only claimed, of what counts', v => `${v.onlyClaimed} of ${v.counting}`],
	['Mandatory, not met or not known', v => String(v.openMustHaves.length)],
	[
		'Runs out next',
		v => (v.expires === undefined ? output.style.sign['not-applicable'] : ends(v.expires)),
	],
	['Has run out', v => [...new Set((v.expired ?? []).map(e => plainText(e.what, 60)))].join(', ')],
];

const printColumns = (
	output: Output,
	{criteria, vendors}: Comparison,
	columns: readonly number[],
	titleWidth: number,
): void => {
	const {bold, dim} = output.style;
	const row = (
		weight: string,
		title: string,
		cells: readonly string[],
		paints?: readonly Paint[],
	) => {
		const shown = cells.map((cell, i) =>
			(paints?.[i] ?? plain)(fit(cell, columns[i] ?? cellWidth)),
		);
		output.line(
			[weight.padStart(weightWidth - 2), fit(title, titleWidth), ...shown].join('  ').trimEnd(),
		);
	};
	row(
		'',
		'',
		vendors.map(v => plainText(v.name)),
		vendors.map(() => bold),
	);
	for (const [title, text] of figures(output)) {
		const cells = vendors.map((v, i) => wrap(text(v), columns[i] ?? cellWidth).split('\n'));
		if (cells.every(lines => lines.join('') === '')) continue;
		for (let at = 0; at < Math.max(...cells.map(lines => lines.length)); at++)
			row(
				'',
				at === 0 ? title : '',
				cells.map(lines => lines[at] ?? ''),
			);
	}
	output.line();
	output.line(dim(`weight, control, and how well it is known (knock-outs are marked with *)`));
	criteria.forEach((criterion, at) => {
		const cells = vendors.map(v => {
			const cell = v.cells[at];
			return cell === undefined ? {text: '', paint: plain} : cellOf(output, cell);
		});
		const title = wrap(`${criterion.title}${criterion.knockOut ? ' *' : ''}`, titleWidth).split(
			'\n',
		);
		row(
			criterion.weight === 0 ? output.style.sign['not-applicable'] : String(criterion.weight),
			title[0] ?? '',
			cells.map(c => c.text),
			cells.map(c => c.paint),
		);
		for (const more of title.slice(1)) row('', more, []);
	});
};

const printBlock = (
	output: Output,
	{criteria}: Comparison,
	vendor: VendorResult,
	at: number,
	width: number,
): void => {
	if (at > 0) output.line();
	output.line(output.style.bold(plainText(vendor.name)));
	for (const [title, text] of figures(output)) {
		if (text(vendor) !== '') output.line(`  ${fit(title, 34)} ${text(vendor)}`);
	}
	vendor.cells.forEach((cell, i) => {
		const criterion = criteria[i];
		if (criterion === undefined) return;
		const {text, paint} = cellOf(output, cell);
		const title = `${criterion.title}${criterion.knockOut ? ' *' : ''}`;
		const lines = wrap(title, width - cellWidth - 6).split('\n');
		output.line(
			`  ${String(criterion.weight).padStart(2)}  ${paint(fit(text, cellWidth))}${lines[0] ?? ''}`,
		);
		for (const more of lines.slice(1)) output.line(`${' '.repeat(cellWidth + 6)}${more}`);
	});
};
