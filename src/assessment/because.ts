import type {Control} from '../domain/control.js';
import type {Contradiction, EvidenceView} from '../domain/evaluation.js';
import {otherLimitWords} from '../domain/other-limit-words.js';
import {plainText} from '../domain/text.js';
import {disagreement} from './contradictions.js';
import {documents} from './evidence.js';
import type {Observation} from './observation.js';
import {unique} from './order.js';
import {type Asked, deciding, leftOut} from './questions.js';
import {
	answersWords,
	counted,
	decisiveWords,
	observedWords,
	quoted,
	sentence,
} from './sentences.js';
import type {Judgement} from './state.js';

type Reasons = {
	readonly judgement: Judgement;
	readonly control: Control;
	readonly questions: readonly Asked[];
	readonly observation: Observation;
	readonly contradiction: Contradiction | undefined;
	readonly evidence: readonly EvidenceView[];
	readonly stale: boolean;
	/** ISO instant. */
	readonly now: string;
};

/** Why a control that the scoping facts exclude does not apply. */
export const outOfScope = (control: Control): string =>
	sentence(
		plainText(control.notApplicableReason ?? 'The scoping answers say that this does not apply'),
	);

/** One sentence that says why a control is in its state. */
export const because = (reasons: Reasons): string => sentence(clause(reasons));

const clause = (reasons: Reasons): string => {
	const {judgement, questions, observation, contradiction, stale} = reasons;
	const old = stale ? ', and this is older than the profile allows' : '';
	if (contradiction?.resolution !== undefined) {
		const {reason, until} = contradiction.resolution;
		return `answered ${saying(questions)}; the observation was set aside until ${until}: ${plainText(reason, 200)}`;
	}
	if (contradiction !== undefined)
		return disagreement(speaking(questions), observation.failures).replace(/\.$/, old);
	switch (judgement.rests) {
		case 'nothing':
			return unknownClause(reasons);
		case 'observation':
			return `${observedClause(observation)}${old}`;
		case 'claim':
			return `${claimClause(reasons)}${old}`;
	}
};

const speaking = (questions: readonly Asked[]): readonly Asked[] =>
	deciding(questions).filter(q => q.evaluation.claim !== 'nothing');

const saying = (questions: readonly Asked[]): string => answersWords(speaking(questions));

/** The first that is not weaker than what the control could have; else the first. */
const strongest = (proofs: readonly EvidenceView[]): EvidenceView | undefined =>
	proofs.find(proof => !proof.weaker) ?? proofs[0];

/** A title with the first thing to know about it. */
const named = (view: EvidenceView): string => {
	const [remark] = view.remarks;
	const title = plainText(view.title, 100);
	return remark === undefined ? title : `${title} (${remark})`;
};

/** What was answered; where a part is missing, only the answers that say so, and to which questions. */
const claimed = ({judgement: {state}, questions, now}: Reasons): string => {
	const worst = speaking(questions).filter(q => q.evaluation.claim === state);
	return (state === 'not-met' || state === 'partly') && worst.length > 0
		? decisiveWords(worst, deciding(questions).length > 1, now)
		: `answered ${saying(questions)}`;
};

const claimClause = (reasons: Reasons): string => {
	const {judgement, questions, evidence, observation} = reasons;
	const unasked = leftOut(questions).length;
	// Only what is claimed to hold can be weaker than it looks.
	const rest =
		unasked === 0 || judgement.state === 'not-met' || judgement.state === 'not-applicable'
			? ''
			: ` (${counted(unasked, 'detail')} left out by the profile)`;
	const said = `${claimed(reasons)}${rest}`;
	if (judgement.askAgain)
		return observation.verdict === 'not-applicable'
			? `${said}, but the probe found nothing that this applies to, so ask again`
			: `${said}, but the probe saw better, so ask again`;
	const fault = speaking(questions).find(
		q => q.periodFault !== undefined && q.evaluation.claim === judgement.state,
	)?.periodFault;
	if (fault !== undefined) return `${said}; ${fault.replace(/\.$/, '')}`;
	if (judgement.state === 'not-met') return said;
	const proof = strongest(evidence.filter(documents));
	if (proof !== undefined) return `${said}, and documented by ${named(proof)}`;
	const [idle] = evidence;
	return idle === undefined
		? `${said}, and ${overtakenClause(observation) ?? 'nothing has confirmed it yet'}`
		: `${said}, and nothing that counts confirms it: ${named(idle)}`;
};

const observedClause = ({verdict, basis}: Observation): string => {
	const checks = counted(unique(basis.map(f => f.check)).length, 'required check');
	const places = unique(basis.map(f => plainText(f.endpoint, 120))).join(', ');
	if (verdict === 'met') return `${checks} passed on ${places}`;
	if (verdict === 'not-applicable')
		return `${checks} found nothing that this applies to on ${places}`;
	return `the probe saw: ${observedWords(basis)}`;
};

/** What a probe judged by other limits than those in force; undefined where it did not. */
const overtakenClause = ({overtaken}: Observation): string | undefined => {
	const [first, ...others] = overtaken;
	if (first?.otherLimits === undefined) return undefined;
	const more =
		others.length === 0 ? '' : `, and ${counted(others.length, 'more verdict')} likewise`;
	return `${quoted(first.title)} was ${otherLimitWords(first.otherLimits)}${more}: probe again`;
};

const unknownClause = ({questions, control, observation}: Reasons): string => {
	const asked = deciding(questions);
	const answered = asked.filter(q => q.evaluation.answer !== undefined);
	const answer =
		asked.length === 0
			? 'no question settles it'
			: answered.length === 0
				? 'not answered'
				: answered.length < asked.length
					? `${counted(asked.length - answered.length, 'question')} of ${asked.length} not answered`
					: `answered ${answersWords(asked)}, which settles nothing`;
	if (control.checks.length === 0) return answer;
	const overtaken = overtakenClause(observation);
	if (overtaken !== undefined) return `${answer}, and ${overtaken}`;
	return observation.open.length === 0
		? `${answer}, and no probe can prove it`
		: `${answer}, and ${counted(observation.open.length, 'required check')} could not settle it`;
};
