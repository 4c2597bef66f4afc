import {describe, expect, test} from 'vitest';
import {Condition, holds, type ConditionSources} from './condition.js';

const sources: ConditionSources = {
	fact: id => ({'card-data': 'yes', later: 'dont-know'})[id],
	answer: id => ({backups: 'no', days: 7})[id],
	target: attribute => ({engine: 'postgresql', platform: undefined, kind: 'database'})[attribute],
};
const check = (source: unknown): boolean | undefined => holds(Condition.parse(source), sources);

describe('conditions', () => {
	test.each([
		[{fact: 'card-data', is: 'yes'}, true],
		[{fact: 'card-data', is: ['no', 'partly']}, false],
		[{fact: 'missing', is: 'yes'}, undefined],
		[{fact: 'later', is: 'yes'}, undefined],
		[{answer: 'backups', is: ['no', 'partly']}, true],
		[{answer: 'days', is: 7}, true],
		[{answer: 'missing', is: 'yes'}, false],
		[{target: 'engine', is: ['postgresql', 'mysql']}, true],
		[{target: 'platform', is: 'aiven'}, undefined],
		[{not: {fact: 'missing', is: 'yes'}}, undefined],
		[
			{
				all: [
					{fact: 'missing', is: 'yes'},
					{answer: 'backups', is: 'yes'},
				],
			},
			false,
		],
		[
			{
				all: [
					{fact: 'missing', is: 'yes'},
					{answer: 'backups', is: 'no'},
				],
			},
			undefined,
		],
		[
			{
				any: [
					{fact: 'missing', is: 'yes'},
					{answer: 'backups', is: 'no'},
				],
			},
			true,
		],
		[
			{
				any: [
					{fact: 'missing', is: 'yes'},
					{answer: 'backups', is: 'yes'},
				],
			},
			undefined,
		],
	])('%j is %j', (source, expected) => {
		expect(check(source)).toBe(expected);
	});

	test('an unknown key is refused', () => {
		expect(Condition.safeParse({facts: 'x', is: 'y'}).success).toBe(false);
	});
});
