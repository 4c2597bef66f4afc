import {expect, test} from 'vitest';
import {
	fakeCheck,
	fakeFamily,
	passing,
	probeFamily,
	shown,
	sharedQuietServer,
} from '../../../test/helpers/fake-family.js';

const quiet = sharedQuietServer();

test('a judge that throws or says nothing is an error finding, and the others go on', async () => {
	const report = await probeFamily(
		quiet,
		fakeFamily({
			checks: [
				fakeCheck('fake-throws', () => {
					throw new TypeError('with the password hunter2 in it');
				}),
				fakeCheck('fake-silent', () => []),
				fakeCheck('fake-one', () => [passing]),
			],
		}),
	);
	expect(shown(report)).toEqual([
		'fake-throws error internal-error',
		'fake-silent error internal-error',
		'fake-one pass',
	]);
	expect(JSON.stringify(report)).not.toContain('hunter2');
	expect(report.findings[0]?.observed).toMatch(/TypeError at findings\.test\.ts:\d+/);
});

test('texts of a server come out plain, and an object is judged once, by its worst', async () => {
	const report = await probeFamily(
		quiet,
		fakeFamily({
			checks: [
				fakeCheck('fake-one', () => [
					{...passing, object: 'a\u001b[2J'},
					{
						outcome: 'fail',
						object: 'a\u001b[2J',
						observed: '\u202e' + 'x'.repeat(9_000),
						expected: 'y',
					},
				]),
			],
		}),
	);
	expect(report.findings).toHaveLength(1);
	expect(report.findings[0]).toMatchObject({outcome: 'fail', object: 'a\\u{1b}[2J'});
	expect(report.findings[0]?.observed.length).toBeLessThanOrEqual(410);
});

test('a grant of many commands is kept whole, within bounds', async () => {
	const grant = Array.from({length: 30}, (_, at) => `GRANT SELECT ON t${at} TO scanner;`).join(' ');
	const open = {outcome: 'unknown', reason: 'permission-denied', observed: 'x'} as const;
	const report = await probeFamily(
		quiet,
		fakeFamily({
			checks: [
				fakeCheck('fake-one', () => [{...open, expected: 'y', grant}]),
				fakeCheck('fake-two', () => [
					{...open, expected: 'y'.repeat(9_000), grant: grant.repeat(9)},
				]),
			],
		}),
	);
	expect(report.findings[0]?.grant).toBe(grant);
	expect(report.findings[1]?.grant?.length).toBeLessThanOrEqual(1_500);
	expect(report.findings[1]?.expected.length).toBeLessThanOrEqual(1_500);
});

test('of very many objects the worst are kept, and the rest is announced as unknown', async () => {
	const many = Array.from({length: 5_000}, (_, index) => ({...passing, object: `o${index}`}));
	const report = await probeFamily(
		quiet,
		fakeFamily({
			checks: [
				fakeCheck('fake-one', () => [...many, {...passing, outcome: 'fail', object: 'last'}]),
			],
		}),
	);
	expect(report.findings).toHaveLength(301);
	expect(report.findings[0]).toMatchObject({outcome: 'fail', object: 'last'});
	expect(report.findings.at(-1)).toMatchObject({outcome: 'unknown', reason: 'limit-exceeded'});
});
