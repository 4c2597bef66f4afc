import {execFileSync} from 'node:child_process';
import {expect, test} from 'vitest';
import {shellWord} from './shell-word.js';

test.each(['plain/path', 'a b', "it's", '$(touch x)', '`x`', 'a\\b', 'ä ö', ''])(
	'a shell reads %j back as it was',
	text => {
		const back = execFileSync('/bin/sh', ['-c', `printf %s ${shellWord(text)}`]).toString();
		expect(back).toBe(text);
	},
);

test('what needs no quotes has none', () => {
	expect(shellWord('/srv/dbvet-2026/client_1')).toBe('/srv/dbvet-2026/client_1');
});
