import {chipText, type ChipId} from '../chips.js';
import type {ChartData} from '../tree/charts.js';
import {escapeMarkdown, flatText} from './escape.js';

/** Markdown that dbvet itself made. Only the functions of this file make it, so hostile text cannot be it. */
export class Markup {
	readonly #text: string;
	constructor(text: string) {
		this.#text = text;
	}
	toString(): string {
		return this.#text;
	}
}

/** What a template may see: plain data and Markup, nothing with behaviour. */
export type ViewValue =
	string | number | boolean | Markup | readonly ViewValue[] | {readonly [key: string]: ViewValue};

/** A status chip. */
export const chip = (id: ChipId): Markup => new Markup(`**${chipText(id)}**`);

/** A new line inside a cell of a table. */
export const newLine = new Markup('<br>');

/** Several pieces in one line, each escaped unless it is Markup. */
export const line = (...parts: readonly (string | number | Markup)[]): Markup =>
	new Markup(
		parts.map(p => (p instanceof Markup ? p.toString() : escapeKeepingEnds(String(p)))).join(''),
	);

const escapeKeepingEnds = (text: string): string =>
	`${/^\s/.test(text) ? ' ' : ''}${escapeMarkdown(text)}${/\s$/.test(text) && text.trim() !== '' ? ' ' : ''}`;

/**
 * A statement, a record id or a hash, drawn small in a fixed width. Text with a backtick or a pipe is shown as escaped
 * text instead, because inside a table no code span can hold both.
 */
export const code = (text: string): Markup => {
	const flat = flatText(text);
	if (flat === '') return new Markup('');
	return /[`|\\]/.test(flat) ? new Markup(escapeMarkdown(flat)) : new Markup(`\`${flat}\``);
};

/** A chart as a fenced block with its data, which each format draws natively. */
export const chart = (data: ChartData): Markup => {
	const {kind, ...rest} = data;
	const printable = (_: string, value: unknown): unknown =>
		typeof value === 'string' ? flatText(value) : value;
	// A backtick in the data could end the block, so it is written as its JSON escape.
	const json = JSON.stringify(rest, printable).replace(/`/g, '\\u0060');
	return new Markup(`\`\`\`${kind}\n${json}\n\`\`\``);
};

/**
 * The context of a template: every string escaped, every Markup turned to its text. A template cannot forget to escape,
 * because it never holds an unescaped string.
 */
export const escapeView = (value: ViewValue): unknown => {
	if (value instanceof Markup) return value.toString();
	if (typeof value === 'string') return escapeMarkdown(value);
	if (typeof value === 'number') {
		if (!Number.isFinite(value))
			throw new TypeError('A document cannot print a number that is not finite.');
		return value;
	}
	if (typeof value === 'boolean') return value;
	if (isList(value)) return value.map(escapeView);
	return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, escapeView(v)]));
};

const isList = (value: readonly ViewValue[] | object): value is readonly ViewValue[] =>
	Array.isArray(value);
