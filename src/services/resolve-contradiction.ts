import {answersHash} from '../assessment/index.js';
import {dayOf} from '../domain/day.js';
import {UserError} from '../domain/errors.js';
import {nearest} from '../domain/suggest.js';
import type {Failure} from '../domain/answer.js';
import type {Contradiction, CurrentFinding, Evaluation} from '../domain/evaluation.js';
import type {Question} from '../domain/question.js';
import type {Change} from '../domain/workspace.js';
import {findQuestion} from './answer-question.js';
import {evaluate, record, type Project} from './project.js';

/** What identifies a failing finding in a waiver or a resolution. */
export const failureOf = (finding: CurrentFinding): Failure => ({
	check: finding.check,
	endpoint: finding.endpoint,
	...(finding.object === undefined ? {} : {object: finding.object}),
});

/** @throws UserError when no contradiction has that id. */
export const findContradiction = (evaluation: Evaluation, id: string): Contradiction => {
	const found = evaluation.contradictions.find(c => c.id === id);
	if (found !== undefined) return found;
	const ids = evaluation.contradictions.map(c => c.id);
	const near = nearest(id, ids);
	throw new UserError(`There is no contradiction ${JSON.stringify(id)}.`, [
		near !== undefined
			? `Did you mean ${near}?`
			: ids.length === 0
				? 'There are none today.'
				: `Contradictions today: ${ids.join(', ')}.`,
	]);
};

/** @throws UserError when the day is not a date, or lies in the past. */
export const futureDay = (text: string | undefined, today: string, option: string): string => {
	if (
		text === undefined ||
		!/^\d{4}-\d{2}-\d{2}$/.test(text) ||
		Number.isNaN(Date.parse(text)) ||
		dayOf(text) !== text
	) {
		throw new UserError(`${option} wants a day such as 2027-03-31.`);
	}
	if (text < today) throw new UserError(`${option} ${text} lies in the past (today is ${today}).`);
	return text;
};

/** The answer that admits what was observed: the option that claims not-met. */
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

export type ResolveInput = {
	readonly contradiction: string;
	readonly decision: 'take-observation' | 'keep-answer';
	readonly reason?: string;
	readonly until?: string;
};

/**
 * Settles a contradiction: the answer becomes what was observed, or stays with a written reason until a day.
 * @throws UserError when it does not exist, or reason and day are missing.
 */
export const resolveContradiction = async (
	project: Project,
	input: ResolveInput,
): Promise<Contradiction> => {
	const evaluation = await evaluate(project, await project.store.state());
	const contradiction = findContradiction(evaluation, input.contradiction);
	const by = await project.by();
	const at = project.clock().toISOString();
	const changes: Change[] = [];
	if (input.decision === 'take-observation') {
		for (const {question: id, answer, claim} of contradiction.answers) {
			if (
				answer === undefined ||
				(claim !== 'met' && claim !== 'partly' && claim !== 'not-applicable')
			)
				continue;
			const value = admission(findQuestion(project.content, id).question);
			if (value === undefined) {
				throw new UserError(`${id} has no answer that says "not met": answer it anew.`, [
					`dbvet answer ${id} VALUE --target ${contradiction.targetName}`,
				]);
			}
			changes.push({
				kind: 'answer',
				key: `${contradiction.target}/${id}`,
				after: {
					...answer,
					value,
					...(input.reason === undefined ? {} : {note: input.reason}),
					by,
					at,
				},
			});
		}
	} else {
		if (input.reason === undefined || input.reason.trim() === '') {
			throw new UserError(
				'Keeping the answer wants a reason: why is the observation wrong or out of scope?',
				['Give it with --reason "…".'],
			);
		}
		changes.push({
			kind: 'resolution',
			key: `${contradiction.target}/${contradiction.control}`,
			after: {
				target: contradiction.target,
				control: contradiction.control,
				reason: input.reason.trim(),
				until: futureDay(input.until, dayOf(at), '--until'),
				answers: answersHash(contradiction.answers),
				failures: contradiction.failures.map(failureOf),
				by,
				at,
			},
		});
	}
	await record(project, changes, input.reason);
	return contradiction;
};
