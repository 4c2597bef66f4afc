import * as z from 'zod';

const Value = z.union([z.string(), z.number()]);
const Values = z
	.union([Value, z.array(Value).min(1)])
	.transform((v): readonly (string | number)[] => (Array.isArray(v) ? v : [v]));

/**
 * When something is asked or applies. `fact` looks at a scoping answer (of the target, else of the organisation),
 * `answer` at another answer of the same target, `target` at an attribute of the target.
 */
export type Condition =
	| {readonly fact: string; readonly is: readonly (string | number)[]}
	| {readonly answer: string; readonly is: readonly (string | number)[]}
	| {readonly target: 'engine' | 'platform' | 'kind'; readonly is: readonly (string | number)[]}
	| {readonly all: readonly Condition[]}
	| {readonly any: readonly Condition[]}
	| {readonly not: Condition};

export const Condition: z.ZodType<Condition> = z.lazy(() =>
	z.union([
		z.strictObject({fact: z.string(), is: Values}),
		z.strictObject({answer: z.string(), is: Values}),
		z.strictObject({target: z.enum(['engine', 'platform', 'kind']), is: Values}),
		z.strictObject({all: z.array(Condition).min(1).readonly()}),
		z.strictObject({any: z.array(Condition).min(1).readonly()}),
		z.strictObject({not: Condition}),
	]),
);

/** The questions whose answers a condition looks at. */
export const questionsIn = (condition: Condition): readonly string[] => {
	if ('all' in condition) return condition.all.flatMap(questionsIn);
	if ('any' in condition) return condition.any.flatMap(questionsIn);
	if ('not' in condition) return questionsIn(condition.not);
	return 'answer' in condition ? [condition.answer] : [];
};

/** Undefined means: not answered, not known. */
export type ConditionSources = {
	readonly fact: (id: string) => string | number | undefined;
	readonly answer: (question: string) => string | number | undefined;
	readonly target: (attribute: 'engine' | 'platform' | 'kind') => string | undefined;
};

/**
 * True, false, or undefined when a scoping fact or an attribute that decides is not known. An unanswered question makes
 * an `answer` condition false, because a follow-up waits for its question; "don't know" to a fact leaves it unknown.
 */
export const holds = (condition: Condition, sources: ConditionSources): boolean | undefined => {
	if ('all' in condition) {
		const parts = condition.all.map(c => holds(c, sources));
		return parts.includes(false) ? false : parts.includes(undefined) ? undefined : true;
	}
	if ('any' in condition) {
		const parts = condition.any.map(c => holds(c, sources));
		return parts.includes(true) ? true : parts.includes(undefined) ? undefined : false;
	}
	if ('not' in condition) {
		const inner = holds(condition.not, sources);
		return inner === undefined ? undefined : !inner;
	}
	if ('fact' in condition) {
		const value = sources.fact(condition.fact);
		return value === undefined || value === 'dont-know' ? undefined : condition.is.includes(value);
	}
	if ('answer' in condition) {
		const value = sources.answer(condition.answer);
		return value !== undefined && condition.is.includes(value);
	}
	const value = sources.target(condition.target);
	return value === undefined ? undefined : condition.is.includes(value);
};
