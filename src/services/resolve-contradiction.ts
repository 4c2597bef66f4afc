import {contradictionNamed, resolutionOf} from '../assessment/index.js';
import {UserError} from '../domain/errors.js';
import type {Content} from '../domain/content.js';
import type {Contradiction} from '../domain/evaluation.js';
import type {Question} from '../domain/question.js';
import type {Change} from '../domain/workspace.js';
import {findQuestion} from './answer-question.js';
import type {WorkspaceState} from '../domain/workspace.js';
import {evaluate, record, type Project} from './project.js';

export type ResolveInput = {
	readonly contradiction: string;
	readonly decision: 'take-observation' | 'keep-answer';
	readonly reason?: string;
	readonly until?: string;
};

/** The answer that admits what was observed: the one that claims not-met. */
const admission = (question: Question): string | undefined => {
	const {answer} = question;
	switch (answer.kind) {
		case 'yes-no':
			return answer.claims.no === 'not-met'
				? 'no'
				: answer.claims.yes === 'not-met'
					? 'yes'
					: undefined;
		case 'choice':
			return answer.options.find(option => option.claim === 'not-met')?.id;
		case 'number':
		case 'date':
		case 'text':
			return undefined;
	}
};

/**
 * The questions that no answer could make say what was observed: only the true number or day could, which dbvet does not
 * make up. Their answers are withdrawn, so that the observation alone counts.
 */
export const withdrawnBy = (content: Content, {answers}: Contradiction): readonly string[] =>
	answers
		.filter(({claim}) => claim !== 'nothing' && claim !== 'not-met')
		.map(({question}) => question)
		.filter(id => admission(findQuestion(content, id).question) === undefined);

/** The answers of a contradiction, changed to what was observed. */
const admissions = (
	project: Project,
	contradiction: Contradiction,
	reason: string | undefined,
	meta: {readonly by: string; readonly at: string},
): readonly Change[] =>
	contradiction.answers.flatMap(({question: id, answer, claim}): readonly Change[] => {
		if (answer === undefined || claim === 'nothing' || claim === 'not-met') return [];
		const value = admission(findQuestion(project.content, id).question) ?? 'dont-know';
		const note = reason ?? answer.note;
		const after = {...answer, value, ...(note === undefined ? {} : {note}), ...meta};
		return [{kind: 'answer', key: `${contradiction.target}/${id}`, after}];
	});

/**
 * Settles a contradiction: the answer becomes what was observed, or stays with a written reason until a day.
 * @param shown the record as the person saw it; without it, as it is
 * @throws UserError when it does not exist, reason and day are missing, or somebody answered otherwise since
 */
export const resolveContradiction = async (
	project: Project,
	input: ResolveInput,
	shown?: WorkspaceState,
): Promise<Contradiction> => {
	const state = await project.store.state();
	const evaluation = await evaluate(project, state);
	const contradiction = contradictionNamed(evaluation, input.contradiction);
	const by = await project.by();
	const now = project.clock().toISOString();
	const {reason, until} = input;
	const also = contradiction.answers.map(({question}) => ({
		kind: 'answer' as const,
		key: `${contradiction.target}/${question}`,
	}));
	const seen = {state: shown ?? state, also};
	if (input.decision === 'take-observation') {
		const changes = admissions(project, contradiction, reason, {by, at: now});
		await record(project, changes, reason, seen);
		return contradiction;
	}
	if (reason === undefined || until === undefined) {
		throw new UserError('Keeping the answer wants a reason and a day.', [
			'--reason "why the observation is wrong or out of scope" --until 2027-03-31',
		]);
	}
	const after = resolutionOf(evaluation, contradiction.id, {reason, until, by, now});
	await record(
		project,
		[{kind: 'resolution', key: `${after.target}/${after.control}`, after}],
		reason,
		seen,
	);
	return contradiction;
};
