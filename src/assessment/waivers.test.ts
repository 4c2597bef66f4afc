import {describe, expect, it} from 'vitest';
import type {Waiver} from '../domain/answer.js';
import {evaluateOne, failing, prod} from '../../test/helpers/one-control.js';
import {tinyFinding, tinyNow} from '../../test/helpers/tiny-record.js';
import {failuresOf, waiverOf} from './accept.js';
import {approvalStanding} from './waivers.js';

describe('waivers', () => {
	const accepting = {
		reason: 'The old client leaves in spring.',
		until: '2026-12-31',
		by: 'Ada',
		now: tinyNow,
		approver: 'Grace',
		approverIsNotAuthor: true,
		target: 'prod',
		check: 'tls',
	};
	const failures = [failing('tls', 'app'), failing('tls', 'report')];
	const waiver: Waiver = waiverOf(evaluateOne({findings: failures}), {...accepting, object: 'app'});

	it('names exactly the failures of today', () => {
		const e = evaluateOne({findings: failures});
		expect(waiver.failures).toEqual([{check: 'tls', endpoint: 'prod.example:5432', object: 'app'}]);
		expect(failuresOf(e, {target: prod.id, check: 'tls'})).toHaveLength(2);
		expect(waiver.id).toMatch(/^w-[0-9a-f]{10}$/);
	});

	it('marks what it names and nothing else, and the state stays', () => {
		const one = evaluateOne({findings: failures, waivers: [waiver]});
		expect(one.findings.map(f => f.waiver?.id)).toEqual([waiver.id, undefined]);
		expect(one.controls[0]).toMatchObject({state: 'not-met', waived: false});
		const only = evaluateOne({findings: [failing('tls', 'app')], waivers: [waiver]});
		expect(only.controls[0]).toMatchObject({state: 'not-met', waived: true});
		expect(only.waivers[0]).toMatchObject({targetName: 'prod', standing: 'holds'});
		expect(only.next.map(n => n.kind)).not.toContain('failure');
	});

	it('hides neither the same failure at another endpoint nor that of the check as a whole', () => {
		const replica = {role: 'replica', host: 'replica.example', port: 5432} as const;
		const endpoint = 'replica.example:5432';
		const e = evaluateOne({
			targets: [{...prod, endpoints: [...prod.endpoints, replica]}],
			findings: [failing('tls', 'app'), {...failing('tls', 'app'), endpoint}, failing()],
			waivers: [waiver],
		});
		expect(e.findings.map(f => [f.endpoint, f.object, f.waiver?.id])).toEqual([
			['prod.example:5432', undefined, undefined],
			['prod.example:5432', 'app', waiver.id],
			[endpoint, 'app', undefined],
		]);
		expect(e.controls[0]!.waived).toBe(false);
	});

	it('holds through its last day, and then the failure is one again', () => {
		const on = (now: string) =>
			evaluateOne({findings: [failing('tls', 'app')], waivers: [waiver], now});
		expect(on('2026-12-31T23:59:59.000Z').controls[0]!.waived).toBe(true);
		const after = on('2027-01-01T00:00:00.000Z');
		expect(after.controls[0]!.waived).toBe(false);
		expect(after.waivers[0]).toMatchObject({standing: 'expired', stillFails: waiver.failures});
	});

	it('does not hold where the profile wants a second person and there is none', () => {
		const own = {...waiver, approver: ' ada '};
		const findings = [failing('tls', 'app')];
		const regulated = evaluateOne({findings, profiles: ['regulated'], waivers: [own]});
		expect(regulated.controls[0]!.waived).toBe(false);
		expect(regulated.next.map(n => n.text).join(' ')).toMatch(/approved by its own author/);
		expect(regulated.waivers[0]).toMatchObject({standing: 'one-person'});
		expect(evaluateOne({findings, waivers: [own]}).controls[0]!.waived).toBe(true);
	});

	it.each([
		['two persons', {approver: 'Grace', by: 'Ada'}, 'holds', 'holds'],
		['one person in two spellings', {approver: ' ADA', by: 'Ada '}, 'one-person', 'holds'],
		['one person with two blanks', {approver: 'Ann  Lee', by: 'Ann Lee'}, 'one-person', 'holds'],
		['somebody unseen', {approver: '\u200b', by: 'Ann Lee'}, 'one-person', 'holds'],
		['an author whom nobody recorded', {approver: 'Ada'}, 'one-person', 'holds'],
		['no approver', {by: 'Ada'}, 'one-person', 'holds'],
		['what ran out', {approver: 'Ada', by: 'Ada', until: '2026-11-21'}, 'expired', 'expired'],
		['the last day', {approver: 'Grace', by: 'Ada', until: '2026-11-22'}, 'holds', 'holds'],
	] as const)('an approval of %s', (_, approval, strict, lax) => {
		const standing = (approverIsNotAuthor: boolean) =>
			approvalStanding(approval, {approverIsNotAuthor}, tinyNow);
		expect([standing(true), standing(false)]).toEqual([strict, lax]);
	});

	it.each([
		[{approver: 'ADA '}, /cannot approve/],
		[{approver: 'A\u200bda'}, /cannot approve/],
		[{approver: '\u3164'}, /needs an approver/],
		[{approver: ' '}, /needs an approver/],
		[{reason: ' '}, /reason/],
		[{until: '2026-11-21'}, /has passed/],
		[{until: 'soon'}, /not a day/],
		[{target: 'nowhere'}, /no target/],
		[{check: 'other'}, /does not fail/],
		[{object: 'admin'}, /does not fail/],
	])('refuses %o', (wrong, message) => {
		expect(() => waiverOf(evaluateOne({findings: failures}), {...accepting, ...wrong})).toThrow(
			message,
		);
	});

	it('refuses to waive what is unknown, and names the grant', () => {
		const e = evaluateOne({
			findings: [tinyFinding({check: 'tls', outcome: 'unknown', grant: 'GRANT x TO y'})],
		});
		expect(() => waiverOf(e, accepting)).toThrow(/unknown cannot be waived/);
		expect(e.controls[0]!.settledBy).toContain('GRANT x TO y');
	});
});
