import {expect, test} from 'vitest';
import {isEveryAddress} from './every-address.js';

test.each([
	'*',
	'::*',
	'',
	'0.0.0.0',
	'0',
	'0.0',
	'00.0.0.0',
	'0x0',
	'::',
	'::0',
	'0:0:0:0:0:0:0:0',
	'::ffff:0.0.0.0',
	'::0.0.0.0',
	'[::]',
	'0.0.0.0/blue',
	'::%eth0',
])('%s is every address', address => {
	expect(isEveryAddress(address)).toBe(true);
});

test.each([
	'127.0.0.1',
	'::1',
	'10.0.0.5',
	'0.0.0.1',
	'::ffff:10.0.0.5',
	'db1',
	'10.0.0.0',
	'fe80::%eth0',
])('%s is one address', address => {
	expect(isEveryAddress(address)).toBe(false);
});
