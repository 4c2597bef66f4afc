import {expect, test} from 'vitest';
import {cells} from './cells.js';
import {shortPaths} from './short-paths.js';

const long = `/srv/${'a-long-folder/'.repeat(10)}history/w-2e797024.jsonl`;

test('a long path is shortened in its middle, and the rest of the sentence stays', () => {
	const text = shortPaths(`Could not read ${long}: permission denied. Wait, then try again.`, 40);
	expect(text).toBe(
		'Could not read /srv/a-long-fo…/history/w-2e797024.jsonl: permission denied. Wait, then try again.',
	);
});

test.each([
	['/a/b: gone and/or read-only.', 40],
	['in (./x/y) and C:\\x\\y.', 8],
	['no path, 3/4 of it, https://example.com/a/very/long/address', 10],
])('%j stays as it is', (text, width) => {
	expect(shortPaths(text, width)).toBe(text);
});

test.each([
	`C:\\Users\\${'x'.repeat(60)}\\history\\w-1.jsonl`,
	`/${'資料'.repeat(40)}/w.jsonl`,
	`/${'x'.repeat(200)}`,
	`./${'x/'.repeat(100)}`,
])('%s fits', whole => {
	for (const width of [8, 20, 39]) {
		const short = shortPaths(`see ${whole}, please`, width).slice(4, -8);
		expect(cells(short)).toBeLessThanOrEqual(width);
		expect(short).toContain('…');
		expect(short.endsWith(whole.slice(-3))).toBe(true);
	}
});
