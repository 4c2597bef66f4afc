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

/**
 * Reads a file of targets: CSV with a first line of names, or YAML with a list under `targets`; the ending of the name decides.
 * @throws UserError with everything that is wrong as `file:line:column`
 */
export const readTargets = async (path: string): Promise<readonly PlacedRow[]> => {
	const read = await readText(path, path);
	if (!read.ok) throw new UserError(problemLine(read.problem), next, exitCode.unfinished);
	return parseTargets(read.text, path);
};

/** As readTargets, on text that is at hand. */
export const parseTargets = (content: string, file: string): readonly PlacedRow[] => {
	const problems: Problem[] = [];
	const rows = (/\.csv$/i.test(file) ? fromCsv : fromYaml)(content, file, problems);
	if (problems.length === 0 && rows.length === 0)
		problems.push(error({file, line: 1, column: 1}, 'there is no target in this file'));
	if (problems.length > 0) throw problemsError('the targets', problems, next);
	return rows;
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

type Reader = (content: string, file: string, problems: Problem[]) => readonly PlacedRow[];

const fromCsv: Reader = (content, file, problems) => {
	const table = rowsOfCsv(content, file);
	const heads = headProblems(table, file);
	problems.push(...heads, ...table.problems);
	// Without a name for each target every line would say the same again.
	if (heads.length > 0 && !table.names.includes('name')) return [];
	return table.rows.flatMap(({cells, line}) => {
		const given = Object.fromEntries(
			Object.entries(cells).filter(([name, cell]) => cell !== '' && keys.includes(name)),
		);
		const place = {file, line, column: 1};
		const parsed = TargetRow.safeParse(given);
		if (parsed.success) return [{row: parsed.data, place}];
		problems.push(...describeIssues(parsed.error.issues, onLine(given, place), keys));
		return [];
	});
};

const fromYaml: Reader = (content, file, problems) => {
	const parsed = parseYaml(content, file);
	if (!parsed.ok) {
		problems.push(...parsed.problems);
		return [];
	}
	const {source} = parsed;
	const whole = z.strictObject({targets: z.array(TargetRow).max(10_000)}).safeParse(source.data);
	if (!whole.success) {
		problems.push(...describeIssues(whole.error.issues, source, ['targets', ...keys]));
		return [];
	}
	return whole.data.targets.map((row, at) => ({row, place: source.place(['targets', at])}));
};
