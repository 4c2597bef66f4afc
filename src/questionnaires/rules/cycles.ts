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
 * them. Each circle is reported once, at its first question.
 */
export const cycles = (book: Book): readonly Problem[] => {
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

	const problems: Problem[] = [];
	const done = new Set<string>();
	const visit = (question: Question, trail: readonly string[]): void => {
		const start = trail.indexOf(question.id);
		if (start >= 0) {
			const circle = [...trail.slice(start), question.id].join(' -> ');
			problems.push(
				error(
					book.place(question, ['when'], 'key'),
					`these questions wait for each other: ${circle}`,
				),
			);
			return;
		}
		if (done.has(question.id)) return;
		waitsFor(question).forEach(next => visit(next, [...trail, question.id]));
		done.add(question.id);
	};
	questions.forEach(question => visit(question, []));
	return problems;
};
