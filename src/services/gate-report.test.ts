import {describe, expect, it} from 'vitest';
import {acme, evaluateOne, failing, prod, yes} from '../../test/helpers/one-control.js';
import {tinyFinding} from '../../test/helpers/tiny-record.js';
import {severities} from '../domain/options.js';
import {checkGate, type GateOptions} from './check-gate.js';
import {gateReport} from './gate-report.js';

type Record = Parameters<typeof evaluateOne>[0];

const later = '2027-03-01T00:00:00.000Z';

const casesOf = (record: Record, more: Partial<GateOptions> = {}) => {
	const evaluation = evaluateOne(record);
	const options: GateOptions = {failOn: 'high', maxUnknown: 0, ...more};
	const problems = checkGate(evaluation, options);
	const where = {dbvet: '1.2.3', file: 'assessment.json'};
	return {...gateReport({evaluation, problems, checks: []}, where), problems};
};

const verdicts = (record: Record, more?: Partial<GateOptions>) =>
	casesOf(record, more).cases.map(({rule, verdict}) => `${rule.id} ${verdict}`);

const mandatory = ['tls-required'];

describe('the gate as cases', () => {
	it('passes only what is known and recent', () => {
		const findings = [tinyFinding({check: 'tls'})];
		expect(verdicts({findings})).toEqual(['control/tls-required pass', 'tls pass']);
		expect(verdicts({findings, now: later})).toContain('tls unknown');
		expect(verdicts({answers: [yes], mandatory})).toEqual(['control/tls-required pass']);
		expect(verdicts({answers: [yes], now: later})).toEqual(['control/tls-required unknown']);
	});

	it('stops at a mandatory control that nobody knows, and calls it unknown where it is let through', () => {
		expect(verdicts({mandatory})).toContain('control/tls-required stops');
		expect(verdicts({mandatory}, {maxUnknown: 1})).toContain('control/tls-required unknown');
		expect(verdicts({})).toContain('control/tls-required unknown');
		const unseen = [tinyFinding({check: 'tls', outcome: 'unknown'})];
		expect(verdicts({findings: unseen})).toContain('tls unknown');
	});

	it('never passes where nothing is known', () => {
		expect(verdicts({})[0]).toBe('gate/empty stops');
		expect(verdicts({targets: [acme]})).toEqual(['gate/empty stops']);
	});

	it('says a failure once: by its finding, where there is one', () => {
		expect(verdicts({findings: [failing()], mandatory})).toEqual(['tls stops']);
		expect(verdicts({findings: [failing()]}, {failOn: 'critical'})).toEqual(['tls let-through']);
	});

	it('says a contradiction beside its failure', () => {
		expect(verdicts({findings: [failing()], answers: [yes]})).toEqual([
			'control/tls-required stops',
			'tls stops',
		]);
	});

	it('gives the reason of what is accepted', () => {
		const waiver = {
			id: 'w-0123456789',
			target: prod.id,
			failures: [{check: 'tls', endpoint: 'prod.example:5432'}],
			reason: 'A lab without data.',
			approver: 'Bob',
			until: '2027-01-01',
			by: 'Ada',
			at: '2026-11-20T11:00:00.000Z',
		};
		const {cases} = casesOf({findings: [failing()], waivers: [waiver]});
		expect(cases).toMatchObject([{verdict: 'accepted', reason: 'A lab without data.'}]);
	});

	it.each(severities)('stops at as many cases as the gate has problems, from %s', failOn => {
		const objects = ['one', 'two'].map(object => failing('tls', object));
		const {cases, problems} = casesOf({findings: objects, answers: [yes]}, {failOn, maxAge: 1});
		expect(cases.filter(({verdict}) => verdict === 'stops')).toHaveLength(problems.length);
		expect(new Set(cases.map(({key}) => key)).size).toBe(cases.length);
	});
});
