import type {Evaluation} from '../../domain/evaluation.js';
import {widthOf, type Style} from '../output.js';

type Column = {
	readonly head: string;
	readonly right: boolean;
	readonly cells: readonly string[];
	readonly paint?: (cell: string, row: number) => string;
};

type StatusTable = {
	readonly rows: readonly (readonly string[])[];
	/** The columns that are set to the right. */
	readonly right: readonly number[];
	/** What had no room in the table, one line each. */
	readonly below: readonly string[];
};

const gap = 2;
const leastName = 12;

const widthIn = ({head, cells}: Column): number => Math.max(...[head, ...cells].map(widthOf));
const widthOfAll = (columns: readonly Column[]): number =>
	columns.reduce((sum, column) => sum + widthIn(column) + gap, -gap);

const cut = (text: string, width: number): string =>
	widthOf(text) <= width ? text : `${text.slice(0, Math.max(1, width - 1))}…`;

const tabled = (
	columns: readonly Column[],
	style: Style,
	below: readonly string[],
): StatusTable => ({
	rows: [
		columns.map(({head}) => style.dim(head)),
		...(columns[0]?.cells ?? []).map((_, row) =>
			columns.map(({cells, paint = cell => cell}) => paint(cells[row] ?? '', row)),
		),
	],
	right: columns.flatMap(({right}, at) => (right ? [at] : [])),
	below,
});

/**
 * The targets as a table of at most `width` columns. Where there is no room, the kind is left out, and what expires is told below
 * it; names that are still too long are cut.
 */
export const statusTable = (
	targets: Evaluation['targets'],
	style: Style,
	width: number,
): StatusTable => {
	const column = (
		head: string,
		cell: (one: Evaluation['targets'][number]) => string,
		paint?: Column['paint'],
	): Column => ({
		head,
		right: !['target', 'kind', 'expires'].includes(head),
		cells: targets.map(cell),
		...(paint === undefined ? {} : {paint}),
	});
	const where =
		(count: (one: Evaluation['targets'][number]) => number, paint: (text: string) => string) =>
		(cell: string, row: number): string => {
			const one = targets[row];
			return one !== undefined && count(one) > 0 ? paint(cell) : cell;
		};
	const expires = ({expires: next, expired = []}: Evaluation['targets'][number]): string => {
		// What has run out comes before what will; a proof and the answer beside it may name the same.
		const [first, ...more] = new Set(expired.map(({what}) => what));
		if (first !== undefined)
			return `${first} expired${more.length === 0 ? '' : `, and ${more.length} more`}`;
		return next === undefined ? style.sign['not-applicable'] : `${next.what} ${next.inDays} d`;
	};
	const name = column('target', t => t.target.name);
	const kind = column('kind', t => t.target.kind);
	const figures = [
		column('answered', t => `${t.answered}/${t.asked}`),
		column('verified', t => String(t.verified)),
		column(
			'failing',
			t => `${t.failing}${t.criticalFailing > 0 ? ` (${t.criticalFailing} critical)` : ''}`,
			where(t => t.failing, style.bad),
		),
		column('unknown', t => String(t.unknown)),
		column(
			'contradicted',
			t => String(t.contradictions),
			where(t => t.contradictions, style.warn),
		),
	];
	const expiry = column(
		'expires',
		expires,
		where(t => t.expired?.length ?? 0, style.bad),
	);
	const whole = [name, kind, ...figures, expiry];
	if (widthOfAll(whole) <= width) return tabled(whole, style, []);
	const below = targets.flatMap(t => [
		...(t.expired ?? []).map(({what, on}) => `${t.target.name}: ${what} expired on ${on}`),
		...(t.expires === undefined
			? []
			: [`${t.target.name}: ${t.expires.what} expires in ${t.expires.inDays} d`]),
	]);
	const room = Math.max(leastName, width - widthOfAll(figures) - gap);
	const short = {...name, cells: name.cells.map(cell => cut(cell, room))};
	const wide = [name, kind, ...figures];
	return tabled(widthOfAll(wide) <= width ? wide : [short, ...figures], style, below);
};
