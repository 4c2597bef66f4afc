import type {Condition} from '../../domain/condition.js';
import type {Control} from '../../domain/control.js';
import type {Question} from '../../domain/question.js';
import type {TargetKind} from '../../domain/target.js';
import type {Book} from '../book.js';
import {always, type Formula} from './can-hold.js';
import {answerable, attributes, isPossible} from './possible.js';

/** A question with the kind of target that it is asked of; `piece` is itself, as its place is known by. */
export type Placed = {
	readonly question: Question;
	readonly kind: TargetKind;
	readonly control?: Control;
};

/** What conditions say about the circumstances under which something is asked or applies. */
export type Circumstances = {
	readonly questions: readonly Placed[];
	/** The questions that a condition looks at. */
	readonly parents: (condition: Condition, kind: TargetKind) => readonly Placed[];
	/** True where another rule tells what is wrong with a condition already. */
	readonly told: (condition: Condition, kind: TargetKind, looksAt: LooksAt) => boolean;
	/** A condition together with those under which what it looks at is asked; `free` pieces count as always there. */
	readonly formula: (condition: Condition, kind: TargetKind, free: Free) => Formula;
	/** The circumstances under which a question is asked. */
	readonly asked: (question: Placed, free: Free) => Formula;
	readonly valuesOf: (variable: string) => readonly (string | number)[] | undefined;
};

type Free = ReadonlySet<object>;

/** Only questions may look at the answers to others. */
export type LooksAt = 'answers' | 'facts';

/** An answer that is not there: it makes a condition on it false. No real answer holds a NUL. */
const open = '\0open';

const leavesOf = (condition: Condition): readonly Condition[] => {
	if ('all' in condition) return condition.all.flatMap(leavesOf);
	if ('any' in condition) return condition.any.flatMap(leavesOf);
	return 'not' in condition ? leavesOf(condition.not) : [condition];
};

/** Only databases have an engine and a platform. */
const attributeValues = (kind: string, attribute: string): readonly string[] => {
	if (attribute === 'kind') return [kind];
	if (kind !== 'database') return [];
	return attribute === 'engine' ? attributes.engine : attributes.platform;
};

/** Reads the conditions of a book as formulas over answers and attributes. */
export const circumstancesOf = (book: Book): Circumstances => {
	const {questionnaires} = book.parts;
	const controls = new Map(questionnaires.flatMap(q => q.controls).map(c => [c.id, c]));
	const questions = questionnaires.flatMap(({kind, questions: all}) =>
		all.map((question): Placed => {
			const control = question.control === undefined ? undefined : controls.get(question.control);
			// A control of another kind is told where it is named; under which circumstances it applies says nothing here.
			return {question, kind, ...(control?.kind === kind ? {control} : {})};
		}),
	);
	const byId = new Map(questions.map(q => [q.question.id, q]));
	const byFact = new Map(
		questions.flatMap(q => (q.question.fact === undefined ? [] : [[q.question.fact, q]])),
	);
	const lookedAt = (leaf: Condition, kind: TargetKind): Placed | undefined => {
		if ('fact' in leaf) return byFact.get(leaf.fact);
		const found = 'answer' in leaf ? byId.get(leaf.answer) : undefined;
		return found?.kind === kind ? found : undefined;
	};
	const isTold = (leaf: Condition, kind: TargetKind, looksAt: LooksAt): boolean => {
		if (!('is' in leaf)) return false;
		if ('answer' in leaf && looksAt === 'facts') return true;
		if ('target' in leaf) {
			const known: readonly string[] = attributes[leaf.target];
			return leaf.is.some(value => !known.includes(String(value)));
		}
		const found = lookedAt(leaf, kind);
		return found === undefined || leaf.is.some(value => !isPossible(found.question, value));
	};
	const formula = (condition: Condition, kind: TargetKind, free: Free): Formula => {
		const inner = (c: Condition): Formula => formula(c, kind, free);
		if ('all' in condition) return {all: condition.all.map(inner)};
		if ('any' in condition) return {any: condition.any.map(inner)};
		if ('not' in condition) return {not: inner(condition.not)};
		const {is} = condition;
		if ('target' in condition) return {variable: `target ${kind} ${condition.target}`, is};
		const found = lookedAt(condition, kind);
		if (found === undefined) return always;
		return {all: [{variable: `answer ${found.question.id}`, is}, asked(found, free)]};
	};
	const asked = ({question, kind, control}: Placed, free: Free): Formula => {
		if (free.has(question)) return always;
		// A circle is told by a rule of its own; here it ends as if the question were always there.
		const on = new Set([...free, question]);
		const applies = control === undefined || free.has(control) ? undefined : control.appliesWhen;
		return {
			all: [question.when, applies].flatMap(c => (c === undefined ? [] : [formula(c, kind, on)])),
		};
	};
	return {
		questions,
		parents: (condition, kind) => leavesOf(condition).flatMap(leaf => lookedAt(leaf, kind) ?? []),
		told: (condition, kind, looksAt) =>
			leavesOf(condition).some(leaf => isTold(leaf, kind, looksAt)),
		formula,
		asked,
		valuesOf: variable => {
			const [sort, name = '', attribute = ''] = variable.split(' ');
			if (sort === 'target') return attributeValues(name, attribute);
			const found = byId.get(name);
			const words = found === undefined ? undefined : answerable(found.question);
			return words === undefined ? undefined : [...words, open];
		},
	};
};
