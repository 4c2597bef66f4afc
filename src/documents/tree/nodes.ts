import type {ChipId} from '../chips.js';
import type {ChartData} from './charts.js';

/** A stretch of text with one look. A chip and a line break are runs of their own. */
export type Run =
	| {
			readonly type: 'text';
			readonly text: string;
			readonly strong?: boolean;
			readonly em?: boolean;
			readonly code?: boolean;
			/** http, https, mailto, or `#heading-id`; anything else was dropped on parsing. */
			readonly href?: string;
	  }
	| {readonly type: 'chip'; readonly chip: ChipId}
	| {readonly type: 'break'};

export type Cell = readonly Run[];

export type Heading = {
	readonly type: 'heading';
	readonly level: 1 | 2 | 3 | 4;
	/** Unique in the document, fit for an anchor. */
	readonly id: string;
	readonly runs: readonly Run[];
};

export type Table = {
	readonly type: 'table';
	/** Empty for a table of fields: names in the first column, no header. */
	readonly head: readonly Cell[];
	readonly align: readonly ('left' | 'right')[];
	readonly rows: readonly (readonly Cell[])[];
};

export type List = {
	readonly type: 'list';
	readonly ordered: boolean;
	readonly start: number;
	readonly items: readonly (readonly Block[])[];
};

/** The one model of a document that Markdown, HTML and PDF draw. */
export type Block =
	| Heading
	| {readonly type: 'paragraph'; readonly runs: readonly Run[]}
	| List
	| Table
	| {readonly type: 'quote'; readonly blocks: readonly Block[]}
	| {readonly type: 'code'; readonly text: string}
	| {readonly type: 'chart'; readonly data: ChartData};

/** The text of runs without any look. */
export const textOf = (runs: readonly Run[]): string =>
	runs
		.map(r => (r.type === 'text' ? r.text : r.type === 'break' ? ' ' : ''))
		.join('')
		.trim();
