import type {ControlEvaluation} from '../../domain/evaluation.js';
import {answerText} from './answers.js';
import type {Source} from './source.js';
import {clip} from './text.js';

/** A remark longer than this is cut; the record holds all of it. */
const longest = 400;

/**
 * What people wrote beside their answers on a control, and what they answered to its follow-ups: "partly" without the
 * compensating control, or "not applicable" without its reason, tells an auditor nothing. Empty where nobody wrote anything.
 */
export const remarksOf = (source: Source, control: ControlEvaluation): string => {
	const asked = source.content.questionnaires.flatMap(q => q.questions);
	const said = control.questions.flatMap(({question, asked: due, answer}) => {
		if (!due || answer === undefined) return [];
		const definition = asked.find(q => q.id === question);
		const followUp =
			definition?.followUp === true
				? [`${definition.text} ${clip(answerText(source, question, answer), longest)}`]
				: [];
		const note = answer.note?.trim() ?? '';
		return [...followUp, ...(note === '' ? [] : [`“${clip(note, longest)}”`])];
	});
	return said.length === 0 ? '' : `Remarks: ${said.join(' · ')}`;
};

/** A sentence, followed by the remarks where there are any. */
export const withRemarks = (text: string, source: Source, control: ControlEvaluation): string =>
	[text, remarksOf(source, control)].filter(part => part !== '').join(' ');
