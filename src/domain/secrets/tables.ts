import type {FoundSecret} from './found.js';
import {isSecretName} from './named-object.js';
import {isPlaceholder} from './placeholder.js';

type Cell = {readonly start: number; readonly end: number; readonly text: string};

/** How a line falls into cells; a row has as many as the head of its table. */
type Split = (line: string, at: number) => readonly Cell[];

type Table = {
	readonly split: Split;
	readonly width: number;
	/** Columns that hold secrets. */
	readonly secret: readonly number[];
	/** The column of names and that of their values. */
	readonly named: readonly [number, number] | undefined;
};

const maxLine = 4000;
const maxCells = 200;
const rule = /^[ \t]*[|+]?[-=:+|\t ]*-{3}[-=:+|\t ]*$/;
const titleLike =
	/^(?!(?:an?|and|its|no|or|our|the|their)\s)[\p{L}\p{N}_./#$ -]{0,60}[\p{L}\p{N}_]$/iu;
const statement = /^\s*(?:select|insert|update|returning|grant|revoke)\b/i;
/** A column of these words lists names or places as often as it lists secrets. */
const vague = /^(?:secret|token)$/i;
/** Where a password is kept, or what stands in for one. */
const place =
	/^(?:(?:\w{1,20}[ -])?vault|key ?chain|keepass\w*|1password|bitwarden|lastpass|iam|kerberos|gssapi|ldap|sso|cert(?:ificate)?|peer|trust|reject|expired|locked|ok|n\/a|[✓✔✗✘x-])$/i;

const cell = (line: string, at: number, from: number, to: number): Cell => {
	const raw = line.slice(from, to);
	const text = raw.trim().replace(/^(["'`])(.*)\1$/, '$2');
	const start = at + from + (text === '' ? 0 : raw.indexOf(text));
	return {start, end: start + text.length, text};
};

/** Cells between a sign; one inside quotes is no border. */
const between =
	(border: string): Split =>
	(line, at) => {
		const cells: Cell[] = [];
		let from = 0;
		let quoted = false;
		for (let i = 0; i <= line.length && cells.length < maxCells; i += 1) {
			if (line[i] === '"' && border !== '|') quoted = !quoted;
			if (i < line.length && (line[i] !== border || quoted)) continue;
			cells.push(cell(line, at, from, i));
			from = i + 1;
		}
		return cells;
	};

/** Cells under the dashes of a line: each reaches to where the next begins. */
const under =
	(dashes: string): Split =>
	(line, at) => {
		const starts = [...dashes.matchAll(/-+/g)].slice(0, maxCells).map(m => m.index);
		return starts.map((from, i) => cell(line, at, from, starts[i + 1] ?? line.length));
	};

const at = (cells: readonly Cell[], pattern: RegExp): number =>
	cells.findIndex(({text}) => pattern.test(text));

/** Rows of Markdown begin and end with a border, which leaves a cell without words at both ends. */
const isEdge = (line: string, i: number): boolean =>
	line.includes('|') && (i === 0 || /\|\s*$/.test(line));

/** The table that a line is the head of, if one of its columns is called after secrets or holds values by name. */
const headOf = (split: Split, line: string): Table | undefined => {
	const cells = split(line, 0);
	if (cells.length < 2 || statement.test(line) || cells.length >= maxCells) return undefined;
	if (!cells.every(({text}, i) => titleLike.test(text) || (text === '' && isEdge(line, i))))
		return undefined;
	const secret = cells.flatMap(({text}, i) => (isSecretName(text) && !vague.test(text) ? [i] : []));
	const name = at(cells, /^(?:variable_?)?(?:name|key)$/i);
	const value = at(cells, /^(?:value|setting)$/i);
	const named = name >= 0 && value >= 0 ? ([name, value] as const) : undefined;
	if (secret.length === 0 && named === undefined) return undefined;
	return {split, width: cells.length, secret, named};
};

const tableAt = (line: string, next: string): Table | undefined => {
	const ruled = rule.test(next);
	if (ruled && !/[|+]/.test(next)) return /-\s/.test(next) ? headOf(under(next), line) : undefined;
	if (line.includes('|')) return ruled ? headOf(between('|'), line) : undefined;
	for (const border of ['\t', ';', ',']) {
		if (!line.includes(border)) continue;
		const split = between(border);
		const head = headOf(split, line);
		if (head?.width === split(next, 0).length) return head;
	}
	return undefined;
};

const isSecret = ({text}: Cell): boolean =>
	!text.startsWith('[redacted:') && !isPlaceholder(text) && !place.test(text);

const inRow = (table: Table, line: string, from: number): readonly FoundSecret[] | undefined => {
	const cells = table.split(line, from);
	if (cells.length !== table.width) return undefined;
	const [name, value] = table.named ?? [-1, -1];
	const columns = isSecretName(cells[name]?.text ?? '') ? [...table.secret, value] : table.secret;
	return columns
		.flatMap(i => cells[i] ?? [])
		.filter(c => isSecret(c) && !(line.includes('|') && /\s/.test(c.text)))
		.map(({start, end}) => ({kind: 'password or key', start, end}));
};

/**
 * The cells of tables below a head that calls their column a password, or beside a name that does: CSV with commas,
 * semicolons or tabs, Markdown, and what psql, mysql and clouds print.
 */
export const secretsInTables = (text: string): readonly FoundSecret[] => {
	const found: (readonly FoundSecret[])[] = [];
	const lines = text.split('\n');
	const lineAt = (i: number): string => (lines[i] ?? '').slice(0, maxLine).replace(/\r$/, '');
	let table: Table | undefined;
	let from = 0;
	let line = lineAt(0);
	for (const [i, whole] of lines.entries()) {
		const next = lineAt(i + 1);
		const ruled = rule.test(line);
		if (!ruled) {
			const row = table === undefined ? undefined : inRow(table, line, from);
			if (row === undefined) table = tableAt(line, next);
			else found.push(row);
		}
		from += whole.length + 1;
		line = next;
	}
	return found.flat();
};
