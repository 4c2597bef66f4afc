import {randomBytes} from 'node:crypto';
import {PassThrough, type Duplex} from 'node:stream';
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {issue} from '../../../test/helpers/certificates.js';
import {WireFailure} from '../engine/connection.js';
import {certificateFacts, parseCertificate} from './certificate.js';
import {clientHello} from './client-hello.js';
import {signatureAlgorithm} from './der.js';
import {readFlight} from './flight.js';
import {readStartupReply, startupMessage} from './postgres.js';
import {createReader} from './reader.js';
import {parseCertificateList, parseServerHello} from './server-hello.js';
import {everySuite, suitesOf, weakFamilies, weakFamilyOf} from './suites.js';

const bytes = fc.uint8Array({maxLength: 400}).map(data => Buffer.from(data));

/** A stream that holds these bytes and has ended, or goes on for ever when `open`. */
const source = (data: Buffer, open = false): {stream: Duplex; failure: () => undefined} => {
	const stream = new PassThrough();
	stream.write(data);
	if (!open) stream.end();
	return {stream, failure: () => undefined};
};

const hello = Buffer.concat([
	Buffer.from([3, 3]),
	Buffer.alloc(32, 1),
	Buffer.from([0, 0xc0, 0x2f, 0]),
]);

describe('parsers of foreign bytes', () => {
	test('never throw, whatever the bytes', () => {
		fc.assert(
			fc.property(bytes, data => {
				parseServerHello(data);
				parseCertificateList(data);
				signatureAlgorithm(data);
				expect(parseCertificate(data)).toBeUndefined();
			}),
		);
	});

	test('a broken real certificate is parsed or refused, and its facts never throw', async () => {
		const der = Buffer.from((await issue({hosts: ['localhost']})).certificate.rawData);
		fc.assert(
			fc.property(fc.nat(der.length - 1), fc.nat(255), fc.nat(der.length), (at, value, cut) => {
				const broken = Buffer.from(der);
				broken[at] = value;
				signatureAlgorithm(broken.subarray(0, cut));
				const certificate = parseCertificate(broken);
				if (certificate !== undefined) certificateFacts(certificate);
			}),
		);
	});

	test('the flight reader ends in a flight or a WireFailure, and never takes more than its limit', async () => {
		const record = fc
			.tuple(fc.constantFrom(20, 21, 22, 23), bytes)
			.map(([type, body]) =>
				Buffer.concat([Buffer.from([type, 3, 3, body.length >> 8, body.length & 255]), body]),
			);
		await fc.assert(
			fc.asyncProperty(fc.array(fc.oneof(bytes, record), {maxLength: 6}), async parts => {
				const data = Buffer.concat([...parts, Buffer.alloc(3_000, 22)]);
				try {
					const flight = await readFlight(createReader(source(data), 2_000));
					expect(['accepted', 'refused']).toContain(flight.kind);
				} catch (error) {
					expect(error).toBeInstanceOf(WireFailure);
				}
			}),
		);
	});

	test('a StartupReply is an answer or a WireFailure', async () => {
		const message = fc
			.tuple(fc.constantFrom('R', 'E', 'N', 'v', 'S', 'H'), bytes, fc.integer({min: -8, max: 8}))
			.map(([type, body, lie]) => {
				const head = Buffer.from([type.charCodeAt(0), 0, 0, 0, 0]);
				head.writeInt32BE(body.length + 4 + lie, 1);
				return Buffer.concat([head, body]);
			});
		await fc.assert(
			fc.asyncProperty(fc.array(message, {maxLength: 12}), async parts => {
				try {
					const reply = await readStartupReply(createReader(source(Buffer.concat(parts)), 4_000));
					expect(['authentication', 'error']).toContain(reply.kind);
					if (reply.kind === 'error') expect(reply.sqlstate).toMatch(/^[0-9A-Z]{5}$/);
				} catch (error) {
					expect(error).toBeInstanceOf(WireFailure);
				}
			}),
		);
	});
});

test('ServerHello: version, suite and retry are read, also behind an extension', () => {
	expect(parseServerHello(hello)).toEqual({
		version: 0x0303,
		suite: 0xc02f,
		compression: 0,
		retry: false,
		extensions: [],
	});
	const with13 = Buffer.concat([hello, Buffer.from([0, 6, 0, 43, 0, 2, 3, 4])]);
	expect(parseServerHello(with13)).toMatchObject({version: 0x0304});
	expect(parseServerHello(Buffer.concat([hello, Buffer.from([0, 9])]))).toBeUndefined();
	expect(parseServerHello(hello.subarray(0, 36))).toBeUndefined();
});

test('an alert after the ServerHello is a refusal: the server could not go on', async () => {
	const message = Buffer.concat([Buffer.from([2, 0, 0, hello.length]), hello]);
	const record = Buffer.concat([Buffer.from([22, 3, 3, 0, message.length]), message]);
	const alert = Buffer.from([21, 3, 3, 0, 2, 2, 80]);
	const flight = await readFlight(createReader(source(Buffer.concat([record, alert])), 1_000));
	expect(flight).toEqual({kind: 'refused', alert: 80});
});

test('a flight that stops in the middle is no answer', async () => {
	const message = Buffer.concat([Buffer.from([2, 0, 0, hello.length]), hello]);
	const record = Buffer.concat([Buffer.from([22, 3, 3, 0, message.length]), message]);
	await expect(readFlight(createReader(source(record), 1_000))).rejects.toMatchObject({
		reason: 'connection-closed',
	});
});

test('the reader puts pieces together and stops at its limit', async () => {
	const {stream, failure} = source(Buffer.from('abc'), true);
	const reader = createReader({stream, failure}, 10);
	expect((await reader.take(2)).toString()).toBe('ab');
	const waiting = reader.take(4);
	stream.write('def');
	expect((await waiting).toString()).toBe('cdef');
	stream.write('0123456789');
	await expect(reader.take(5)).rejects.toMatchObject({reason: 'limit-exceeded'});
});

test('names with NUL cannot smuggle startup parameters', () => {
	expect(() => startupMessage('app\0options\0-c x=y', 'shop')).toThrow(WireFailure);
	expect(startupMessage('app', 'shop').readInt32BE(0)).toBe(startupMessage('app', 'shop').length);
});

test('a hello is well-formed for every version, and has no server name for an address', () => {
	for (const version of ['ssl3', 'tls10', 'tls11', 'tls12', 'tls13'] as const) {
		const data = clientHello({
			version,
			suites: everySuite,
			host: 'db.test',
			random: randomBytes(32),
		});
		expect(data.readUInt16BE(3)).toBe(data.length - 5);
		expect(data.readUIntBE(6, 3)).toBe(data.length - 9);
		expect(data.includes('db.test')).toBe(true);
	}
	const toAddress = clientHello({
		version: 'tls12',
		suites: [1],
		host: '192.0.2.1',
		random: randomBytes(32),
	});
	expect(toAddress.includes('192.0.2.1')).toBe(false);
});

test('every weak suite belongs to its family, and no two families share one', () => {
	for (const family of weakFamilies)
		for (const suite of suitesOf[family])
			expect(weakFamilyOf(suite), suite.toString(16)).toBe(family);
	expect(new Set(everySuite).size).toBe(everySuite.length);
});
