import {describe, expect, test} from 'vitest';
import {CheckInfo} from '../../domain/check.js';
import {checks} from './checks.js';
import {blind} from './examples.js';
import {nothingSeen} from './facts.js';

const context = {now: '2026-11-22T04:00:00.000Z', thresholds: {}};

test('there are at least forty checks, and no id twice', () => {
	expect(checks.length).toBeGreaterThanOrEqual(40);
	expect(new Set(checks.map(check => check.id)).size).toBe(checks.length);
});

describe.each(checks.map(check => [check.id, check] as const))('%s', (id, check) => {
	const {judge, examples} = check;

	test('has a valid description', () => {
		const info = Object.fromEntries(
			Object.entries(check).filter(([key]) => key !== 'judge' && key !== 'examples'),
		);
		expect(CheckInfo.parse(info)).toMatchObject({id, family: 'postgresql'});
		expect(check.question).toMatch(/\?$/);
	});

	test('passes the healthy, fails the defective, cannot tell for the blind', () => {
		expect(examples.healthy.length).toBeGreaterThan(0);
		expect(examples.blind.length).toBeGreaterThan(0);
		for (const facts of examples.healthy)
			expect(judge(facts, context).map(v => v.outcome)).toEqual(expect.arrayContaining(['pass']));
		for (const facts of examples.healthy)
			expect(judge(facts, context).filter(v => v.outcome !== 'pass')).toEqual([]);
		for (const facts of examples.defective)
			expect(judge(facts, context).map(v => v.outcome)).toContain('fail');
		for (const facts of [...examples.blind, blind])
			for (const verdict of judge(facts, context)) {
				expect(verdict).toMatchObject({outcome: 'unknown'});
				expect(verdict.reason).toBeTruthy();
			}
		for (const facts of examples.notApplicable ?? [])
			expect(judge(facts, context).map(v => v.outcome)).toEqual(['not-applicable']);
	});

	test('carries the reason of a server that could not be reached', () => {
		const facts = nothingSeen({seen: false, reason: 'connection-refused'}, blind);
		for (const verdict of judge(facts, context))
			expect(verdict).toMatchObject({outcome: 'unknown', reason: 'connection-refused'});
	});
});
