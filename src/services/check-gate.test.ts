import {describe, expect, it} from 'vitest';
import {evaluateOne, failing, prod, yes} from '../../test/helpers/one-control.js';
import {tinyFinding, tinyRun} from '../../test/helpers/tiny-record.js';
import {staleSentence} from '../domain/outdated.js';
import {checkGate} from './check-gate.js';

/** Later than the maximum age of answers and of runs. */
const later = '2027-03-01T00:00:00.000Z';

type Record = Parameters<typeof evaluateOne>[0];

const evaluated = (record: Record) => evaluateOne({...record, mandatory: ['tls-required']});

const kinds = (record: Record, maxUnknown = 0): readonly string[] =>
	checkGate(evaluated(record), {failOn: 'high', maxUnknown}).map(({kind}) => kind);

describe('the gate and what is too old', () => {
	it('stops at a mandatory control that only an old answer speaks for, as at one that nobody knows', () => {
		expect(kinds({answers: [yes]})).toEqual([]);
		expect(kinds({answers: [yes], now: later})).toEqual(['stale']);
		expect(kinds({answers: [yes], now: later}, 1)).toEqual([]);
	});

	it('lets an old probe run through, which still counts for something, and says how many are old', () => {
		const findings = [tinyFinding({check: 'tls'})];
		expect(kinds({findings, now: later})).toEqual([]);
		expect(evaluateOne({findings, now: later}).score).toMatchObject({known: 1, stale: 1});
		expect(evaluateOne({findings}).score.stale).toBe(0);
	});

	it('leaves an old failure a failure', () => {
		expect(kinds({findings: [failing()], now: later})).toEqual(['failure']);
	});

	it('asks for what it stops at before all that is merely open', () => {
		const [scoping, first] = evaluated({answers: [yes], now: later}).next;
		expect(scoping).toMatchObject({question: 'cards'});
		expect(first).toMatchObject({kind: 'stale', control: 'tls-required'});
	});

	it('counts the age from the last run that saw anything: one that reached nothing is none', () => {
		const passing = tinyFinding({check: 'tls'});
		const blind = tinyFinding({check: 'tls', outcome: 'unknown', reason: 'connection-refused'});
		const unreachable = tinyRun(prod, [blind], '2026-11-22T10:00:00.000Z', {status: 'unreachable'});
		const ages = (runs: readonly ReturnType<typeof tinyRun>[]) =>
			checkGate(evaluateOne({runs}), {failOn: 'high', maxUnknown: 9, maxAge: 7})
				.filter(({kind}) => kind === 'age')
				.map(({text}) => text);
		const old = tinyRun(prod, [passing], '2026-11-10T10:00:00.000Z');
		expect(ages([old, unreachable])).toEqual([
			'The last probe that reached it is 12 days old; 7 are allowed.',
		]);
		expect(ages([unreachable])).toEqual(['No probe has reached it yet.']);
		expect(ages([])).toEqual(['It was never probed.']);
		expect(ages([tinyRun(prod, [passing]), unreachable])).toEqual([]);
	});

	it('says nothing of age where all is recent', () => {
		expect(staleSentence({stale: 0})).toBeUndefined();
		expect(staleSentence({stale: 1})).toMatch(/^1 known control rests /);
	});
});
