import type {Condition} from '../../domain/condition.js';
import type {Question} from '../../domain/question.js';
import type {Book} from '../book.js';
import {error, type Problem} from '../problem.js';

type Leaf = {readonly fact: string} | {readonly answer: string};

const leavesOf = (condition: Condition): readonly Leaf[] => {
	if ('all' in condition) return condition.all.flatMap(leavesOf);
	if ('any' in condition) return condition.any.flatMap(leavesOf);
	if ('not' in condition) return leavesOf(condition.not);
	return 'fact' in condition || 'answer' in condition ? [condition] : [];
};

/**
 * Questions whose being asked depends, over other answers and facts, on their own answer: nobody could ever answer
 * them. Each circle is named once, from its first question on.
 */
const circlesOf = (book: Book): readonly (readonly Question[])[] => {
	const questions = book.parts.questionnaires.flatMap(q => q.questions);
	const byId = new Map(questions.map(q => [q.id, q]));
	const byFact = new Map(questions.flatMap(q => (q.fact === undefined ? [] : [[q.fact, q]])));
	const controls = new Map(book.parts.questionnaires.flatMap(q => q.controls).map(c => [c.id, c]));
	const waitsFor = (question: Question): readonly Question[] => {
		const applies =
			question.control === undefined ? undefined : controls.get(question.control)?.appliesWhen;
		return [question.when, applies]
			.flatMap(c => (c === undefined ? [] : leavesOf(c)))
			.flatMap(leaf => {
				const found = 'fact' in leaf ? byFact.get(leaf.fact) : byId.get(leaf.answer);
				return found === undefined ? [] : [found];
			});
	};

	const circles: (readonly Question[])[] = [];
	const done = new Set<Question>();
	const visit = (question: Question, trail: readonly Question[]): void => {
		const start = trail.indexOf(question);
		if (start >= 0) {
			circles.push(trail.slice(start));
			return;
		}
		if (done.has(question)) return;
		waitsFor(question).forEach(next => visit(next, [...trail, question]));
		done.add(question);
	};
	questions.forEach(question => visit(question, []));
	return circles;
};

/** One problem for each circle, at its first question. */
export const cycles = (book: Book): readonly Problem[] =>
	circlesOf(book).flatMap(circle => {
		const [first] = circle;
		if (first === undefined) return [];
		const ids = [...circle, first].map(q => q.id).join(' -> ');
		const message = `these questions wait for each other: ${ids}`;
		return [error(book.place(first, ['when'], 'key'), message)];
	});

/** The questions that wait in a circle: told by `cycles`, and by no other rule again. */
export const circled = (book: Book): ReadonlySet<Question> => new Set(circlesOf(book).flat());
