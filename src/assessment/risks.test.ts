import {describe, expect, it} from 'vitest';
import type {Evaluation} from '../domain/evaluation.js';
import {assessRisks, prod} from '../../test/helpers/risk-record.js';

const risk = (e: Evaluation) => e.risks[0]!;

describe('risks', () => {
	it('is raised by facts, at most to five, and only by facts that are known to hold', () => {
		expect(risk(assessRisks({})).inherent).toEqual({likelihood: 4, impact: 3, level: 'high'});
		expect(risk(assessRisks({cards: 'yes', health: 'dont-know'})).inherent.impact).toBe(4);
		expect(risk(assessRisks({cards: 'yes', health: 'yes'})).inherent.impact).toBe(5);
	});

	it('leaves out what the facts exclude, and keeps what they leave open', () => {
		expect(assessRisks({cards: 'no'}).risks.map(r => r.risk)).toEqual(['interception']);
		expect(assessRisks({}).risks.map(r => r.risk)).toEqual(['interception', 'card-theft']);
	});

	it('wants all controls of a treatment, and leaves out one that the facts exclude', () => {
		expect(risk(assessRisks({'q-tls': 'yes'}, 'pass')).claimed.likelihood).toBe(4);
		expect(risk(assessRisks({'q-tls': 'yes', cards: 'no'}, 'pass')).verified.likelihood).toBe(1);
		expect(
			risk(assessRisks({'q-tls': 'yes', cards: 'yes', 'q-cards': 'yes'}, 'pass')).claimed
				.likelihood,
		).toBe(1);
	});

	it('believes answers in the claimed residual only', () => {
		const e = risk(assessRisks({'q-tls': 'yes', cards: 'no'}));
		expect(e.claimed.likelihood).toBe(1);
		expect(e.verified.likelihood).toBe(4);
		expect(e.treatments[0]).toMatchObject({countsAsClaimed: true, countsAsVerified: false});
	});

	it('takes the strongest of several, not their sum, and never goes below one', () => {
		const e = risk(assessRisks({'q-tls': 'yes', 'q-clients': 'yes', cards: 'no'}));
		expect(e.claimed.likelihood).toBe(1);
		const met = assessRisks({'q-review': 'yes', 'certificate-ends': '2027-12-01'});
		expect(risk(met).claimed.impact).toBe(1);
	});

	it('lets partly count only where the register says by how much', () => {
		const half = assessRisks({'q-review': 'partly', 'certificate-ends': '2027-12-01'});
		expect(risk(half).claimed.impact).toBe(2);
		expect(risk(assessRisks({'q-clients': 'partly'})).claimed.likelihood).toBe(4);
	});

	it('marks an accepted risk while the acceptance lasts, and changes no number', () => {
		const decision = {
			target: prod.id,
			risk: 'interception',
			treatment: 'accept' as const,
			until: '2026-11-22',
		};
		const e = assessRisks({}, undefined, {decisions: [decision]});
		expect(risk(e)).toMatchObject({accepted: true, decision});
		expect(risk(e).claimed).toEqual(risk(assessRisks({})).claimed);
		const over = assessRisks({}, undefined, {decisions: [{...decision, until: '2026-11-21'}]});
		expect(risk(over).accepted).toBe(false);
	});
});
