import {unseen, type Verdict} from './check.js';
import {fail, notApplicable, pass, unknown} from './verdicts.js';
import type {Word} from './words.js';

/**
 * The verdict on a value, from the word of its row.
 * @param shown the value with its name, for a person
 * @param source what shows the value alone; that it is fine may rest on more, which the check itself says
 */
export const verdictOfWord = (
	word: Word,
	shown: string,
	{expected, source}: {readonly expected: string; readonly source: string},
): Verdict => {
	switch (word.is) {
		case 'fine':
			return pass(shown, expected);
		case 'fault':
			return fail(word.text === undefined ? shown : `${shown}: ${word.text}`, expected, {
				source,
				...(word.severity === undefined ? {} : {severity: word.severity}),
			});
		case 'not-applicable':
			return notApplicable(`${shown}: ${word.why}`, expected);
		case 'strange':
			return unknown(
				unseen('unexpected-reply', {detail: `${shown} is no value dbvet knows`}),
				expected,
			);
	}
};
