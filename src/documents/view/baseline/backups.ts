import type {ControlEvaluation} from '../../../domain/evaluation.js';
import {answerText} from '../answers.js';
import type {Source} from '../source.js';
import {ended, longDate} from '../text.js';

/** The last restore drill in one sentence. A drill is evidence or an answer; no probe can see it. */
export const lastDrill = (source: Source, controls: readonly ControlEvaluation[]): string => {
	const drills = controls.filter(c => c.definition.requirements.includes('B10'));
	const proof = drills
		.flatMap(c => c.evidence)
		.filter(e => e.lost === undefined)
		.toSorted((a, b) => (a.effective < b.effective ? 1 : a.effective > b.effective ? -1 : 0))[0];
	if (proof) {
		return `The last restore drill with evidence was on ${longDate(proof.effective)}: ${proof.title}${proof.remarks.length === 0 ? '' : ` (${proof.remarks.join('; ')})`}.`;
	}
	const answered = drills.flatMap(c => c.questions).find(q => q.answer !== undefined);
	return answered
		? `No evidence of a restore drill. The answer says: ${ended(answerText(source, answered))}`
		: 'No restore drill is recorded.';
};
