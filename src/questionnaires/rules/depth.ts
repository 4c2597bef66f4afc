import type {Question} from '../../domain/question.js';
import type {Book} from '../book.js';
import {error, type Problem} from '../problem.js';

const claims = ({control, followUp, answer}: Question): boolean => {
	if (control === undefined || followUp) return false;
	return answer.kind !== 'text';
};

/**
 * Details may be left out, so that something else must be able to settle their control: a question that is always asked,
 * or checks that prove it.
 */
export const depth = (book: Book): readonly Problem[] => {
	const questions = book.parts.questionnaires.flatMap(q => q.questions);
	const controls = new Map(book.parts.questionnaires.flatMap(q => q.controls).map(c => [c.id, c]));
	return questions
		.filter(q => q.depth === 'detail')
		.flatMap((question): readonly Problem[] => {
			const place = book.place(question, ['depth']);
			if (question.control === undefined)
				return [error(place, 'depth: a scoping question is always asked; it cannot be a detail')];
			if (question.followUp) return [];
			const core = questions.some(
				q => q.control === question.control && q.depth === 'core' && claims(q),
			);
			const proven = controls.get(question.control)?.checks.some(({role}) => role === 'required');
			return core || proven === true
				? []
				: [
						error(
							place,
							`depth: nothing is left to settle "${question.control}" when its details are left out; it needs another question or a required check`,
						),
					];
		});
};
