import {describe, expect, it} from 'vitest';
import {controlOne, yes} from '../../test/helpers/one-control.js';
import {tinyFinding} from '../../test/helpers/tiny-record.js';

describe('time', () => {
	it('steps assurance down once for what is stale', () => {
		const findings = [tinyFinding({check: 'tls'})];
		expect(controlOne({findings})).toMatchObject({assurance: 'verified', stale: false});
		expect(controlOne({findings, now: '2027-01-01T00:00:00.000Z'})).toMatchObject({
			state: 'met',
			assurance: 'documented',
			stale: true,
			agedFrom: 'verified',
		});
		expect(controlOne({answers: [yes]})).toMatchObject({assurance: 'claimed', stale: false});
		expect(controlOne({answers: [yes], now: '2027-03-01T00:00:00.000Z'})).toMatchObject({
			state: 'met',
			assurance: 'none',
			stale: true,
			agedFrom: 'claimed',
		});
	});

	it('says of nothing fresh and of nothing disputed what it was known by before', () => {
		const findings = [tinyFinding({check: 'tls'})];
		expect(controlOne({findings})).not.toHaveProperty('agedFrom');
		const failing = [tinyFinding({check: 'tls', outcome: 'fail'})];
		const disputed = controlOne({
			answers: [yes],
			findings: failing,
			now: '2027-01-01T00:00:00.000Z',
		});
		expect(disputed).toMatchObject({state: 'contradicted', stale: true});
		expect(disputed).not.toHaveProperty('agedFrom');
	});
});
