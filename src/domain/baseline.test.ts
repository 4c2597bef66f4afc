import {expect, test} from 'vitest';
import {approved} from '../../test/helpers/approved.js';
import {inOrderOfApproval, orderAfter} from './baseline.js';

test('the last approved is the last that was recorded, also where a clock was wrong', () => {
	const first = approved({}, {name: 'first', at: '2031-01-01T00:00:00.000Z'});
	const now = '2026-11-22T12:00:00.000Z';
	expect(orderAfter(undefined, now)).toBeUndefined();
	expect(orderAfter({first: approved({}, {at: '2026-11-22T11:59:59.999Z'})}, now)).toBeUndefined();
	const order = orderAfter({first}, now);
	expect(order).toBe('2031-01-01T00:00:00.001Z');
	const second = approved({}, {name: 'a-second', at: now, ...(order && {order})});
	expect(inOrderOfApproval({second, first}).map(({name}) => name)).toEqual(['first', 'a-second']);
	expect(inOrderOfApproval(undefined)).toEqual([]);
});
