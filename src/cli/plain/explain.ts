import {textFor} from '../../domain/text-for.js';
import type {FlowItem} from '../../services/question-flow.js';
import {wrap, type Output} from '../output.js';

/** Prints why a question matters, how to find out, what convinces, and what each answer means. */
export const explain = (output: Output, {question, target}: FlowItem, width: number): void => {
	const platform = target.kind === 'database' ? target.platform : undefined;
	const parts: readonly (readonly [string, string | undefined])[] = [
		['Why it matters', question.why],
		['How to find out', textFor(question.how, platform)],
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
		output.line(`${title}:`);
		output.line(wrap(text, width, '  '));
	}
	output.line();
};
