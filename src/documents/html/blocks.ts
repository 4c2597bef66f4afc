import type {Block, Cell, Table} from '../tree/nodes.js';
import {textOf} from '../tree/nodes.js';
import {chartHtml} from './charts.js';
import {escapeHtml, runsHtml} from './text.js';

/** Blocks as HTML; second-level headings open a section each, so that the page has a structure to walk. */
export const blocksHtml = (blocks: readonly Block[], all: readonly Block[] = blocks): string =>
	blocks.map(b => blockHtml(b, all)).join('\n');

const blockHtml = (block: Block, all: readonly Block[]): string => {
	switch (block.type) {
		case 'heading':
			return `<h${block.level} id="${block.id}">${runsHtml(block.runs)}</h${block.level}>`;
		case 'paragraph':
			return `<p>${runsHtml(block.runs)}</p>`;
		case 'list': {
			const tag = block.ordered ? 'ol' : 'ul';
			const start = block.ordered && block.start !== 1 ? ` start="${block.start}"` : '';
			return `<${tag}${start}>${block.items.map(i => `<li>${itemHtml(i, all)}</li>`).join('')}</${tag}>`;
		}
		case 'table':
			return tableHtml(block);
		case 'quote':
			return `<blockquote>${blocksHtml(block.blocks, all)}</blockquote>`;
		case 'code':
			return `<pre tabindex="0"><code>${escapeHtml(block.text)}</code></pre>`;
		case 'chart':
			return chartHtml(block.data, all);
	}
};

/** An item of one paragraph needs no paragraph around it. */
const itemHtml = (item: readonly Block[], all: readonly Block[]): string => {
	const [only] = item;
	return item.length === 1 && only?.type === 'paragraph'
		? runsHtml(only.runs)
		: blocksHtml(item, all);
};

/** A browser gives a short phrase beside long texts so little room that it breaks after each word. */
const phraseClass = (cell: Cell): string => {
	const text = textOf(cell);
	const isPhrase = text.length < 60 && text.split(' ').length >= 4;
	return isPhrase ? ' class="phrase"' : '';
};

const tableHtml = (table: Table): string => {
	const side = (i: number): string => (table.align[i] === 'right' ? ' class="number"' : '');
	if (table.head.length === 0) {
		const rows = table.rows.map(
			([name, ...rest]) =>
				`<div><dt>${runsHtml(name ?? [])}</dt>${rest.map(c => `<dd>${runsHtml(c)}</dd>`).join('')}</div>`,
		);
		return `<dl class="fields">${rows.join('')}</dl>`;
	}
	// On a phone each cell names its column, because a row becomes a small card.
	const names = table.head.map(c => escapeHtml(textOf(c)));
	const head = table.head
		.map((c, i) => (c.length === 0 ? '<td></td>' : `<th scope="col"${side(i)}>${runsHtml(c)}</th>`))
		.join('');
	const rows = table.rows.map(
		row =>
			`<tr>${row.map((c, i) => `<td${side(i) || phraseClass(c)} data-name="${names[i] ?? ''}"><span>${runsHtml(c)}</span></td>`).join('')}</tr>`,
	);
	return `<div class="table"><table class="columns-${table.head.length}"><thead><tr>${head}</tr></thead><tbody>${rows.join('\n')}</tbody></table></div>`;
};
