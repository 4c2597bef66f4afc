import {holds} from '../../src/domain/condition.js';
import type {Content} from '../../src/domain/content.js';
import {daysBetween} from '../../src/domain/day.js';
import type {QuestionEvaluation} from '../../src/domain/evaluation.js';
import type {ClaimOrNothing, Question} from '../../src/domain/question.js';
import type {Target} from '../../src/domain/target.js';
import type {WorkspaceState} from '../../src/domain/workspace.js';

const claimOf = (question: Question, value: string | number, now: string): ClaimOrNothing => {
	if (value === 'dont-know') return 'nothing';
	if (value === 'not-applicable') return 'not-applicable';
	const {answer} = question;
	if (answer.kind === 'yes-no') {
		return value === 'yes' ? answer.claims.yes : value === 'no' ? answer.claims.no : 'partly';
	}
	if (answer.kind === 'choice') return answer.options.find(o => o.id === value)?.claim ?? 'nothing';
	if (answer.kind === 'number') return Number(value) >= 35 ? 'met' : 'not-met';
	if (answer.kind === 'date') return daysBetween(String(value), now) <= 365 ? 'met' : 'not-met';
	return 'met';
};

/** Which questions of a target are asked, with their answers and what these claim. */
export const fakeQuestionsOf = (
	target: Target,
	content: Content,
	state: WorkspaceState,
	now: string,
): readonly QuestionEvaluation[] =>
	content.questionnaires
		.filter(n => n.kind === target.kind)
		.flatMap(n =>
			n.sections.flatMap(s =>
				n.questions
					.filter(q => q.section === s.id)
					.map((q): QuestionEvaluation => {
						const answer = state.answers[`${target.id}/${q.id}`];
						const asked =
							q.when === undefined ||
							holds(q.when, {
								fact: () => undefined,
								answer: id => state.answers[`${target.id}/${id}`]?.value,
								target: () => undefined,
							}) === true;
						return {
							target: target.id,
							question: q.id,
							questionnaire: n.id,
							section: s.id,
							...(q.control === undefined ? {} : {control: q.control}),
							asked,
							due: asked,
							isNew: false,
							dormant: !asked && answer !== undefined,
							...(answer && {answer}),
							claim: answer === undefined ? 'nothing' : claimOf(q, answer.value, now),
							stale: false,
						};
					}),
			),
		);
