import type {Content} from '../domain/content.js';
import type {Evaluation} from '../domain/evaluation.js';
import {plainText} from '../domain/text.js';
import {allowedAnswers} from './answer-value.js';

/**
 * An answers file to fill in: every question that is asked today, by target, with its text and what it accepts as
 * comments, and the answer it has now. Values are left empty, so reading the file back unchanged records nothing.
 * Returns YAML text that ends with a line break.
 */
export const blankAnswers = ({
	content,
	evaluation,
}: {
	readonly content: Content;
	readonly evaluation: Evaluation;
}): string => {
	const questions = new Map(
		content.questionnaires.flatMap(q => q.questions).map(question => [question.id, question]),
	);
	const lines = [
		'# Write each answer behind its colon. Leave empty what is not known yet.',
		'# With a note:  question-id: {value: partly, note: "the pooler is missing"}',
		'targets:',
	];
	for (const {target} of evaluation.targets) {
		if (target.retiredAt !== undefined) continue;
		const asked = evaluation.questions.filter(q => q.target === target.id && q.asked);
		if (asked.length === 0) continue;
		// A target may be called "1.5" or "yes"; in quotes it stays a name.
		lines.push(`  ${JSON.stringify(target.name)}:`);
		for (const {question: id, answer} of asked) {
			const question = questions.get(id);
			if (question === undefined) continue;
			lines.push(`    # ${plainText(question.text)}`, `    #   ${allowedAnswers(question)}`);
			if (answer !== undefined) lines.push(`    #   now: ${plainText(String(answer.value))}`);
			lines.push(`    ${id}:`);
		}
	}
	return lines.length === 3 ? 'targets: {}\n' : `${lines.join('\n')}\n`;
};
