import type {AnswerValue} from '../../domain/answer.js';
import {daysBetween} from '../../domain/day.js';
import type {Bound, Claim, ClaimOrNothing, Question} from '../../domain/question.js';
import type {Target} from '../../domain/target.js';
import type {Snapshot} from '../../services/workbench.js';

/** The number a bound means for a target; of several profiles the strictest. Undefined when no profile knows it. */
const boundOf = (
	bound: Bound,
	strictest: 'largest' | 'smallest',
	snapshot: Snapshot,
	target: Target,
): number | undefined => {
	if (typeof bound === 'number') return bound;
	const profiles = target.profiles ?? snapshot.state.settings.profiles;
	const values = snapshot.content.profiles
		.filter(p => profiles.includes(p.id))
		.flatMap(p => p.thresholds[bound] ?? []);
	if (values.length === 0) return undefined;
	return strictest === 'largest' ? Math.max(...values) : Math.min(...values);
};

type Rule = NonNullable<Extract<Question['answer'], {kind: 'number' | 'date'}>['met']>;

const ruleHolds = (
	rule: Rule,
	value: AnswerValue,
	snapshot: Snapshot,
	target: Target,
	now: string,
): boolean | undefined => {
	const bound = (b: Bound, strictest: 'largest' | 'smallest'): number | undefined =>
		boundOf(b, strictest, snapshot, target);
	const check = (limit: number | undefined, test: (limit: number) => boolean) =>
		limit === undefined ? undefined : test(limit);
	if ('atLeast' in rule) return check(bound(rule.atLeast, 'largest'), n => Number(value) >= n);
	if ('atMost' in rule) return check(bound(rule.atMost, 'smallest'), n => Number(value) <= n);
	const days = daysBetween(now, String(value));
	if ('within' in rule) return check(bound(rule.within, 'smallest'), n => days <= 0 && -days <= n);
	return check(bound(rule.ahead, 'largest'), n => days >= n);
};

const byRules = (
	{met, partly}: Extract<Question['answer'], {kind: 'number' | 'date'}>,
	...given: readonly [value: AnswerValue, snapshot: Snapshot, target: Target, now: string]
): ClaimOrNothing => {
	const isMet = met === undefined ? undefined : ruleHolds(met, ...given);
	if (isMet === undefined) return 'nothing';
	if (isMet) return 'met';
	return partly !== undefined && ruleHolds(partly, ...given) === true ? 'partly' : 'not-met';
};

/**
 * What an answer would claim, so that the person is warned before it is saved. It is a forecast: the saved record is
 * judged by the assessment alone. `nothing` when it cannot be said.
 */
export const forecastClaim = (
	question: Question,
	value: AnswerValue,
	snapshot: Snapshot,
	target: Target,
	now: string,
): ClaimOrNothing => {
	if (value === 'dont-know' || question.followUp) return 'nothing';
	if (value === 'not-applicable') return 'not-applicable';
	const {answer} = question;
	switch (answer.kind) {
		case 'yes-no':
			return value === 'yes'
				? answer.claims.yes
				: value === 'no'
					? answer.claims.no
					: (answer.claims.partly ?? 'nothing');
		case 'choice':
			return answer.options.find(o => o.id === value)?.claim ?? 'nothing';
		case 'date':
			return value === 'never' ? 'not-met' : byRules(answer, value, snapshot, target, now);
		case 'number':
			return byRules(answer, value, snapshot, target, now);
		case 'text':
			return 'nothing';
	}
};

const rank: Readonly<Record<Claim, number>> = {
	met: 2,
	partly: 1,
	'not-met': 0,
	// To say that a control does not apply, against a failure, is as bold as to say that it is met.
	'not-applicable': 2,
};

/** True when a claim is better than what a probe observed. Without an observation nothing is contradicted. */
export const contradicts = (claim: ClaimOrNothing, observed: Claim | undefined): boolean =>
	claim !== 'nothing' &&
	(observed === 'not-met' || observed === 'partly') &&
	rank[claim] > rank[observed];

/** True when a claim is worse than what a probe observed, as the assessment sees it: it stands, and the person is asked again. */
export const fallsShort = (claim: ClaimOrNothing, observed: Claim | undefined): boolean => {
	switch (observed) {
		case 'met':
			return claim !== 'nothing' && claim !== 'met';
		case 'partly':
			return claim === 'not-met';
		case 'not-applicable':
			return claim === 'partly' || claim === 'not-met';
		case 'not-met':
		case undefined:
			return false;
	}
};
