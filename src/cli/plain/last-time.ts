import type {Answer} from '../../domain/answer.js';
import {plainText} from '../../domain/text.js';
import type {FlowItem} from '../../services/question-flow.js';
import type {Snapshot} from '../../services/workbench.js';

/** What was answered in the workspace that this one was rolled forward from; undefined once the question is answered here. */
export const lastTime = (
	{state}: Pick<Snapshot, 'state'>,
	{target, question, evaluation}: FlowItem,
): Answer | undefined =>
	evaluation.answer === undefined ? state.suggestions?.[`${target.id}/${question.id}`] : undefined;

/** The same in sentences, with the label of a choice and how to confirm it. */
export const lastTimeWords = ({question}: FlowItem, {value, note, by, at}: Answer): string => {
	const label =
		question.answer.kind === 'choice'
			? question.answer.options.find(({id}) => id === value)?.label
			: undefined;
	const said = plainText(label ?? String(value), 120);
	const why = note === undefined ? '' : ` Note: ${plainText(note, 300)}`;
	return `Last time: ${said}, by ${plainText(by, 60)} on ${at.slice(0, 10)}.${why} It counts for nothing until it is confirmed: = confirms it.`;
};
