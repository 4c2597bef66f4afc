import {Marked, type Token, type Tokens} from 'marked';
import {UserError} from '../../domain/errors.js';
import {ChartData, isChartKind} from './charts.js';
import {runsOf} from './inline.js';
import {textOf, type Block, type Table} from './nodes.js';

/** Markdown without automatic links: an address in somebody's text must not become one to click on. */
const newParser = (): Marked => new Marked({gfm: true, tokenizer: {url: () => undefined}});

/**
 * Parses the Markdown of a document once.
 * @param markdown what a template gave
 * @param place names the template for messages, and finds the line of a fenced block's word in it
 * @throws UserError when the data of a drawn block does not fit its kind
 */
export const parseDocument = (
	markdown: string,
	place: (needle: string) => string,
): readonly Block[] => {
	const used = new Map<string, number>();
	const blocks = (tokens: readonly Token[]): readonly Block[] =>
		tokens.flatMap(token => blocksOf(token as Tokens.Generic));

	const headingId = (text: string): string => {
		const slug =
			text
				.toLowerCase()
				.replace(/[^a-z0-9]+/g, '-')
				.replace(/^-+|-+$/g, '')
				.slice(0, 60) || 'section';
		const count = (used.get(slug) ?? 0) + 1;
		used.set(slug, count);
		return count === 1 ? slug : `${slug}--${count}`;
	};

	const blocksOf = (token: Tokens.Generic): readonly Block[] => {
		switch (token.type) {
			case 'heading': {
				const runs = runsOf(token.tokens);
				const level = Math.min(Number(token.depth), 4) as 1 | 2 | 3 | 4;
				return runs.length === 0
					? []
					: [{type: 'heading', level, id: headingId(textOf(runs)), runs}];
			}
			case 'paragraph':
			case 'text': {
				const runs = runsOf(token.tokens ?? [token]);
				return runs.length === 0 ? [] : [{type: 'paragraph', runs}];
			}
			case 'list': {
				const list = token as Tokens.List;
				return [
					{
						type: 'list',
						ordered: list.ordered,
						start: list.start === '' ? 1 : list.start,
						items: list.items.map(item => blocks(item.tokens)),
					},
				];
			}
			case 'table':
				return [tableOf(token as Tokens.Table)];
			case 'blockquote':
				return [{type: 'quote', blocks: blocks(token.tokens ?? [])}];
			case 'code':
				return [codeOf(token as Tokens.Code, place)];
			case 'hr':
				return [{type: 'chart', data: {kind: 'page', orientation: 'portrait', tables: 'normal'}}];
			// Blank lines, link definitions and raw HTML draw nothing.
			default:
				return [];
		}
	};
	return blocks(newParser().lexer(markdown));
};

const tableOf = (token: Tokens.Table): Table => {
	const head = token.header.map(cell => runsOf(cell.tokens));
	return {
		type: 'table',
		head: head.every(cell => cell.length === 0) ? [] : head,
		align: token.align.map(a => (a === 'right' ? 'right' : 'left')),
		rows: token.rows.map(row => row.map(cell => runsOf(cell.tokens))),
	};
};

const codeOf = (token: Tokens.Code, place: (needle: string) => string): Block => {
	const word = (token.lang ?? '').trim();
	if (!isChartKind(word)) return {type: 'code', text: token.text};
	const parsed = ChartData.safeParse(readData(token.text, word, place));
	if (parsed.success) return {type: 'chart', data: parsed.data};
	const issue = parsed.error.issues[0];
	throw new UserError(
		`${place(`\`\`\`${word}`)}: the data of the block "${word}" does not fit: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`,
		['Compare the block with the one in the template that dbvet ships.'],
	);
};

const readData = (text: string, word: string, place: (needle: string) => string): unknown => {
	if (text.trim() === '') return {kind: word};
	try {
		const data: unknown = JSON.parse(text);
		return typeof data === 'object' && data !== null ? {...data, kind: word} : data;
	} catch (error) {
		if (!(error instanceof SyntaxError)) throw error;
		throw new UserError(`${place(`\`\`\`${word}`)}: the block "${word}" does not hold JSON`, [
			'Write its data as one JSON object, or leave the block empty.',
		]);
	}
};
