import type {Block, Table} from '../tree/nodes.js';
import {barsHeight} from './bars.js';
import {figuresHeight} from './figures.js';
import type {Frame} from './frame.js';
import {headingHeight} from './heading.js';
import {heatMapHeight} from './heat-map.js';
import {isShortTable, tableLead} from './table.js';
import {heightOf} from './text.js';
import {styles} from './theme.js';

/** Points of white behind a paragraph, and before a table. */
export const paragraphGap = 7;
export const tableGap = 2;

/** What must stand together with a heading: the headings below it and the first lines of what follows. */
export const leadOf = (frame: Frame, blocks: readonly Block[], headed = false): number => {
	const [first, ...rest] = blocks;
	if (!first) return 0;
	switch (first.type) {
		case 'heading':
			return headingHeight(frame, first, frame.width) + leadOf(frame, rest, true);
		case 'paragraph':
			return paragraphLead(frame, first, rest, headed);
		case 'table':
			return tableWithNext(frame, first, rest, headed);
		case 'list':
		case 'quote':
		case 'code':
			return 3 * styles.body.leading;
		case 'chart':
			return chartLead(frame, first.data);
	}
};

/** Short sentences that introduce something belong to it as a heading does. */
const paragraphLead = (
	frame: Frame,
	{runs}: Extract<Block, {type: 'paragraph'}>,
	rest: readonly Block[],
	headed: boolean,
): number => {
	const height = heightOf(frame, runs, styles.body, frame.width);
	if (height > (headed ? 6 : 3) * styles.body.leading) return 30;
	const next = rest[0]?.type;
	const introduces =
		next === 'table' ||
		next === 'paragraph' ||
		next === 'chart' ||
		next === 'list' ||
		(headed && next === 'heading');
	return introduces ? height + paragraphGap + leadOf(frame, rest, headed) : height;
};

/** A short table that a second one follows directly is the head of that one: what it says is read together. */
const tableWithNext = (
	frame: Frame,
	table: Table,
	rest: readonly Block[],
	headed: boolean,
): number => {
	const own = tableLead(frame, table, frame.width) + tableGap;
	return headed && rest[0]?.type === 'table' && isShortTable(frame, table, frame.width)
		? own + tableGap + afterTable(table) + leadOf(frame, rest)
		: own;
};

/** Points of white behind a table. */
export const afterTable = (table: Table): number => (table.head.length === 0 ? 8 : 11);

type Data = Extract<Block, {type: 'chart'}>['data'];

const chartLead = (frame: Frame, data: Data): number => {
	switch (data.kind) {
		case 'figures':
			return figuresHeight(frame, data);
		case 'heatmap':
			return heatMapHeight(frame, data);
		case 'severities':
			return barsHeight(frame, data);
		case 'coverage':
			return Math.min(60, barsHeight(frame, data));
		case 'approval':
			return 20 + data.roles.length * 36;
		case 'cover':
		case 'contents':
		case 'page':
			return 0;
	}
};
