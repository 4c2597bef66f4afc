import type {z} from 'zod';
import {describeIssues} from './describe-issue.js';
import type {Problem} from './problem.js';
import {readText} from './read-text.js';
import {knownKeys} from './schemas.js';
import {parseYaml, type YamlSource} from './yaml-source.js';

export type Read<T> =
	| {readonly ok: true; readonly value: T; readonly source: YamlSource}
	| {readonly ok: false; readonly problems: readonly Problem[]};

/** Validates a parsed source with a schema; every violation becomes a problem at its place. */
export const matchSchema = <S extends z.ZodType>(
	source: YamlSource,
	schema: S,
): Read<z.infer<S>> => {
	const result = schema.safeParse(source.data);
	if (result.success) return {ok: true, value: result.data, source};
	const keys = knownKeys();
	return {ok: false, problems: describeIssues(result.error.issues, source, keys)};
};

/** Reads, parses and validates one YAML file; `file` is the name that problems show. */
export const readYaml = async <S extends z.ZodType>(
	path: string,
	file: string,
	schema: S | ((data: unknown) => S),
): Promise<Read<z.infer<S>>> => {
	const text = await readText(path, file);
	if (!text.ok) return {ok: false, problems: [text.problem]};
	const parsed = parseYaml(text.text, file);
	if (!parsed.ok) return parsed;
	return matchSchema(
		parsed.source,
		typeof schema === 'function' ? schema(parsed.source.data) : schema,
	);
};
