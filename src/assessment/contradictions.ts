import type {Answer, Failure, Resolution} from '../domain/answer.js';
import type {Control} from '../domain/control.js';
import type {Contradiction, CurrentFinding} from '../domain/evaluation.js';
import {canonicalJson, sha256} from '../domain/id.js';
import type {Target} from '../domain/target.js';
import {byText} from './order.js';
import {present} from './present.js';
import {type Asked, deciding} from './questions.js';
import {answersWords, observedWords, sentence} from './sentences.js';
import {failureKey, isExpired} from './waivers.js';

/** Hash over answers by question and value, whatever their order; notes and dates do not count. */
export const answersHash = (answers: readonly Pick<Answer, 'question' | 'value'>[]): string =>
	sha256(
		canonicalJson(
			answers
				.map(({question, value}) => ({question, value}))
				.toSorted((a, b) => byText(a.question, b.question)),
		),
	);

/** A finding as the record names a failure. */
export const failureOf = ({check, endpoint, object}: Failure): Failure =>
	present({check, endpoint, object});

/** The answers that a contradiction speaks of: those that claim something today. */
export const answersOf = (questions: readonly Asked[]): readonly Answer[] =>
	deciding(questions).flatMap(q =>
		q.evaluation.answer === undefined ? [] : [q.evaluation.answer],
	);

/**
 * The contradiction between the answers to a control and what failed, with its resolution: `resolution` while it holds,
 * `reopened` with the reason when it no longer does.
 */
export const contradictionOf = (
	target: Target,
	control: Control,
	questions: readonly Asked[],
	failures: readonly CurrentFinding[],
	resolution: Resolution | undefined,
	now: string,
): Contradiction => {
	const speaking = deciding(questions).filter(q => q.evaluation.claim !== 'nothing');
	const reopened =
		resolution === undefined ? undefined : whyReopened(resolution, questions, failures, now);
	return present({
		id: `${target.name}/${control.id}`,
		target: target.id,
		targetName: target.name,
		control: control.id,
		title: control.title,
		severity: control.severity,
		text: `${target.name}: ${disagreement(speaking, failures)}`,
		answers: speaking.map(q => q.evaluation),
		failures,
		resolution: reopened === undefined ? resolution : undefined,
		reopened,
	});
};

/** "you answered yes; the probe saw: let in without TLS (user app, on db:5432)." */
export const disagreement = (
	questions: readonly Asked[],
	failures: readonly CurrentFinding[],
): string => `you answered ${answersWords(questions)}; the probe saw: ${observedWords(failures)}.`;

const whyReopened = (
	resolution: Resolution,
	questions: readonly Asked[],
	failures: readonly CurrentFinding[],
	now: string,
): string | undefined => {
	if (isExpired(resolution.until, now)) return `The resolution ended on ${resolution.until}.`;
	if (questions.some(q => q.evaluation.versions !== undefined))
		return 'People answered differently without knowing of each other.';
	if (
		resolution.overtaken !== undefined ||
		resolution.answers !== answersHash(answersOf(questions))
	)
		return 'The answer changed after the contradiction was resolved.';
	const known = new Set(resolution.failures.map(failureKey));
	const added = failures.filter(failure => !known.has(failureKey(failure)));
	return added.length === 0
		? undefined
		: sentence(`A failure came after the resolution: ${observedWords(added)}`);
};
