import {chipText} from '../chips.js';
import type {Block, Cell, Run, Table} from '../tree/nodes.js';
import {escapeMarkdown} from '../view/escape.js';
import {drawChart} from './charts.js';

/** The tree as Markdown that reads well on its own: charts become tables and sentences. */
export const drawMarkdown = (blocks: readonly Block[]): string =>
	`${blocks
		.map(b => drawBlock(b, blocks))
		.filter(text => text !== '')
		.join('\n\n')}\n`;

const drawBlock = (block: Block, all: readonly Block[]): string => {
	switch (block.type) {
		case 'heading':
			return `${'#'.repeat(block.level)} ${drawRuns(block.runs)}`;
		case 'paragraph':
			return drawRuns(block.runs);
		case 'list':
			return block.items
				.map((item, i) => drawItem(item, block.ordered ? `${block.start + i}. ` : '- ', all))
				.join('\n');
		case 'table':
			return drawTable(block);
		case 'quote':
			return block.blocks
				.map(b => drawBlock(b, all))
				.join('\n\n')
				.replace(/^/gm, '> ');
		case 'code':
			return fenced(block.text);
		case 'chart':
			return drawChart(block.data, all);
	}
};

const drawItem = (item: readonly Block[], mark: string, all: readonly Block[]): string =>
	mark +
	item
		.map(b => drawBlock(b, all))
		.join('\n\n')
		.replace(/\n(?=.)/g, `\n${' '.repeat(mark.length)}`);

/** A fence longer than any run of backticks inside. */
const fenced = (text: string): string => {
	const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map(m => m.length));
	const fence = '`'.repeat(longest + 1);
	return `${fence}\n${text}\n${fence}`;
};

/** Runs as Markdown; spaces at the ends of a strong or emphasised run move outside, or it would not be one. */
export const drawRuns = (runs: readonly Run[]): string =>
	runs
		.map(run => {
			if (run.type === 'break') return '\\\n';
			if (run.type === 'chip') return `**${chipText(run.chip)}**`;
			const body = run.text.trim();
			if (body === '') return run.text === '' ? '' : ' ';
			const mark = run.strong ? '**' : run.em ? '*' : '';
			const inner = run.code ? codeSpan(body) : escapeMarkdown(body);
			const linked = run.href ? `[${inner}](${run.href})` : `${mark}${inner}${mark}`;
			return `${/^\s/.test(run.text) ? ' ' : ''}${linked}${/\s$/.test(run.text) ? ' ' : ''}`;
		})
		.join('')
		.trim();

const codeSpan = (text: string): string => {
	const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map(m => m.length));
	const ticks = '`'.repeat(longest + 1);
	return longest === 0 ? `${ticks}${text}${ticks}` : `${ticks} ${text} ${ticks}`;
};

/** Inside a table a line break would end the row. */
const drawCell = (cell: Cell): string => drawRuns(cell).replace(/\s*\\?\n/g, '<br>');

const drawTable = (table: Table): string => {
	const width = table.head.length || (table.rows[0]?.length ?? 0);
	if (width === 0) return '';
	// A table of fields reads better as a list than as a table with an empty head.
	if (table.head.length === 0) {
		return table.rows
			.map(
				([name, ...rest]) =>
					`- **${drawCell(name ?? []).replace(/^\*\*|\*\*$/g, '')}:** ${rest.map(drawCell).join(' · ')}`,
			)
			.join('\n');
	}
	const rule = table.head.map((_, i) => (table.align[i] === 'right' ? '---:' : '---'));
	const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
	return [
		row(table.head.map(drawCell)),
		row(rule),
		...table.rows.map(r => row(r.map(drawCell))),
	].join('\n');
};
