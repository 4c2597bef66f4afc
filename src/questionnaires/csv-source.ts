import {CsvError, parse} from 'csv-parse/sync';
import {error, type Problem} from './problem.js';

/** A line of a table by the names of its columns, with the line of the file it begins on. */
export type CsvRow = {readonly cells: Readonly<Record<string, string>>; readonly line: number};

type Parsed = readonly {
	readonly record: readonly string[];
	readonly info: {readonly lines: number};
}[];

/** A first line by which Excel tells itself what lies between cells. */
const sign = /^\uFEFF?sep=([,;\t])[ \t]*(?=\r?\n|$)/i;

/** The same text without that line, and with as many lines. */
const withoutSign = (text: string): string => text.replace(sign, '');

/**
 * What lies between the cells: Excel writes a semicolon where the comma is the decimal sign. The names in the first line hold
 * none of these characters, so that the most frequent one there is the delimiter.
 */
const delimiterOf = (text: string): string => {
	const told = sign.exec(text)?.[1];
	if (told !== undefined) return told;
	const head = /^\s*([^\r\n]*)/.exec(text)?.[1] ?? '';
	const count = (one: string): number => head.split(one).length;
	return [',', ';', '\t'].reduce((best, one) => (count(one) > count(best) ? one : best));
};

/**
 * The rows of a CSV text (RFC 4180) under the names of its first line. A table that cannot be read has no rows and one problem
 * at the line where reading stopped; a line with more or fewer cells than names is a problem of its own.
 */
export const rowsOfCsv = (
	text: string,
	file: string,
): {
	readonly names: readonly string[];
	readonly rows: readonly CsvRow[];
	readonly problems: readonly Problem[];
} => {
	let parsed: Parsed;
	try {
		parsed = parse(withoutSign(text), {
			info: true,
			bom: true,
			delimiter: delimiterOf(text),
			trim: true,
			skip_empty_lines: true,
			relax_column_count: true,
			max_record_size: 100_000,
		}) as unknown as Parsed;
	} catch (thrown) {
		if (!(thrown instanceof CsvError)) throw thrown;
		const line = typeof thrown.lines === 'number' ? thrown.lines : 1;
		return {
			names: [],
			rows: [],
			problems: [error({file, line, column: 1}, 'a quote does not close, or stands inside a cell')],
		};
	}
	const [head, ...body] = parsed;
	const names = (head?.record ?? []).map(name => name.toLowerCase());
	const twice = names.find((name, at) => names.indexOf(name) !== at);
	if (twice !== undefined)
		return {
			names,
			rows: [],
			problems: [error({file, line: 1, column: 1}, `two columns are called "${twice}"`)],
		};
	const problems: Problem[] = [];
	const rows = body.flatMap(({record, info}): readonly CsvRow[] => {
		if (record.length !== names.length) {
			const message = `this line has ${record.length} cells, and the first line names ${names.length} columns`;
			problems.push(error({file, line: info.lines, column: 1}, message));
			return [];
		}
		// Without a prototype, so that a column may be called anything.
		const cells = Object.assign(
			Object.create(null) as Record<string, string>,
			Object.fromEntries(names.map((name, at) => [name, record[at] ?? ''])),
		);
		return [{cells, line: info.lines}];
	});
	return {names, rows, problems};
};
