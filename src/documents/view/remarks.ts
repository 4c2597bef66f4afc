import type {ControlEvaluation} from '../../domain/evaluation.js';
import {answerText} from './answers.js';
import {partlySentences} from './partly.js';
import type {Source} from './source.js';
import {clip} from './text.js';

/** A remark longer than this is cut; the record holds all of it. */
const longest = 400;

/**
 * What stands in for what is missing, what people wrote beside their answers on a control, and what they answered to its
 * follow-ups: "partly" without the
 * compensating control, or "not applicable" without its reason, tells an auditor nothing. Empty where nobody wrote anything.
 */
export const remarksOf = (source: Source, control: ControlEvaluation): string => {
	const asked = new Map(
		source.content.questionnaires.flatMap(q => q.questions).map(q => [q.id, q]),
	);
	const said = control.questions.flatMap(evaluation => {
		const {question, asked: due, answer} = evaluation;
		if (!due || answer === undefined) return [];
		const definition = asked.get(question);
		const followUp =
			definition?.followUp === true && definition.gap === undefined
				? [`${definition.text} ${clip(answerText(source, evaluation), longest)}`]
				: [];
		const note = answer.note?.trim() ?? '';
		return [...followUp, ...(note === '' ? [] : [`“${clip(note, longest)}”`])];
	});
	return [
		...partlySentences(source, control, id => asked.get(id)),
		...(said.length === 0 ? [] : [`Remarks: ${said.join(' · ')}`]),
	].join(' ');
};

/** A sentence, followed by the remarks where there are any. */
export const withRemarks = (text: string, source: Source, control: ControlEvaluation): string => {
	const remarks = remarksOf(source, control);
	if (text === '' || remarks === '') return `${text}${remarks}`;
	return `${text}${/[.!?…]$/u.test(text) ? '' : '.'} ${remarks}`;
};
