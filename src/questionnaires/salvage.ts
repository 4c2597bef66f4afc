import type {z} from 'zod';
import {hasOddId} from './unread.js';
import type {Path, YamlSource} from './yaml-source.js';

type Issue = z.core.$ZodIssue;
type Group = Readonly<Record<string, unknown>>;

/** What can be judged of a file although its form is wrong in places. */
export type Salvaged<T> = {
	readonly value: T;
	/** Its places are those of the file, although some elements of its lists are gone. */
	readonly source: YamlSource;
	/** What was taken out. */
	readonly dropped: unknown;
};

const isGroup = (value: unknown): value is Group =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** The longest text that is allowed at the place of an issue; undefined for every other sort of issue. */
const longest = (issue: Issue): number | undefined =>
	issue.code === 'too_big' && issue.origin === 'string' ? Number(issue.maximum) : undefined;

/** A copy of a value with the text at a path cut to a length. */
const cutAt = (value: unknown, [key, ...rest]: readonly PropertyKey[], length: number): unknown => {
	if (key === undefined) return typeof value === 'string' ? value.slice(0, length) : value;
	if (Array.isArray(value))
		return (value as readonly unknown[]).map((item, at) =>
			at === key ? cutAt(item, rest, length) : item,
		);
	return isGroup(value)
		? {...value, [String(key)]: cutAt(value[String(key)], rest, length)}
		: value;
};

/** A source whose lists have lost elements: a path through one of them leads to where the element stands in the file. */
const reindexed = (
	source: YamlSource,
	kept: Readonly<Record<string, readonly number[]>>,
): YamlSource => {
	const real = (path: Path): Path => {
		const [list, at, ...rest] = path;
		const index = typeof at === 'number' ? kept[String(list)]?.[at] : undefined;
		return list === undefined || index === undefined ? path : [list, index, ...rest];
	};
	return {
		...source,
		place: (path, what) => source.place(real(path), what),
		holds: path => source.holds(real(path)),
		written: path => source.written(real(path)),
		gluedPlaces: path => source.gluedPlaces(real(path)),
		numberKeys: path => source.numberKeys(real(path)),
	};
};

/**
 * What is left of a file when texts that are too long are cut and every other wrong element of its lists (controls, questions, risks …) is
 * taken out. Undefined where something else is wrong as well: then nothing in the file can be judged.
 */
export const salvage = <S extends z.ZodType>(
	source: YamlSource,
	schema: S,
): Salvaged<z.infer<S>> | undefined => {
	const first = schema.safeParse(source.data);
	if (first.success || !isGroup(source.data)) return undefined;
	const {issues} = first.error;
	const wrong = issues.filter(issue => longest(issue) === undefined);
	const gone = new Map<string, ReadonlySet<number>>();
	for (const {path} of wrong) {
		const [list, at] = path;
		if (typeof list !== 'string' || typeof at !== 'number') return undefined;
		gone.set(list, new Set([...(gone.get(list) ?? []), at]));
	}
	let data: unknown = source.data;
	for (const issue of issues) data = cutAt(data, issue.path, longest(issue) ?? Infinity);
	if (!isGroup(data)) return undefined;
	const kept: Record<string, readonly number[]> = {};
	const lists: Record<string, readonly unknown[]> = {};
	const dropped: unknown[] = [];
	for (const [list, indexes] of gone) {
		const all = data[list];
		if (!Array.isArray(all)) return undefined;
		kept[list] = all.map((_, at) => at).filter(at => !indexes.has(at));
		lists[list] = (all as readonly unknown[]).filter((_, at) => !indexes.has(at));
		dropped.push(...(all as readonly unknown[]).filter((_, at) => indexes.has(at)));
	}
	// Of what stands under another id than the file says, nobody can tell who refers to it.
	if (hasOddId(dropped)) return undefined;
	const left = schema.safeParse({...data, ...lists});
	return left.success ? {value: left.data, source: reindexed(source, kept), dropped} : undefined;
};
