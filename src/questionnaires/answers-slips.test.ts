import {expect, test} from 'vitest';
import {UserError} from '../domain/errors.js';
import {parseTiny as parse} from '../../test/helpers/tiny-answers.js';

const problems = (text: string): readonly string[] => {
	try {
		parse(text);
	} catch (thrown) {
		if (!(thrown instanceof UserError)) throw thrown;
		const [, ...lines] = thrown.message.split('\n');
		return lines.map(line => line.trim().replace('answers.yaml:', ''));
	}
	return [];
};
const space = 'a space is missing after the colon';
const indent = 'this line is indented differently from the one before';

/** What people slip on most; every file has one error for each slip and no more. */
test.each([
	['in the only answer', 'targets:\n  prod:\n    tls-asked:yes\n', [`3:15 ${space}`]],
	[
		'in the first answer',
		'targets:\n  prod:\n    tls-asked:yes\n    backup-days: 3\n',
		[`3:15 ${space}`],
	],
	[
		'in the last answer',
		'targets:\n  prod:\n    backup-days: 3\n    tls-asked:yes\n',
		[`4:15 ${space}`],
	],
	[
		'between others, with CRLF',
		'targets:\r\n  prod:\r\n    backup-days: 3\r\n    tls-asked:yes\r\n    tls-until:\r\n',
		[`4:15 ${space}`],
	],
	[
		'in two answers',
		'targets:\n  prod:\n    tls-asked:yes\n    backup-days:3\n',
		[`3:15 ${space}`, `4:17 ${space}`],
	],
	[
		'in two answers of three',
		'targets:\n  prod:\n    tls-asked:yes\n    backup-days:3\n    tls-until: 2027-01-31\n',
		[`3:15 ${space}`, `4:17 ${space}`],
	],
	[
		'in the value of a group',
		'targets:\n  prod:\n    tls-asked:\n      value:yes\n      note: b\n',
		[`4:13 ${space}`],
	],
	[
		'in braces',
		'targets:\n  prod:\n    tls-asked: {value:yes, note: b}\n',
		[`3:17 ${space} in "value:yes"`],
	],
	[
		'in braces of a target',
		'targets: {prod: {tls-asked:yes}}',
		[`1:18 ${space} in "tls-asked:yes"`],
	],
	['too deep', 'targets:\n  prod:\n    tls-asked: yes\n      backup-days: 3\n', [`4:7 ${indent}`]],
	[
		'too deep, behind a comment',
		'targets:\n  prod:\n    tls-asked: yes\n    # How many?\n\n     backup-days: 3\n',
		[`6:6 ${indent}`],
	],
	[
		'not deep enough',
		'targets:\n  prod:\n    tls-asked: yes\n   backup-days: 3\n',
		[`4:4 ${indent}`],
	],
	[
		'too deep behind an open question',
		'targets:\n  prod:\n    tls-asked:\n      backup-days: 3\n',
		[`4:7 ${indent}`],
	],
	[
		'answers beside their target',
		'targets:\n  prod:\n  tls-asked: yes\n',
		['3:3 "tls-asked" is a question; indent it further than the name of its target'],
	],
	[
		'a target beside "targets"',
		'targets:\nprod:\n  tls-asked: yes\n',
		['2:1 indent the target "prod" further than "targets"'],
	],
	[
		'no colon',
		'targets:\n  prod:\n    tls-asked yes\n    backup-days: 3\n',
		['3:5 a colon and a space are missing on this line, between a key and its value'],
	],
	[
		'a list',
		'targets:\n  prod:\n    tls-asked: yes\n    - backup-days\n',
		['4:5 a list ("- …") begins here, between keys; take it out or indent it'],
	],
	[
		'a note with a colon',
		'targets:\n  prod:\n    tls-asked:\n      value: yes\n      note: at night: never\n',
		['5:13 a text that holds ": " begins here; put it in quotes, or write it below a ">-"'],
	],
])('%s', (_name, text, expected) => {
	expect(problems(text)).toEqual(expected);
});

test('texts with a colon are answers all the same', () => {
	expect(problems('targets:\n  prod:\n    tls-asked: {value: yes, note: "db:5432"}\n')).toEqual([]);
	expect(problems('targets:\n  prod:\n    tls-asked: {value: yes, note: https://a.b/c}\n')).toEqual(
		[],
	);
});
