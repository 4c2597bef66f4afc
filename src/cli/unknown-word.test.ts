import {expect, test} from 'vitest';
import {UserError} from '../domain/errors.js';
import {createProgram} from './program.js';

const complaint = async (...words: readonly string[]): Promise<string> => {
	try {
		await createProgram().parseAsync(['node', 'dbvet', ...words]);
	} catch (error) {
		if (!(error instanceof UserError)) throw error;
		expect(error.exitCode).toBe(2);
		return [error.message, ...error.next].join('\n');
	}
	return '';
};

test.each([
	[
		['answer', 'x'],
		"Missing required argument 'value'.",
		'dbvet answer [options] <question> <value>',
	],
	[['status', 'extra'], 'Too many arguments', 'dbvet status [options]'],
	[['probe', '--timeout'], "Option '--timeout <ms>' argument missing.", 'dbvet probe --help'],
	[['probe', '--fail-on', 'hgih'], 'It takes: critical, high', 'Did you mean high?'],
	[
		['target', 'add', 'x', '--kind', 'databse'],
		'does not take "databse"',
		'Did you mean database?',
	],
])('%j is told with the usage of its own command', async (words, said, next) => {
	const text = await complaint(...words);
	expect(text).toContain(said);
	expect(text).toContain(next);
	expect(text).not.toContain('error:');
});

test('a choice that holds a password is not repeated', async () => {
	const url = 'postgres://app:Sup3r/Secret@h/db';
	expect(await complaint('target', 'add', 'x', '--kind', url)).not.toContain('Sup3r');
});
