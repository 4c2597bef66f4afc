import type {ControlEvaluation, Evaluation, QuestionEvaluation} from '../domain/evaluation.js';
import type {Content} from '../domain/content.js';
import type {Question} from '../domain/question.js';
import type {Target} from '../domain/target.js';

/** One question in the order of the interview, with what stands beside it. */
export type FlowItem = {
	readonly target: Target;
	readonly question: Question;
	readonly section: string;
	readonly evaluation: QuestionEvaluation;
	readonly control?: ControlEvaluation;
};

/** The answers that lost their question between two evaluations: kept, and counting for nothing meanwhile. */
export const newlyDormant = (
	before: Evaluation,
	after: Evaluation,
): readonly QuestionEvaluation[] => {
	const key = (q: QuestionEvaluation): string => `${q.target}/${q.question}`;
	const already = new Set(before.questions.filter(q => q.dormant).map(key));
	return after.questions.filter(q => q.dormant && !already.has(key(q)));
};

/** All questions that are due, target by target in the order of the evaluation; with `optional` all that apply. */
export const questionFlow = (
	content: Content,
	evaluation: Evaluation,
	options: {readonly optional?: boolean} = {},
): readonly FlowItem[] => {
	const questions = new Map(
		content.questionnaires.flatMap(q =>
			q.questions.map(
				question =>
					[
						question.id,
						{
							question,
							section: q.sections.find(s => s.id === question.section)?.title ?? question.section,
						},
					] as const,
			),
		),
	);
	const targets = new Map(evaluation.targets.map(t => [t.target.id, t.target]));
	const controls = new Map(evaluation.controls.map(c => [`${c.target}/${c.control}`, c]));
	return evaluation.questions.flatMap(item => {
		const known = questions.get(item.question);
		const target = targets.get(item.target);
		const wanted = options.optional === true ? item.asked : item.due;
		if (!wanted || known === undefined || target === undefined) return [];
		const control =
			item.control === undefined ? undefined : controls.get(`${item.target}/${item.control}`);
		return [{target, ...known, evaluation: item, ...(control === undefined ? {} : {control})}];
	});
};

/** True when a probe observed less than the control wants, so that a good answer would contradict it. */
export const observedFailing = (control: ControlEvaluation | undefined): boolean =>
	control?.observation === 'not-met' || control?.observation === 'partly';
