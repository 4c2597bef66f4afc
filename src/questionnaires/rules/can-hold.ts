type Leaf = {readonly variable: string; readonly is: readonly (string | number)[]};

/** A condition over named variables, each of which has one of a few values. */
export type Formula =
	| Leaf
	| {readonly all: readonly Formula[]}
	| {readonly any: readonly Formula[]}
	| {readonly not: Formula};

/** What always holds. */
export const always: Formula = {all: []};

type Given = ReadonlyMap<string, string | number>;

/** True or false where the values given so far decide, else undefined. */
const decided = (formula: Formula, given: Given): boolean | undefined => {
	if ('variable' in formula) {
		const value = given.get(formula.variable);
		return value === undefined ? undefined : formula.is.includes(value);
	}
	if ('not' in formula) {
		const inner = decided(formula.not, given);
		return inner === undefined ? undefined : !inner;
	}
	const [parts, stop] = 'all' in formula ? [formula.all, false] : [formula.any, true];
	let open = false;
	for (const part of parts) {
		const value = decided(part, given);
		if (value === stop) return stop;
		open ||= value === undefined;
	}
	return open ? undefined : !stop;
};

const leavesOf = (formula: Formula): readonly Leaf[] => {
	if ('variable' in formula) return [formula];
	if ('not' in formula) return leavesOf(formula.not);
	return ('all' in formula ? formula.all : formula.any).flatMap(leavesOf);
};

/** Real content needs some dozens of steps; beyond this nobody is told anything, rather than something wrong. */
const maxSteps = 20_000;

/**
 * Whether some choice of values makes a formula true. `valuesOf` gives the values that a variable may have; undefined
 * means any. A formula that is too large to be decided counts as one that can hold.
 */
export const canHold = (
	formula: Formula,
	valuesOf: (variable: string) => readonly (string | number)[] | undefined,
): boolean => {
	const leaves = leavesOf(formula);
	const variables = [...new Set(leaves.map(leaf => leaf.variable))];
	const choices = new Map(
		variables.map(variable => {
			const named = new Set(leaves.filter(l => l.variable === variable).flatMap(l => l.is));
			const possible = valuesOf(variable);
			const kept = [...named].filter(value => possible?.includes(value) ?? true);
			// All values that no leaf names are alike, so that one stands for them; no real value holds a NUL.
			const others = possible?.some(value => !named.has(value)) ?? true;
			return [variable, others ? [...kept, '\0'] : kept] as const;
		}),
	);
	let steps = 0;
	const search = (given: Given, at: number): boolean => {
		const value = decided(formula, given);
		if (value !== undefined) return value;
		const variable = variables[at];
		if (variable === undefined || ++steps > maxSteps) return true;
		return (choices.get(variable) ?? []).some(choice =>
			search(new Map([...given, [variable, choice]]), at + 1),
		);
	};
	return search(new Map(), 0);
};
