import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {addressNumber, addressText, maskedRange, within, inner, loopback} from './addresses.js';

describe('addresses', () => {
	test('are read as numbers', () => {
		expect(addressNumber('10.0.0.1')).toEqual({family: 4, value: 167_772_161n});
		expect(addressNumber('::1')).toEqual({family: 6, value: 1n});
		expect(addressNumber('fe80::1%eth0')?.family).toBe(6);
		expect(addressNumber('::ffff:1.2.3.4')).toEqual({family: 6, value: 0xffff_0102_0304n});
		for (const text of ['', 'all', '1.2.3', '300.1.1.1', 'db.example.com', ':::1'])
			expect(addressNumber(text)).toBeUndefined();
	});

	test('come back as they went in', () => {
		fc.assert(
			fc.property(fc.oneof(fc.ipV4(), fc.ipV6()), text => {
				const number = addressNumber(text);
				expect(number).toBeDefined();
				const back = addressNumber(addressText(number!.family, number!.value));
				expect(back).toEqual(number);
			}),
		);
	});

	test('with a netmask make a range, and not with a mask that has holes', () => {
		expect(maskedRange('192.0.2.77', '255.255.255.0')).toEqual({
			family: 4,
			low: addressNumber('192.0.2.0')!.value,
			high: addressNumber('192.0.2.255')!.value,
		});
		expect(maskedRange('0.0.0.0', '0.0.0.0')?.high).toBe(4_294_967_295n);
		expect(maskedRange('10.0.0.0', '255.0.255.0')).toBeUndefined();
		expect(maskedRange('10.0.0.0', 'ffff::')).toBeUndefined();
	});

	test('are loopback, inner or public', () => {
		const is = (text: string, ranges: typeof inner) => {
			const {family, value} = addressNumber(text)!;
			return within(family, value, ranges);
		};
		expect(is('127.0.0.53', loopback)).toBe(true);
		expect(is('10.1.2.3', loopback)).toBe(false);
		expect(['10.1.2.3', '172.31.0.1', '100.64.0.1', 'fd00::1'].every(a => is(a, inner))).toBe(true);
		expect(['8.8.8.8', '172.32.0.1', '2001:db8::1'].some(a => is(a, inner))).toBe(false);
	});
});
