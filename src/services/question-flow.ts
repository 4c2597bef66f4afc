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

/** All questions that are asked today, target by target in the order of the evaluation. */
export const questionFlow = (content: Content, evaluation: Evaluation): readonly FlowItem[] => {
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
		if (!item.asked || known === undefined || target === undefined) return [];
		const control =
			item.control === undefined ? undefined : controls.get(`${item.target}/${item.control}`);
		return [{target, ...known, evaluation: item, ...(control === undefined ? {} : {control})}];
	});
};

/** What probes saw of a control, a sentence a finding, the failures first; what several checks say alike is said once. */
export const observationsOf = (control: ControlEvaluation | undefined): readonly string[] => {
	const order = ['fail', 'pass', 'not-applicable', 'unknown', 'error'];
	const sentences = [...(control?.findings ?? [])]
		.sort((a, b) => order.indexOf(a.outcome) - order.indexOf(b.outcome))
		.map(f => `${f.outcome}, ${f.object === undefined ? '' : `${f.object}: `}${f.observed}`);
	return [...new Set(sentences)];
};

/** True when a probe observed less than the control wants, so that a good answer would contradict it. */
export const observedFailing = (control: ControlEvaluation | undefined): boolean =>
	control?.observation === 'not-met' || control?.observation === 'partly';
