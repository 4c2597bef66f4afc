import {questionsIn} from '../../domain/condition.js';
import type {Question} from '../../domain/question.js';
import type {Book} from '../book.js';
import {warning, type Problem} from '../problem.js';
import {circled} from './cycles.js';

/**
 * Controls that an answer about something else can leave open for good: each of their questions waits for an answer to
 * a question of another control, so that with another answer there nobody is ever asked here.
 */
export const openEnds = (book: Book): readonly Problem[] => {
	const questions = book.parts.questionnaires.flatMap(q => q.questions);
	const controlOf = new Map(questions.map(q => [q.id, q.control]));
	const inCircle = circled(book);
	const waitsForOthers = ({when, control}: Question): boolean =>
		when !== undefined && questionsIn(when).some(id => controlOf.get(id) !== control);
	return book.parts.questionnaires
		.flatMap(q => q.controls)
		.flatMap(control => {
			const own = questions.filter(q => q.control === control.id && !q.followUp);
			if (own.length === 0 || !own.every(waitsForOthers)) return [];
			if (own.some(q => inCircle.has(q))) return [];
			return [
				warning(
					book.place(control, ['id']),
					`the control "${control.id}" stays open when the answers that its questions wait for are others; ask one of them always`,
				),
			];
		});
};
