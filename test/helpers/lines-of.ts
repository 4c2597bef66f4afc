import type {Output} from '../../src/cli/output.js';

/** What is printed on an output of 80 columns without colours, with words of one character for signs. */
export const linesOf = (print: (output: Output) => void): string => {
	const lines: string[] = [];
	const same = (text: string): string => text;
	const sign = {
		pass: '+',
		fail: 'x',
		unknown: '?',
		'not-applicable': '-',
		contradicted: '!',
		stale: '~',
	};
	print({
		line: (text = '') => lines.push(text),
		json: () => undefined,
		note: () => undefined,
		table: () => undefined,
		style: {bold: same, dim: same, good: same, bad: same, warn: same, sign},
		isTerminal: false,
		columns: 80,
	});
	return lines.join('\n');
};
