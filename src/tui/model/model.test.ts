import {expect, test} from 'vitest';
import {fakeContent} from '../../../test/helpers/fake-content.js';
import {fakeTargets, ids} from '../../../test/helpers/fake-record.js';
import {fakeWorkbench} from '../../../test/helpers/fake-workbench.js';
import {readTyped} from './choices.js';
import {contradicts, forecastClaim} from './claim.js';
import {prepareSearch, search} from './search.js';
import {ago, duration, isDay, stopwatch} from './time.js';

const now = '2026-11-22T12:00:00.000Z';
const snapshot = fakeWorkbench().snapshot();
const question = (id: string) =>
	fakeContent()
		.questionnaires.flatMap(n => n.questions)
		.find(q => q.id === id)!;

test.each([
	['plaintext-refused', 'all', 'met'],
	['plaintext-refused', 'except', 'partly'],
	['plaintext-refused', 'gone', 'nothing'],
	['tls-version', 'partly', 'partly'],
	['tls-version', 'dont-know', 'nothing'],
	['tls-version', 'not-applicable', 'not-applicable'],
	['backup-retention', 35, 'met'],
	['backup-retention', 34, 'partly'],
	['backup-retention', 6, 'not-met'],
	['restore-drill', '2025-11-22', 'met'],
	['restore-drill', '2025-11-21', 'not-met'],
	['restore-drill', '2026-11-23', 'not-met'],
	['who-owns', 'Ada', 'nothing'],
] as const)('%s answered with %s would claim %s', (id, value, claim) => {
	expect(forecastClaim(question(id), value, snapshot, fakeTargets[0]!, now)).toBe(claim);
});

test('a threshold that no profile knows is no forecast', () => {
	const target = {...fakeTargets[0]!, profiles: ['another']};
	expect(forecastClaim(question('backup-retention'), 35, snapshot, target, now)).toBe('nothing');
});

test.each([
	['met', 'not-met', true],
	['met', 'partly', true],
	['partly', 'not-met', true],
	['not-applicable', 'not-met', true],
	['not-met', 'not-met', false],
	['not-met', 'met', false],
	['met', 'met', false],
	['met', undefined, false],
	['met', 'not-applicable', false],
	['nothing', 'not-met', false],
] as const)('claim %s against observation %s: contradiction %s', (claim, observed, expected) => {
	expect(contradicts(claim, observed)).toBe(expected);
});

test('search finds every word in any order, grouped by kind, each with a sign and a word', () => {
	const {groups, hits} = search(snapshot, 'TLS  prod');
	expect(groups.map(g => g.kind)).toEqual(['question', 'finding', 'control', 'check']);
	expect(hits.every(h => h.target === 'prod-db')).toBe(true);
	expect(hits.every(h => h.sign !== ' ' && h.word !== '')).toBe(true);
	expect(search(snapshot, '   ').hits).toEqual([]);
	expect(search(snapshot, '.*').hits).toEqual([]);
	expect(search(snapshot, 'zürich').hits).toEqual([]);
	expect(hits[0]?.place).toMatchObject({screen: 'questions', target: ids.prod});
});

test('of many hits the first are shown, and all are counted', () => {
	const {groups, all, hits} = search(fakeWorkbench({questions: 300}).snapshot(), 'practice');
	expect(all).toBeGreaterThan(500);
	expect(groups[0]?.all).toBe(all);
	expect(hits).toHaveLength(40);
});

test('targets, vendors, notes, controls and checks are found too', async () => {
	const workbench = fakeWorkbench();
	const note = 'Signed off by Grace in Zürich';
	const answer = {target: ids.prod, question: 'tls-version', value: 'yes', note};
	await workbench.answer(answer);
	const found = (typed: string) => search(workbench.snapshot(), typed).groups.map(g => g.kind);
	expect(found('grace zurich')).toEqual(['note']);
	expect(found('aiven vendor')).toEqual(expect.arrayContaining(['target', 'vendor']));
	expect(found('tls-required')).toEqual(['control']);
	expect(found('roles.superuser')).toEqual(['finding', 'check']);
	expect(search(workbench.snapshot(), 'grace').hits[0]?.place).toEqual({
		screen: 'questions',
		target: ids.prod,
		question: 'tls-version',
	});
});

test('an index that is built in pieces finds the same', () => {
	const [whole, pieces] = [fakeWorkbench({questions: 300}), fakeWorkbench({questions: 300})];
	let steps = 0;
	let ready = false;
	while (!ready) {
		let left = 1;
		ready = prepareSearch(pieces.snapshot(), () => left-- > 0);
		steps += 1;
	}
	expect(steps).toBeGreaterThan(5);
	expect(search(pieces.snapshot(), 'practice')).toEqual(search(whole.snapshot(), 'practice'));
});

test('times are said in words', () => {
	expect(ago('2026-11-22T11:58:00.000Z', now)).toBe('2 minutes ago');
	expect(ago('2026-11-22T12:05:00.000Z', now)).toBe('just now');
	expect(ago('2026-11-22T10:00:00.000Z', now)).toBe('2 hours ago');
	expect(ago('2026-11-01T12:00:00.000Z', now)).toBe('21 days ago');
	expect(stopwatch(125_000)).toBe('02:05');
	expect(duration(380)).toBe('0.4 s');
	expect(duration(125_000)).toBe('02:05');
	expect(isDay('2026-02-29')).toBe(false);
	expect(isDay('2028-02-29')).toBe(true);
});

test('a number that can be read in two ways is asked for again', () => {
	const typed = (text: string) => readTyped(question('backup-retention'), text);
	for (const text of ['1.000', '1,000'])
		expect(typed(text)).toEqual({
			problem: `"${text}" can be read as 1000 and as 1; write 1000 or 1.`,
		});
	expect(typed('1,5')).toEqual({value: 1.5});
});

test('of what is no day the same is said as on the command line', () => {
	const typed = (text: string) => readTyped(question('restore-drill'), text);
	// The first clause is that of questionnaires/answer-value.ts.
	expect(typed('2027-02-30')).toEqual({
		problem: '"2027-02-30" is not a day of the calendar; wanted: one written like 2026-11-22.',
	});
	expect(typed('tomorrow')).toEqual({
		problem: '"tomorrow" is no day; wanted: one written like 2026-11-22.',
	});
	expect(typed('')).toEqual({problem: 'A day written like 2026-11-22.'});
});
