import type {Answer} from '../domain/answer.js';
import {daysBetween} from '../domain/day.js';
import type {QuestionEvaluation} from '../domain/evaluation.js';
import type {ClaimOrNothing, Question} from '../domain/question.js';
import {type AnswerClaim, canClaim, claimOf} from './claims.js';
import {present} from './present.js';
import type {EffectiveProfile} from './profile.js';
import type {PlacedQuestion, Scope} from './scope.js';

/** One question of one target, with its definition at hand. */
export type Asked = {
	readonly definition: Question;
	readonly evaluation: QuestionEvaluation;
};

/** Evaluates one question: whether it is asked, what its answer claims, whether the answer is too old. */
export const evaluateQuestion = (
	target: string,
	{question, questionnaire}: PlacedQuestion,
	scope: Scope,
	answer: Answer | undefined,
	profile: EffectiveProfile,
	now: string,
): Asked => {
	const asked = scope.asked(question);
	const {claim, meaning}: AnswerClaim =
		asked && answer !== undefined
			? claimOfAnswer(question, answer, profile, now)
			: {claim: 'nothing'};
	return {
		definition: question,
		evaluation: present({
			target,
			question: question.id,
			questionnaire,
			section: question.section,
			control: question.control,
			asked,
			dormant: answer !== undefined && !asked,
			answer,
			claim,
			meaning,
			stale: answer !== undefined && daysBetween(answer.at, now) > profile.maxAge.answers,
		}),
	};
};

const claimOfAnswer = (
	question: Question,
	answer: Answer,
	{thresholds}: EffectiveProfile,
	now: string,
): AnswerClaim =>
	answer.value === 'not-applicable' && (answer.note ?? '').trim() === ''
		? {claim: 'nothing', meaning: 'Answered "not applicable" without the reason that this needs.'}
		: claimOf(question, answer.value, {thresholds, now});

/** The questions whose answers decide what is claimed about their control today. */
export const deciding = (questions: readonly Asked[]): readonly Asked[] =>
	questions.filter(q => q.evaluation.asked && canClaim(q.definition));

/**
 * What several answers together claim about one control: the worst of them. While one is missing or says nothing, they
 * claim nothing, except that one "not met" is enough, because no other answer could make it better.
 */
export const combinedClaim = (questions: readonly Asked[]): ClaimOrNothing => {
	const claims = deciding(questions).map(q => q.evaluation.claim);
	if (claims.includes('not-met')) return 'not-met';
	if (claims.length === 0 || claims.includes('nothing')) return 'nothing';
	if (claims.includes('partly')) return 'partly';
	return claims.includes('met') ? 'met' : 'not-applicable';
};
