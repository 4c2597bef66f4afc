import * as z from 'zod';
import {exitCode, UserError} from '../domain/errors.js';
import {quotedWord} from '../domain/hide-logins.js';
import {platforms, targetKinds} from '../domain/options.js';
import {rowsOfCsv} from './csv-source.js';
import {describeIssues} from './describe-issue.js';
import {error, problemLine, problemsError, type Place, type Problem} from './problem.js';
import {didYouMean} from './suggest.js';
import {readText} from './read-text.js';
import {parseYaml, type YamlSource} from './yaml-source.js';

const text = z.string().trim().min(1).max(2_000);
/** A YAML list, or one text with semicolons between its parts, as a cell of a table has it. */
const list = z
	.union([z.array(text), text.transform(value => value.split(';').map(part => part.trim()))])
	.transform(parts => parts.filter(part => part !== ''));

const fields = z.strictObject({
	name: text,
	/** URL of a database, folder of an application or cluster, place of backups. */
	place: text.optional(),
	/** Another name of `place`, because most lists of databases call it so. */
	url: text.optional(),
	kind: z.enum(targetKinds).optional(),
	platform: z.enum(platforms).optional(),
	ca: text.optional(),
	pin: text.optional(),
	'client-cert': text.optional(),
	'client-key': text.optional(),
	'password-env': text.optional(),
	'password-command': text.optional(),
	as: list.optional(),
	replica: list.optional(),
	pooler: list.optional(),
	expect: z.enum(['private', 'allowlisted', 'public']).optional(),
	vendor: text.optional(),
	uses: list.optional(),
	of: list.optional(),
	profile: list.optional(),
});
/** One target of a targets file; the keys are the options of `target add`. */
const TargetRow = fields
	.refine(({place, url}) => place === undefined || url === undefined, {
		path: ['url'],
		error: 'is another name of place: give one of the two',
	})
	.transform(({url, ...row}) => (url === undefined ? row : {...row, place: url}));
export type TargetRow = z.infer<typeof TargetRow>;

export type PlacedRow = {readonly row: TargetRow; readonly place: Place};

const next = [
	'A table has a first line such as: name,place,ca,password-env,vendor,as',
	'A YAML file has a list: targets: [{name: prod, place: postgres://dbvet@db:5432/shop, password-env: PROD_PW}]',
];

/** The rows that can be read, and what is wrong with the others. */
export type TargetRows = {
	readonly rows: readonly PlacedRow[];
	readonly problems: readonly Problem[];
	/** Names of rows that cannot be read: whoever refers to them is not at fault. */
	readonly broken: readonly string[];
};

/** The error that tells everything that is wrong with the lines of a file of targets. */
export const targetsError = (
	problems: readonly Problem[],
	steps: readonly string[] = next,
): UserError => problemsError('the targets', problems, steps);

/**
 * Reads a file of targets: CSV with a first line of names, or YAML with a list under `targets`; the ending of the name decides.
 * @throws UserError for a file that cannot be read, and as `file:line:column` where it holds no row at all
 */
export const readTargets = async (path: string): Promise<TargetRows> => {
	const read = await readText(path, path);
	if (!read.ok) throw new UserError(problemLine(read.problem), next, exitCode.unfinished);
	return parseTargets(read.text, path);
};

const parseTargets = (content: string, file: string): TargetRows => {
	const problems: Problem[] = [];
	const broken: string[] = [];
	const read = /\.csv$/i.test(file) ? fromCsv : fromYaml;
	const rows = read(content, file, {problems, broken});
	if (problems.length === 0 && rows.length === 0)
		problems.push(error({file, line: 1, column: 1}, 'there is no target in this file'));
	if (rows.length === 0) throw targetsError(problems);
	return {rows, problems, broken};
};

const keys = Object.keys(fields.shape);

/** A line of a table as the source of a problem: whatever is wrong with it, it is wrong on that line. */
const onLine = (data: unknown, place: Place): YamlSource => ({
	file: place.file,
	data,
	place: () => place,
	holds: () => false,
	written: () => undefined,
	numberKeys: () => [],
	gluedPlaces: () => [],
});

/** What is wrong with the first line, once for the table; a column that is empty throughout is no mistake. */
const headProblems = (
	{names, rows}: ReturnType<typeof rowsOfCsv>,
	file: string,
): readonly Problem[] => {
	if (rows.length === 0) return [];
	const place = {file, line: 1, column: 1};
	const used = names.filter(name => !keys.includes(name) && rows.some(r => r.cells[name] !== ''));
	return [
		...used.map(name =>
			error(
				place,
				name === ''
					? 'a column has cells and no name in the first line'
					: `unknown column ${quotedWord(name)}${didYouMean(name, keys)}`,
			),
		),
		...(names.includes('name') ? [] : [error(place, 'the column "name" is missing')]),
	];
};

type Faults = {readonly problems: Problem[]; readonly broken: string[]};
type Reader = (content: string, file: string, faults: Faults) => readonly PlacedRow[];

const nameIn = (row: unknown): readonly string[] => {
	const named = z.object({name: z.string()}).safeParse(row);
	return named.success ? [named.data.name] : [];
};

const fromCsv: Reader = (content, file, {problems, broken}) => {
	const table = rowsOfCsv(content, file);
	const heads = headProblems(table, file);
	problems.push(...heads, ...table.problems);
	// Without a name for each target every line would say the same again.
	if (heads.length > 0 && !table.names.includes('name')) return [];
	const rows = table.rows.flatMap(({cells, line}) => {
		const given = Object.fromEntries(
			Object.entries(cells).filter(([name, cell]) => cell !== '' && keys.includes(name)),
		);
		const place = {file, line, column: 1};
		const parsed = TargetRow.safeParse(given);
		if (parsed.success) return [{row: parsed.data, place}];
		problems.push(...describeIssues(parsed.error.issues, onLine(given, place), keys));
		broken.push(...nameIn(given));
		return [];
	});
	// A column that was meant as another one leaves every line without what stands in it.
	return heads.length > 0 ? [] : rows;
};

const fromYaml: Reader = (content, file, {problems, broken}) => {
	const parsed = parseYaml(content, file);
	if (!parsed.ok) {
		problems.push(...parsed.problems);
		return [];
	}
	const {source} = parsed;
	const whole = z.strictObject({targets: z.array(z.unknown()).max(10_000)}).safeParse(source.data);
	if (!whole.success) {
		problems.push(...describeIssues(whole.error.issues, source, ['targets', ...keys]));
		return [];
	}
	return whole.data.targets.flatMap((one, at) => {
		const row = TargetRow.safeParse(one);
		if (row.success) return [{row: row.data, place: source.place(['targets', at])}];
		const issues = row.error.issues.map(issue => ({
			...issue,
			path: ['targets', at, ...issue.path],
		}));
		problems.push(...describeIssues(issues, source, ['targets', ...keys]));
		broken.push(...nameIn(one));
		return [];
	});
};
