import type {Answer} from '../domain/answer.js';
import {count} from '../domain/count.js';
import {daysBetween} from '../domain/day.js';
import {Day} from '../domain/id.js';
import type {QuestionEvaluation} from '../domain/evaluation.js';
import {limitWords} from '../domain/limit-words.js';
import type {Claim, ClaimOrNothing, Question} from '../domain/question.js';
import {type AnswerClaim, canClaim, claimOf} from './claims.js';
import {present} from './present.js';
import type {EffectiveProfile} from './profile.js';
import type {PlacedQuestion, Scope} from './scope.js';

/** One question of one target, with its definition at hand. */
export type Asked = {
	readonly definition: Question;
	/** Its answer can say something about its control. */
	readonly canClaim: boolean;
	/** A detail that the profile leaves out and nobody answered: its control does not wait for it. */
	readonly leftOut: boolean;
	/** Its day does not fit the begin of its period, or makes the period too short: why, in words. */
	readonly periodFault?: string;
	/** Where people answered differently: what each version claims. `evaluation.claim` is the least favourable that says something. */
	readonly readings?: readonly ClaimOrNothing[];
	readonly evaluation: QuestionEvaluation;
};

export type AnswerRules = {
	readonly profile: EffectiveProfile;
	/** Whether an answer of this instant is stale. */
	readonly tooOld: (instant: string) => boolean;
	/** ISO instant. */
	readonly now: string;
	/** Whether the record knew the question before the content was upgraded. */
	readonly known: (question: Question) => boolean;
};

/** Evaluates one question: whether it is asked, what its answer claims, whether the answer is too old. */
export const evaluateQuestion = (
	target: string,
	{question, questionnaire, canClaim: claims}: PlacedQuestion,
	scope: Scope,
	answers: ReadonlyMap<string, Answer>,
	{profile, tooOld, now, known}: AnswerRules,
): Asked => {
	const answer = answers.get(question.id);
	const asked = scope.asked(question);
	const due = asked && isWanted(question, profile);
	const against = asked ? againstPeriod(question, answer, answers) : undefined;
	const {claim, meaning}: AnswerClaim =
		asked && answer !== undefined
			? withPeriod(claimOfAnswer(question, answer, profile, now), against, question)
			: {claim: 'nothing'};
	return {
		definition: question,
		canClaim: claims,
		leftOut: isLeftOut(question, profile) && answer === undefined,
		...(against === undefined ? {} : {periodFault: against.meaning}),
		evaluation: {
			target,
			question: question.id,
			questionnaire,
			section: question.section,
			asked,
			due,
			isNew: due && answer === undefined && !known(question),
			dormant: answer !== undefined && !asked,
			claim,
			stale: answer !== undefined && tooOld(answer.at),
			...present({
				control: question.control,
				followUp: question.followUp ? (true as const) : undefined,
				answer,
				meaning,
				overruled: asked ? scope.overruled(question) : undefined,
				limit: asked ? limitWords(question, profile.thresholds) : undefined,
			}),
		},
	};
};

const isLeftOut = ({control, depth}: Question, profile: EffectiveProfile): boolean =>
	control !== undefined && depth === 'detail' && !profile.asksDetailsOf(control);

/** True when the profile wants an answer: always to a scoping question, never about an optional control. */
const isWanted = (question: Question, profile: EffectiveProfile): boolean =>
	question.control === undefined ||
	(profile.requirementOf(question.control) !== 'optional' && !isLeftOut(question, profile));

/** The two days of a period, where both are known: the answer to this question and to the one that it names. */
const periodOf = (
	{answer: kind}: Question,
	answer: Answer | undefined,
	answers: ReadonlyMap<string, Answer>,
): {readonly first: string; readonly begin: string; readonly end: string} | undefined => {
	const first = kind.kind === 'date' ? kind.notBefore : undefined;
	const begin = first === undefined ? undefined : answers.get(first)?.value;
	const end = answer?.value;
	return first !== undefined && Day.safeParse(end).success && Day.safeParse(begin).success
		? {first, begin: String(begin), end: String(end)}
		: undefined;
};

/**
 * What the period that ends on this day says against it: it ends before it begins (one of the days is wrong, and a wrong day
 * must not count for anything), or it is too short, whatever was answered about its length.
 */
const againstPeriod = (
	question: Question,
	answer: Answer | undefined,
	answers: ReadonlyMap<string, Answer>,
): {readonly claim: 'partly' | 'not-met'; readonly meaning: string} | undefined => {
	const period = periodOf(question, answer, answers);
	if (period === undefined || question.answer.kind !== 'date') return undefined;
	const {first, begin, end} = period;
	if (end < begin)
		return {
			claim: 'not-met',
			meaning: `${end} lies before ${begin}, the answer to ${first}. One of the two days is wrong; correct it.`,
		};
	const wanted = question.answer.period;
	const days = daysBetween(begin, end) + 1;
	if (wanted === undefined || days >= wanted.met) return undefined;
	return {
		claim: days >= wanted.partly ? 'partly' : 'not-met',
		meaning: `From ${begin} to ${end} it is ${count(days, 'day', 'days')}, and ${wanted.met} are wanted.`,
	};
};

const worstFirst: readonly ClaimOrNothing[] = ['not-met', 'nothing', 'partly', 'met'];

/** The claim of an answer beside what its period says against it; the worse of the two. */
const withPeriod = (
	own: AnswerClaim,
	against: ReturnType<typeof againstPeriod>,
	question: Question,
): AnswerClaim => {
	if (against === undefined) return own;
	const worse = worstFirst.indexOf(against.claim) <= worstFirst.indexOf(own.claim);
	if (!worse) return own;
	return {claim: canClaim(question) ? against.claim : 'nothing', meaning: against.meaning};
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

/**
 * The questions whose answers decide what is claimed about their control today; an answered detail is among them. Where
 * nothing but details is asked, one of them alone must not speak for the others: then all are waited for.
 */
export const deciding = (questions: readonly Asked[]): readonly Asked[] => {
	const left = leftOut(questions);
	return questions.filter(q => q.canClaim && q.evaluation.asked && !left.includes(q));
};

/** The questions that could change the claim and that the profile leaves out: what a claim does not rest on. */
export const leftOut = (questions: readonly Asked[]): readonly Asked[] => {
	const claiming = questions.filter(q => q.canClaim && q.evaluation.asked);
	return claiming.some(q => q.definition.depth === 'core') ? claiming.filter(q => q.leftOut) : [];
};

/**
 * What several answers together claim about one control: the worst of them. While one is missing or says nothing, they
 * claim nothing, except that one "not met" is enough, because no other answer could make it better. "Partly" is enough
 * where the probe saw better: an open question must not hide what a person said against a pass.
 */
export const combinedClaim = (
	questions: readonly Asked[],
	observed: Claim | undefined,
): ClaimOrNothing => {
	const claims = deciding(questions).map(q => q.evaluation.claim);
	if (claims.includes('not-met')) return 'not-met';
	const seenBetter = observed === 'met' || observed === 'not-applicable';
	if (claims.includes('partly') && seenBetter) return 'partly';
	if (claims.length === 0 || claims.includes('nothing')) return 'nothing';
	if (claims.includes('partly')) return 'partly';
	return claims.includes('met') ? 'met' : 'not-applicable';
};
