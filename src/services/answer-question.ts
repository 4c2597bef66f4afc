import {questionsOf} from '../domain/content-parts.js';
import {UserError} from '../domain/errors.js';
import {refusedDay} from '../domain/future-day.js';
import {mayHoldQuestions} from '../domain/left-out.js';
import {nearest} from '../domain/suggest.js';
import type {Answer, AnswerValue} from '../domain/answer.js';
import type {Content} from '../domain/content.js';
import type {Question} from '../domain/question.js';
import type {Target, TargetKind} from '../domain/target.js';
import type {Change, WorkspaceState} from '../domain/workspace.js';
import {findTarget, onlyTarget} from './find-target.js';

/** The question of that id, with the kind of target that it asks about. */
export const findQuestion = (
	content: Content,
	id: string,
): {readonly question: Question; readonly kind: TargetKind} => {
	for (const questionnaire of content.questionnaires) {
		const question = questionnaire.questions.find(q => q.id === id);
		if (question !== undefined) return {question, kind: questionnaire.kind};
	}
	const files = mayHoldQuestions(content.leftOut ?? []);
	const near = nearest(
		id,
		questionsOf(content).map(q => q.id),
	);
	throw new UserError(`There is no question ${JSON.stringify(id)}.`, [
		near === undefined ? 'List them with: dbvet questionnaire list' : `Did you mean ${near}?`,
		...(files.length === 0
			? []
			: [`It may stand in a file that is left out: ${files.join(', ')}.`]),
	]);
};

/** The target that a question is answered for: the named one, or the only one of its kind. */
export const targetForQuestion = (
	state: WorkspaceState,
	kind: TargetKind,
	name: string | undefined,
): Target => {
	const target = name === undefined ? onlyTarget(state, kind) : findTarget(state, name);
	if (target.kind !== kind) {
		throw new UserError(
			`${target.name} is of kind ${target.kind}, and this question asks about a ${kind}.`,
		);
	}
	return target;
};

/** What the record takes; more is a document, and belongs to the evidence. */
const longest = {value: 10_000, note: 20_000};

const checkLength = (question: Question, what: 'value' | 'note', text: unknown): void => {
	if (typeof text !== 'string' || text.length <= longest[what]) return;
	throw new UserError(
		`${question.id}: the ${what} has ${text.length} characters; ${longest[what]} are the most.`,
		['Keep a longer text as a file, with: dbvet evidence add FILE --for CONTROL'],
	);
};

/** The change that records an answer. "Not applicable" wants its reason in the note. */
export const answerChange = (
	question: Question,
	target: Target,
	value: AnswerValue,
	note: string | undefined,
	meta: {readonly by: string; readonly at: string},
): Change => {
	checkLength(question, 'value', value);
	checkLength(question, 'note', note?.trim());
	const refused = refusedDay(question, value, meta.at);
	if (refused !== undefined)
		throw new UserError(`${question.id}: ${refused.what}.`, [refused.next]);
	if (value === 'not-applicable') {
		if (!question.notApplicable) {
			throw new UserError(`${question.id} always applies: "not-applicable" is no answer to it.`);
		}
		if (note === undefined || note.trim() === '') {
			throw new UserError(`${question.id}: "not-applicable" wants a reason.`, [
				'Give it with --note "why it does not apply".',
			]);
		}
	}
	const answer: Answer = {
		target: target.id,
		question: question.id,
		value,
		...(note === undefined || note.trim() === '' ? {} : {note: note.trim()}),
		...meta,
	};
	return {kind: 'answer', key: `${target.id}/${question.id}`, after: answer};
};
