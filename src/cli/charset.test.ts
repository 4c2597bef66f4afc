import {expect, test} from 'vitest';
import {charsetOf, suitedJson} from './charset.js';

test.each([
	[{isTTY: true}, {LANG: 'en_GB.UTF-8'}, 'unicode'],
	[{isTTY: true}, {LANG: 'C'}, 'ascii'],
	[{isTTY: true}, {}, 'ascii'],
	[{isTTY: true}, {LC_ALL: 'POSIX', LANG: 'en_GB.UTF-8'}, 'ascii'],
	[{}, {LC_ALL: 'C'}, 'signs'],
	[{}, {LC_ALL: '', LANG: 'de_DE.ISO-8859-1'}, 'signs'],
	[{}, {LC_ALL: 'C.UTF-8'}, 'unicode'],
	[{}, {}, 'unicode'],
])('%j under %j is sent %s', (stream, env, expected) => {
	expect(charsetOf(stream, env, 'linux')).toBe(expected);
});

test('JSON loses no character', () => {
	const value = {name: 'Müller “資” 🔒'};
	for (const charset of ['unicode', 'signs', 'ascii'] as const)
		expect(JSON.parse(suitedJson(JSON.stringify(value), charset))).toEqual(value);
	// eslint-disable-next-line no-control-regex -- all of ASCII is meant.
	expect(suitedJson(JSON.stringify(value), 'signs')).toMatch(/^[\x00-\x7f]*$/);
});
