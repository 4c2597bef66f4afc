import {describe, expect, it} from 'vitest';
import type {Resolution} from '../domain/answer.js';
import {controlOne, evaluateOne, failing, prod, yes} from '../../test/helpers/one-control.js';
import {tinyAnswer, tinyNow} from '../../test/helpers/tiny-record.js';
import {resolutionOf} from './accept.js';

describe('contradictions and their resolution', () => {
	const contradicted = evaluateOne({answers: [yes], findings: [failing()]});
	const accepting = {reason: 'A test listener.', until: '2026-12-31', by: 'Ada', now: tinyNow};
	const resolution: Resolution = resolutionOf(contradicted, 'prod/tls-required', accepting);
	const again = (c: Parameters<typeof evaluateOne>[0]) =>
		evaluateOne({...c, resolutions: [resolution]});

	it('sets the observation aside while it holds: the claim stands, claimed only', () => {
		const e = again({answers: [yes], findings: [failing()]});
		expect(e.controls[0]).toMatchObject({
			state: 'met',
			assurance: 'claimed',
			because: 'Answered yes; the observation was set aside until 2026-12-31: A test listener.',
		});
		expect(e.contradictions[0]!.resolution).toEqual(resolution);
		expect(e.targets.find(t => t.target.id === prod.id)!.contradictions).toBe(0);
	});

	it.each<[string, Parameters<typeof evaluateOne>[0], RegExp]>([
		['it ended', {answers: [yes], findings: [failing()], now: '2027-01-01T00:00:00Z'}, /ended/],
		[
			'the answer changed',
			{answers: [tinyAnswer(prod, 'q-tls', 'partly')], findings: [failing()]},
			/answer changed/,
		],
		[
			'another object fails',
			{answers: [yes], findings: [failing(), failing('tls', 'new')]},
			/came after.*new/,
		],
	])('reopens when %s', (_, c, reason) => {
		const e = again(c);
		expect(e.controls[0]!.state).toBe('contradicted');
		expect(e.contradictions[0]!.reopened).toMatch(reason);
		expect(e.contradictions[0]!.resolution).toBeUndefined();
	});

	it('does not mind a note or a later date of the same answer', () => {
		const noted = {...yes, note: 'Asked again.', at: '2026-11-21T00:00:00.000Z'};
		expect(again({answers: [noted], findings: [failing()]}).controls[0]!.state).toBe('met');
	});

	it('contradicts "not applicable" as well', () => {
		const na = tinyAnswer(prod, 'q-tls', 'not-applicable');
		expect(controlOne({answers: [na], findings: [failing()]}).state).toBe('contradicted');
	});

	it('says which contradictions there are when none has the id', () => {
		expect(() => resolutionOf(contradicted, 'prod/none', accepting)).toThrow(
			expect.objectContaining({next: ['Contradicted now: prod/tls-required.']}),
		);
	});
});
