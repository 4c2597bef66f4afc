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
		});
		expect(controlOne({answers: [yes]})).toMatchObject({assurance: 'claimed', stale: false});
		expect(controlOne({answers: [yes], now: '2027-03-01T00:00:00.000Z'})).toMatchObject({
			state: 'met',
			assurance: 'none',
			stale: true,
		});
	});
});
