import type {z} from 'zod';
import {describeIssues} from './describe-issue.js';
import type {Problem} from './problem.js';
import {readText} from './read-text.js';
import {salvage, type Salvaged} from './salvage.js';
import {knownKeys} from './schemas.js';
import {blindSpot, unreadData, unreadText, type Unread} from './unread.js';
import {parseYaml, type YamlSource} from './yaml-source.js';

export type Read<T> =
	| {readonly ok: true; readonly value: T; readonly source: YamlSource}
	| {
			readonly ok: false;
			readonly problems: readonly Problem[];
			/** What of it can be judged all the same. */
			readonly salvaged?: Salvaged<T>;
			/** What cannot be judged. */
			readonly unread: Unread;
	  };

/** Validates a parsed source with a schema; every violation becomes a problem at its place. */
export const matchSchema = <S extends z.ZodType>(
	source: YamlSource,
	schema: S,
): Read<z.infer<S>> => {
	const result = schema.safeParse(source.data);
	if (result.success) return {ok: true, value: result.data, source};
	const keys = knownKeys();
	const problems = describeIssues(result.error.issues, source, keys);
	const salvaged = salvage(source, schema);
	return salvaged === undefined
		? {ok: false, problems, unread: unreadData(source.data)}
		: {ok: false, problems, salvaged, unread: unreadData(salvaged.dropped)};
};

/** Reads, parses and validates one YAML file; `file` is the name that problems show. */
export const readYaml = async <S extends z.ZodType>(
	path: string,
	file: string,
	schema: S | ((data: unknown) => S),
): Promise<Read<z.infer<S>>> => {
	const text = await readText(path, file);
	if (!text.ok) return {ok: false, problems: [text.problem], unread: blindSpot};
	const parsed = parseYaml(text.text, file);
	if (!parsed.ok) return {...parsed, unread: unreadText(text.text)};
	return matchSchema(
		parsed.source,
		typeof schema === 'function' ? schema(parsed.source.data) : schema,
	);
};
