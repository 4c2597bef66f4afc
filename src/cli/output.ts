import {printableJson, printableText} from '../domain/text.js';
import {charsetOf, suitedJson} from './charset.js';

/** Everything that the command line writes goes through here: data to stdout, all else to stderr. */
export type Output = {
	/** A line of data for people. */
	readonly line: (text?: string) => void;
	/** The one JSON document. */
	readonly json: (value: unknown) => void;
	/** A remark that is not data. */
	readonly note: (text: string) => void;
	/** Rows with columns that line up; numbers to the right. */
	readonly table: (rows: readonly (readonly string[])[], right?: readonly number[]) => void;
	readonly style: Style;
	readonly isTerminal: boolean;
	readonly columns: number;
};

export type Style = {
	readonly bold: (text: string) => string;
	readonly dim: (text: string) => string;
	readonly good: (text: string) => string;
	readonly bad: (text: string) => string;
	readonly warn: (text: string) => string;
	readonly sign: Readonly<Record<Sign, string>>;
};

export type Sign = 'pass' | 'fail' | 'unknown' | 'not-applicable' | 'contradicted' | 'stale';

const unicode: Readonly<Record<Sign, string>> = {
	pass: '✔',
	fail: '✖',
	unknown: '?',
	'not-applicable': '–',
	contradicted: '⚠',
	stale: '↻',
};
const ascii: Readonly<Record<Sign, string>> = {
	pass: '+',
	fail: 'x',
	unknown: '?',
	'not-applicable': '-',
	contradicted: '!',
	stale: '~',
};

/** Columns that a text takes: wide characters count two, marks none. Exact enough for tables of names and sentences. */
export const widthOf = (text: string): number => {
	let width = 0;
	for (const {segment} of new Intl.Segmenter().segment(text)) {
		width +=
			/\p{Emoji_Presentation}|[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]/u.test(
				segment,
			)
				? 2
				: 1;
	}
	return width;
};

const paint =
	(on: boolean, code: string) =>
	(text: string): string =>
		on ? `\u001b[${code}m${text}\u001b[0m` : text;

// eslint-disable-next-line no-control-regex -- our own colour codes are what is measured away.
const ansi = /\u001b\[[0-9;]*m/g;

// eslint-disable-next-line no-control-regex -- what `paint` writes, and nothing else.
const ownCode = /(\u001b\[(?:0|1|2|31|32|33)m)/;

/** Keeps our own colours, and makes every other character of a terminal's language visible: names and notes come from anywhere. */
const safeFor =
	(colour: boolean) =>
	(text: string): string =>
		colour
			? text
					.split(ownCode)
					.map((part, i) => (i % 2 === 1 ? part : printableText(part)))
					.join('')
			: printableText(text);

/** The width of a terminal; one that does not know its own says 0, or nothing at all. */
const columnsOf = ({columns}: {readonly columns?: number}): number =>
	columns === undefined || columns === 0 ? 80 : columns;

/** The output of a real process. Colour only on a terminal, and never when NO_COLOR is set. */
export const processOutput = (process: NodeJS.Process): Output => {
	const terminal = process.stdout.isTTY;
	const colour = terminal && (process.env.NO_COLOR ?? '') === '' && process.env.TERM !== 'dumb';
	const safe = safeFor(colour);
	const line = (text = ''): void => {
		process.stdout.write(`${safe(text)}\n`);
	};
	const charset = charsetOf(process.stdout, process.env, process.platform);
	const sign = charset === 'unicode' ? unicode : ascii;
	return {
		line,
		json: value => {
			process.stdout.write(`${suitedJson(printableJson(value), charset)}\n`);
		},
		note: text => {
			process.stderr.write(`${printableText(text)}\n`);
		},
		table: (given, right = []) => {
			const rows = given.map(row => row.map(safe));
			const plain = rows.map(row => row.map(cell => widthOf(cell.replace(ansi, ''))));
			const widths = plain.reduce<number[]>(
				(all, row) => row.map((width, i) => Math.max(width, all[i] ?? 0)),
				[],
			);
			rows.forEach((row, r) => {
				const cells = row.map((cell, i) => {
					const pad = ' '.repeat((widths[i] ?? 0) - (plain[r]?.[i] ?? 0));
					return right.includes(i) ? pad + cell : cell + pad;
				});
				line(cells.join('  ').trimEnd());
			});
		},
		style: {
			bold: paint(colour, '1'),
			dim: paint(colour, '2'),
			good: paint(colour, '32'),
			bad: paint(colour, '31'),
			warn: paint(colour, '33'),
			sign,
		},
		isTerminal: terminal,
		columns: terminal ? columnsOf(process.stdout) : 100,
	};
};

/** Breaks a text into lines of at most `width` columns, with an indent, and another one from the second line on. */
export const wrap = (text: string, width: number, indent = '', hanging = indent): string => {
	const lines: string[] = [];
	let current = '';
	// A no-break space is what its name says.
	for (const word of text.split(/[^\S\u00a0]+/)) {
		const margin = lines.length === 0 ? indent : hanging;
		if (current !== '' && widthOf(current) + 1 + widthOf(word) > width - margin.length) {
			lines.push(margin + current);
			current = word;
		} else current = current === '' ? word : `${current} ${word}`;
	}
	if (current !== '') lines.push((lines.length === 0 ? indent : hanging) + current);
	return lines.join('\n');
};
