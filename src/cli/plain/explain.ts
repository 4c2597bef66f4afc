import {bearingPlatforms} from '../../domain/bearing-platforms.js';
import type {Target} from '../../domain/target.js';
import {textsFor} from '../../domain/text-for.js';
import type {FlowItem} from '../../services/question-flow.js';
import {wrap, type Output} from '../output.js';

/** Prints why a question matters, how to find out, what convinces, and what each answer means. */
export const explain = (
	output: Output,
	{question, target}: FlowItem,
	targets: readonly Target[],
	width: number,
): void => {
	const parts: readonly (readonly [string | undefined, string | undefined])[] = [
		['Why it matters', question.why],
		...textsFor(question.how, bearingPlatforms(target, targets)).map(
			(text, at) => [at === 0 ? 'How to find out' : undefined, text] as const,
		),
		['What convinces an auditor', question.evidence],
		['Red flags', question.redFlags],
		...Object.entries(question.meaning).map(
			([value, text]) => [`If you answer ${value}`, text] as const,
		),
		['If it falls short', question.remediation?.text],
	];
	for (const [title, text] of parts) {
		if (text === undefined) continue;
		output.line();
		if (title !== undefined) output.line(`${title}:`);
		output.line(wrap(text, width, '  '));
	}
	output.line();
};
