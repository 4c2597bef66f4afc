import type {z} from 'zod';
import {quotedWord} from '../domain/hide-logins.js';
import {nearest} from '../domain/suggest.js';
import {error, type Problem} from './problem.js';
import {didYouMean} from './suggest.js';
import type {Path, YamlSource} from './yaml-source.js';

type Issue = z.core.$ZodIssue;

const asPath = (path: readonly PropertyKey[]): Path =>
	path.map(key => (typeof key === 'symbol' ? String(key) : key));

const valueAt = (data: unknown, path: Path): unknown =>
	path.reduce<unknown>(
		(value, key) =>
			typeof value === 'object' && value !== null
				? (value as Readonly<Record<string | number, unknown>>)[key]
				: undefined,
		data,
	);

const nouns: Readonly<Record<string, string>> = {
	string: 'a text',
	number: 'a number',
	int: 'a whole number',
	boolean: 'true or false',
	array: 'a list',
	object: 'a group of keys',
	record: 'a group of keys',
};

const kindOf = (value: unknown): string => {
	if (value === null) return 'nothing';
	if (Array.isArray(value)) return 'a list';
	if (typeof value === 'boolean') return `the YAML value ${String(value)}`;
	return nouns[typeof value] ?? typeof value;
};

/** True when a key that is unknown in one way of reading looks like one that this way misses: a misspelt key. */
const isMisspelling = (issues: readonly Issue[]): boolean =>
	issues.some(
		issue =>
			issue.code === 'unrecognized_keys' &&
			issue.keys.some(
				key =>
					nearest(
						key,
						issues.map(i => String(i.path.at(-1) ?? '')),
					) !== undefined,
			),
	);

/** Of several ways a value might have been meant, the one it comes closest to: least wrong, and wrong deepest down. */
const closest = (ways: readonly (readonly Issue[])[]): readonly Issue[] => {
	const badness = (issues: readonly Issue[]): number =>
		issues.reduce(
			(sum, issue) => {
				const keys = issue.code === 'unrecognized_keys' ? issue.keys.length : 1;
				return sum + keys * (10 - Math.min(issue.path.length, 9));
			},
			isMisspelling(issues) ? -5 : 0,
		);
	return ways.toSorted((a, b) => badness(a) - badness(b))[0] ?? [];
};

/** An issue together with the value it speaks of. */
type Case = {
	readonly source: YamlSource;
	readonly keys: Iterable<string>;
	readonly path: Path;
	readonly value: unknown;
};

const problem = ({source, path}: Case, message: string): readonly Problem[] => {
	const name = path.at(-1);
	return [error(source.place(path), typeof name === 'string' ? `${name}: ${message}` : message)];
};

const wrongType = (found: Case, expected: string): readonly Problem[] => {
	const {source, path, value} = found;
	const written = source.written(path);
	if (expected === 'string' && typeof value === 'number' && written !== undefined) {
		const read = written === String(value) ? '' : ` (YAML reads it as ${value})`;
		return problem(
			found,
			`expected a text, found the number ${written}${read}; write "${written}"`,
		);
	}
	// A number that is the wrong sort of number, such as .inf or 2.5, says more than that it is one.
	const what = typeof value === 'number' ? (written ?? String(value)) : kindOf(value);
	return problem(found, `expected ${nouns[expected] ?? expected}, found ${what}`);
};

const unitOf = (origin: string): string =>
	origin === 'string' ? 'characters' : origin === 'array' ? 'entries' : '';

const wrongValue = (found: Case, allowed: readonly string[]): readonly Problem[] => {
	const near = typeof found.value === 'string' ? didYouMean(found.value, allowed) : '';
	return problem(found, `expected ${allowed.join(' | ')}, found ${shown(found.value)}${near}`);
};

/** The schemas' own messages ("lower-case words joined by hyphens") say what is expected; the library's begin with "Invalid". */
const wrongFormat = (found: Case, message: string): readonly Problem[] =>
	problem(
		found,
		message.startsWith('Invalid')
			? `${message}, found ${shown(found.value)}`
			: `expected ${message}, found ${shown(found.value)}`,
	);

/** The keys that a group misses, each with the issue that says so. */
const isMissing = (issue: Issue, source: YamlSource, base: Path): boolean =>
	issue.code !== 'unrecognized_keys' &&
	valueAt(source.data, [...base, ...asPath(issue.path)]) === undefined;

/** True for a missing key whose misspelt form stands in the same group: that is told as the unknown key that it is. */
const isMisspelt = (
	missing: Issue,
	issues: readonly Issue[],
	known: readonly string[],
): boolean => {
	const group = JSON.stringify(asPath(missing.path.slice(0, -1)));
	return issues.some(
		issue =>
			issue.code === 'unrecognized_keys' &&
			JSON.stringify(asPath(issue.path)) === group &&
			issue.keys.some(key => nearest(key, known) === missing.path.at(-1)),
	);
};

/** All issues of one value as problems; a misspelt key is one problem and not two. */
export const describeIssues = (
	issues: readonly Issue[],
	source: YamlSource,
	keys: Iterable<string>,
	base: Path = [],
): readonly Problem[] => {
	const missing = issues.filter(issue => isMissing(issue, source, base));
	const names = missing.map(issue => String(issue.path.at(-1) ?? ''));
	return issues
		.filter(issue => !(missing.includes(issue) && isMisspelt(issue, issues, names)))
		.flatMap(issue => describeIssue(issue, source, keys, base));
};

/**
 * A schema issue as problems a person understands, each at its place. `keys` are all keys that the schemas know, for
 * suggestions; `base` is the path of the value that the issue's path starts from.
 */
const describeIssue = (
	issue: Issue,
	source: YamlSource,
	keys: Iterable<string>,
	base: Path,
): readonly Problem[] => {
	const path = [...base, ...asPath(issue.path)];
	const found: Case = {source, keys, path, value: valueAt(source.data, path)};
	return found.value === undefined && issue.code !== 'unrecognized_keys'
		? [error(source.place(path.slice(0, -1)), `the key "${String(path.at(-1))}" is missing here`)]
		: describeFound(issue, found);
};

const describeFound = (issue: Issue, found: Case): readonly Problem[] => {
	const {source, keys, path} = found;
	switch (issue.code) {
		case 'unrecognized_keys':
			return issue.keys.map(key =>
				error(
					source.place([...path, key], 'key'),
					`unknown key ${quotedWord(key)}${didYouMean(key, keys)}`,
				),
			);
		case 'invalid_type':
			return wrongType(found, issue.expected);
		case 'invalid_value':
			return wrongValue(found, issue.values.map(String));
		case 'invalid_union': {
			if ('options' in issue && Array.isArray(issue.options)) {
				return wrongValue(found, issue.options.map(String));
			}
			const best = closest(issue.errors);
			return best.length > 0
				? describeIssues(best, source, keys, path)
				: problem(found, 'this is none of the forms that are allowed here');
		}
		case 'invalid_format':
			return wrongFormat(found, issue.message);
		case 'too_big':
			return problem(found, `expected at most ${issue.maximum} ${unitOf(issue.origin)}`.trimEnd());
		case 'too_small':
			return problem(found, `expected at least ${issue.minimum} ${unitOf(issue.origin)}`.trimEnd());
		case 'invalid_key':
			return [error(source.place(path, 'key'), issue.issues.map(i => i.message).join(', '))];
		case 'not_multiple_of':
		case 'invalid_element':
		case 'custom':
			return problem(found, issue.message);
	}
};

const shown = (value: unknown): string => {
	if (typeof value === 'string') return quotedWord(value, 60);
	const text = JSON.stringify(value) as string | undefined;
	return text === undefined ? 'nothing' : text.length > 60 ? `${text.slice(0, 60)}…` : text;
};
