import {expect, test} from 'vitest';
import {asciiOnly, showsUnicode} from './ascii.js';
import {cells} from './cells.js';
import {signs} from './theme.js';
import {texts} from './texts/texts.js';

test('every sign has a stand-in of its own width', () => {
	for (const sign of Object.values(signs)) {
		if (sign !== '?') expect(asciiOnly(sign), sign).not.toBe('?');
		expect(cells(asciiOnly(sign))).toBe(cells(sign));
	}
});

test('nothing but ASCII gets through, and escape codes stay', () => {
	expect(asciiOnly('\u001B[1m✔ 資 prod…\u001B[0m')).toBe('\u001B[1m+ ? prod~\u001B[0m');
	// eslint-disable-next-line no-control-regex -- all of ASCII is meant.
	expect(asciiOnly(JSON.stringify(texts))).toMatch(/^[\x00-\x7f]*$/);
});

test.each([
	[{LANG: 'en_GB.UTF-8'}, 'linux', true],
	[{LC_ALL: 'C', LANG: 'en_GB.UTF-8'}, 'linux', false],
	[{LC_ALL: '', LC_CTYPE: 'C.utf8'}, 'linux', true],
	[{LANG: 'en_GB.UTF-8', TERM: 'linux'}, 'linux', false],
	[{LANG: 'en_GB.UTF-8', TERM: 'dumb'}, 'linux', false],
	[{}, 'linux', false],
	[{}, 'darwin', true],
])('the locale %j on %s shows UTF-8: %s', (env, platform, expected) => {
	expect(showsUnicode(env, platform)).toBe(expected);
});
