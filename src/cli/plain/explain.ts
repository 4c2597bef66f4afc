import {bearingPlatforms} from '../../domain/bearing-platforms.js';
import {textsFor} from '../../domain/text-for.js';
import type {FlowItem} from '../../services/question-flow.js';
import type {Snapshot} from '../../services/workbench.js';
import {observations} from './observations.js';
import {choicesOf} from './reply.js';
import {wrap, type Output} from '../output.js';

/** What a number or a day comes to has no choice of its own to be named by. */
const judged: Readonly<Record<string, string>> = {
	met: 'If it is enough',
	partly: 'If it is enough in part',
	'not-met': 'If it is not enough',
};

/** Prints why a question matters, how to find out, what convinces, and what each answer means. */
export const explain = (
	output: Output,
	item: FlowItem,
	{state, evaluation}: Snapshot,
	width: number,
): void => {
	const {question, target} = item;
	const numbered = choicesOf(item).map(
		({value, label}, i) => [value, `If you answer ${i + 1}, "${label}"`] as const,
	);
	const titles = new Map(numbered);
	const titleOf = (value: string): string =>
		titles.get(value) ?? judged[value] ?? `If you answer "${value}"`;
	const parts: readonly (readonly [string | undefined, string | undefined])[] = [
		['Why it matters', question.why],
		...textsFor(question.how, bearingPlatforms(target, Object.values(state.targets))).map(
			(text, at) => [at === 0 ? 'How to find out' : undefined, text] as const,
		),
		['What convinces an auditor', question.evidence],
		['Red flags', question.redFlags],
		...Object.entries(question.meaning).map(([value, text]) => [titleOf(value), text] as const),
		['If it falls short', question.remediation?.text],
		...observations(item.control, evaluation.at).map(
			(text, at) => [at === 0 ? 'What was observed' : undefined, text] as const,
		),
	];
	for (const [title, text] of parts) {
		if (text === undefined) continue;
		output.line();
		if (title !== undefined) output.line(`${title}:`);
		output.line(wrap(text, width, '  '));
	}
	output.line();
};
