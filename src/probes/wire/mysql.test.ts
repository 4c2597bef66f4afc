import {PassThrough} from 'node:stream';
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {greeting, scramble} from '../../../test/helpers/fake-mysql.js';
import {WireFailure} from '../engine/connection.js';
import {
	clientHead,
	mysqlPacket,
	mysqlSslRequest,
	parseMysqlGreeting,
	readMysqlGreeting,
	readMysqlPacket,
	refusalOf,
} from './mysql.js';
import {fieldsOf} from './mysql-fields.js';
import {createReader} from './reader.js';

/** A parser may refuse what it is given in one way only. */
const sound = (parse: () => unknown): void => {
	try {
		parse();
	} catch (error) {
		if (!(error instanceof WireFailure)) throw error;
	}
};
const often = {numRuns: Number(process.env.DBVET_FUZZ_RUNS ?? 3_000)};
const bytes = fc.uint8Array({maxLength: 300}).map(array => Buffer.from(array));

/** A packet of the protocol with a few bytes changed: deeper than noise gets. */
const bent = (whole: Buffer): fc.Arbitrary<Buffer> =>
	fc
		.tuple(
			fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), {maxLength: 4}),
			fc.nat(whole.length),
		)
		.map(([changes, length]) => {
			const copy = Buffer.from(whole);
			for (const [at, value] of changes) copy[at] = value;
			return copy.subarray(0, length);
		});

describe('whatever comes, a parser gives a value or a WireFailure', () => {
	test('greetings', () => {
		fc.assert(
			fc.property(fc.oneof(bytes, bent(greeting())), body => sound(() => parseMysqlGreeting(body))),
			often,
		);
	});
	test('errors', () => {
		fc.assert(
			fc.property(bytes, body =>
				sound(() => refusalOf(Buffer.concat([Buffer.from([0xff]), body]))),
			),
			often,
		);
	});
	test('fields', () => {
		fc.assert(
			fc.property(bytes, body => {
				const fields = fieldsOf(body);
				sound(() => {
					for (;;) {
						const before = fields.left();
						fields.string();
						if (fields.left() >= before) throw new Error('no progress');
					}
				});
				sound(() => fields.untilZero());
				sound(() => fields.length());
			}),
			often,
		);
	});
	test('packets', async () => {
		await fc.assert(
			fc.asyncProperty(bytes, async body => {
				const stream = new PassThrough();
				stream.end(body);
				const reader = createReader({stream, failure: () => undefined}, 1_000);
				await readMysqlPacket(reader).catch((error: unknown) => {
					if (!(error instanceof WireFailure)) throw error;
				});
			}),
			{numRuns: Math.min(often.numRuns, 20_000)},
		);
	});
});

test('a greeting is read field by field', async () => {
	const stream = new PassThrough();
	stream.end(
		mysqlPacket(0, greeting({version: '5.5.5-10.11.19-MariaDB', plugin: 'mysql_native_password'})),
	);
	const read = await readMysqlGreeting(createReader({stream, failure: () => undefined}, 4_096));
	expect(read).toMatchObject({
		kind: 'greeting',
		version: '5.5.5-10.11.19-MariaDB',
		plugin: 'mysql_native_password',
		scramble,
	});
	expect(read.kind === 'greeting' && (read.capabilities & 0x800) !== 0).toBe(true);
});

test('numbers of every length are read, and lengths beyond the packet are refused', () => {
	const number = (...first: readonly number[]) => fieldsOf(Buffer.from(first)).length();
	expect(number(0xfa)).toBe(250);
	expect(number(0xfc, 1, 1)).toBe(257);
	expect(number(0xfd, 0, 0, 1)).toBe(65_536);
	expect(number(0xfe, 0, 0, 0, 1, 0, 0, 0, 0)).toBe(16_777_216);
	expect(() => number(0xfe, 0, 0, 0, 0, 1, 0, 0, 0)).toThrow(WireFailure);
	expect(() => number(0xff)).toThrow(WireFailure);
	expect(fieldsOf(Buffer.from([0xfb])).string()).toBeNull();
	expect(() => fieldsOf(Buffer.from([5, 1])).string()).toThrow(WireFailure);
});

test('the request for TLS claims neither files nor several statements', () => {
	const request = mysqlSslRequest();
	expect(request).toHaveLength(36);
	expect([...request.subarray(0, 4)]).toEqual([32, 0, 0, 1]);
	const claimed = request.readUInt32LE(4);
	expect(claimed & 0x80).toBe(0);
	expect(claimed & 0x1_0000).toBe(0);
	expect(claimed & 0x800).not.toBe(0);
	expect(clientHead(0xffff_ffff).readUInt32LE(0)).toBe(0xffff_ffff);
});
