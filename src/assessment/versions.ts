import type {Answer} from '../domain/answer.js';
import type {Question} from '../domain/question.js';
import type {Versions} from './cautious.js';
import {evaluateQuestion, type AnswerRules, type Asked} from './questions.js';
import type {PlacedQuestion, Scope} from './scope.js';

/** The version to show: the least favourable that says something; none where one says nothing, or that it does not apply. */
const together = (read: readonly Asked[]): Asked | undefined => {
	for (const claim of ['not-met', 'partly', 'nothing'] as const) {
		const found = read.find(q => q.evaluation.claim === claim);
		if (found !== undefined) return found;
	}
	return new Set(read.map(q => q.evaluation.claim)).size > 1 ? undefined : read[0];
};

const meaning =
	'People answered differently without knowing of each other; until somebody chooses, the least favourable answer counts.';

/**
 * `evaluateQuestion` for a question that has several answers: each is read with everything around it, and the least favourable counts.
 * `answers` are those of the target, with one of the versions among them to show.
 */
export const evaluateVersions = (
	target: string,
	placed: PlacedQuestion,
	scope: Scope,
	answers: ReadonlyMap<string, Answer>,
	rules: AnswerRules,
	versions: Versions,
): Asked => {
	const {id}: Question = placed.question;
	const shown = evaluateQuestion(target, placed, scope, answers, rules);
	const read = versions.map(version => {
		const own = new Map(answers);
		if (version === null) own.delete(id);
		else own.set(id, version);
		return evaluateQuestion(target, placed, scope, own, rules);
	});
	const worst = together(read);
	const {periodFault: _, ...rest} = shown;
	const fault = worst?.periodFault;
	return {
		...rest,
		...(fault === undefined ? {} : {periodFault: fault}),
		readings: read.map(q => q.evaluation.claim),
		evaluation: {
			...shown.evaluation,
			...(worst?.evaluation.answer === undefined ? {} : {answer: worst.evaluation.answer}),
			claim: worst?.evaluation.claim ?? 'nothing',
			stale: read.some(q => q.evaluation.stale),
			meaning,
			versions,
		},
	};
};
