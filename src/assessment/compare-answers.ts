import type {FrozenTarget} from '../domain/baseline.js';
import {dayOf} from '../domain/day.js';
import type {Deviation} from '../domain/deviation.js';
import type {ControlEvaluation, QuestionEvaluation} from '../domain/evaluation.js';
import type {Target} from '../domain/target.js';
import {plainText} from '../domain/text.js';

/** The answers of a target that are others than those that were approved, given since, or withdrawn. */
export const compareAnswers = (
	target: Target,
	then: FrozenTarget,
	now: FrozenTarget,
	questions: readonly QuestionEvaluation[],
	controls: readonly ControlEvaluation[],
): readonly Deviation[] => {
	const severities = new Map(controls.map(c => [c.control, c.definition.severity] as const));
	return questions.flatMap((question): readonly Deviation[] => {
		const {question: id, answer, control} = question;
		const before = then.answers[id];
		const present = now.answers[id];
		if (before === present) return [];
		return [
			{
				word: 're-answered',
				kind: 'answer',
				key: `answer/${target.id}/${id}`,
				id: `${target.name}/${id}`,
				target: target.id,
				targetName: target.name,
				severity: (control === undefined ? undefined : severities.get(control)) ?? 'info',
				title: id,
				text: textOf(answer, before !== undefined),
				saidBy: [],
				...(before !== undefined && {then: before}),
				...(present !== undefined && {now: present}),
			},
		];
	});
};

const textOf = (answer: QuestionEvaluation['answer'], answered: boolean): string => {
	if (answer === undefined) return 'The answer was withdrawn.';
	const said = `${plainText(String(answer.value), 80)}, by ${answer.by} on ${dayOf(answer.at)}`;
	return answered ? `Answered otherwise: ${said}.` : `Answered since: ${said}.`;
};
