import {describe, expect, it} from 'vitest';
import {assessTiny, databaseContent} from '../../test/helpers/assess-tiny.js';
import {
	tinyAnswer,
	tinyDatabase,
	tinyFinding,
	tinyOrganisation,
	tinyRun,
} from '../../test/helpers/tiny-record.js';

const content = databaseContent({
	controls: [
		{
			id: 'tls-required',
			severity: 'critical',
			title: 'Plaintext connections are refused',
			checks: [
				{check: 'tls-refused', role: 'required'},
				{check: 'tls-hint', role: 'refutes'},
				{check: 'tls-note', role: 'informs'},
			],
		},
		{id: 'backups', checks: []},
	],
	questions: [
		{id: 'tls', control: 'tls-required'},
		{id: 'backups-on', control: 'backups'},
	],
	profiles: [{id: 'startup', mandatory: ['tls-required', 'backups']}],
	risks: [{id: 'interception'}],
});
const checks = ['tls-refused', 'tls-hint', 'tls-note'];
const prod = tinyDatabase();

describe('assess', () => {
	it('shows an empty record as unknown, never as fine', () => {
		const e = assessTiny({
			content,
			checks,
			targets: [prod],
		});
		expect(e.controls.map(c => [c.id, c.state, c.assurance])).toEqual([
			['prod/tls-required', 'unknown', 'none'],
			['prod/backups', 'unknown', 'none'],
		]);
		expect(e.score).toEqual({met: 0, notMet: 0, known: 0, applicable: 2, coverage: 0, stale: 0});
		expect(e.next.map(n => n.kind)).toEqual(['question', 'question', 'probe']);
		expect(e.controls[0]!.settledBy).toEqual(['Answer: Is tls as it should be?', 'Probe prod.']);
	});

	it('verifies what all required checks saw, and lowers both residual risks', () => {
		const e = assessTiny({
			content,
			checks,
			runs: [tinyRun(prod, [tinyFinding({check: 'tls-refused'})])],
			targets: [prod],
			answers: [tinyAnswer(prod, 'tls', 'yes')],
		});
		expect(e.controls[0]).toMatchObject({
			state: 'met',
			assurance: 'verified',
			because: '1 required check passed on prod.example:5432.',
		});
		expect(e.risks[0]).toMatchObject({
			inherent: {likelihood: 4, impact: 4, level: 'critical'},
			claimed: {likelihood: 2, impact: 4},
			verified: {likelihood: 2, impact: 4},
		});
	});

	it('puts a contradiction in words, first in the list of what to do, and counts it as not met', () => {
		const e = assessTiny({
			content,
			checks,
			runs: [
				tinyRun(prod, [
					tinyFinding({
						check: 'tls-refused',
						outcome: 'fail',
						object: 'app@shop',
						observed: 'let in without TLS',
					}),
				]),
			],
			targets: [prod],
			answers: [tinyAnswer(prod, 'tls', 'yes')],
		});
		expect(e.contradictions).toHaveLength(1);
		expect(e.contradictions[0]!.text).toBe(
			'prod: you answered yes; the probe saw: let in without TLS (app@shop, on prod.example:5432).',
		);
		expect(e.next[0]).toMatchObject({kind: 'contradiction', target: prod.id});
		expect(e.score).toMatchObject({met: 0, notMet: 1, value: 0});
		expect(e.risks[0]!.claimed).toEqual(e.risks[0]!.inherent);
		expect(e.targets[0]).toMatchObject({failing: 1, criticalFailing: 1, contradictions: 1});
	});

	it('leaves retired targets out of everything', () => {
		const gone = tinyDatabase('old', {retiredAt: '2026-05-01T00:00:00.000Z'});
		const e = assessTiny({
			content,
			checks,
			runs: [tinyRun(gone, [tinyFinding({check: 'tls-refused', outcome: 'fail'})])],
			targets: [gone, tinyOrganisation()],
		});
		expect(e.targets.map(t => t.target.name)).toEqual(['acme']);
		expect([...e.controls, ...e.findings, ...e.risks]).toEqual([]);
		expect(e.next).toEqual([expect.objectContaining({kind: 'target'})]);
	});
});
