import type {Target} from '../domain/target.js';
import {TargetKind} from '../domain/target.js';

/** Code-unit order: the same on every machine, whatever its locale. */
export const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Kinds in the order of the domain, then names, then ids. */
export const byTarget = (a: Target, b: Target): number =>
	TargetKind.options.indexOf(a.kind) - TargetKind.options.indexOf(b.kind) ||
	byText(a.name, b.name) ||
	byText(a.id, b.id);

/** The values of a table of the record, ordered by key, so that insertion order never shows. */
export const valuesOf = <T>(table: Readonly<Record<string, T>>): readonly T[] =>
	Object.entries(table)
		.sort(([a], [b]) => byText(a, b))
		.map(([, value]) => value);

/** Groups values by a key; each group keeps the order of the input. */
export const groupBy = <T>(
	values: readonly T[],
	keyOf: (value: T) => string,
): ReadonlyMap<string, readonly T[]> => {
	const groups = new Map<string, T[]>();
	for (const value of values) {
		const key = keyOf(value);
		const group = groups.get(key);
		if (group === undefined) groups.set(key, [value]);
		else group.push(value);
	}
	return groups;
};

/** The values without repetitions, first occurrence first. */
export const unique = <T>(values: readonly T[]): readonly T[] => [...new Set(values)];
