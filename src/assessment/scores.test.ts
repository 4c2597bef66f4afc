import {describe, expect, it} from 'vitest';
import {assessRisks, prod} from '../../test/helpers/risk-record.js';

describe('scores', () => {
	it('weighs by severity, leaves out what does not apply, and shows the coverage beside it', () => {
		const e = assessRisks({'q-tls': 'yes', cards: 'no', 'q-trivia': 'no', 'q-clients': 'no'});
		expect(e.targets.find(t => t.target.id === prod.id)!.score).toEqual({
			met: 1,
			notMet: 2,
			value: 4 / 6,
			known: 3,
			stale: 0,
			applicable: 4,
			coverage: 3 / 4,
		});
	});

	it('has no value where only controls without weight are known', () => {
		expect(assessRisks({'q-trivia': 'yes'}).score).not.toHaveProperty('value');
	});

	it('counts partly and contradicted as not met', () => {
		expect(assessRisks({'q-clients': 'partly', 'q-tls': 'yes'}, 'fail').score).toMatchObject({
			met: 0,
			notMet: 2,
			value: 0,
		});
	});
});
