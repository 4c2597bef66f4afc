import {PassThrough} from 'node:stream';
import type {Socket} from 'node:net';
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {certificateMessage, helloDone, serverHello} from '../../../test/helpers/ancient-tls.js';
import {greeting} from '../../../test/helpers/fake-mysql.js';
import {issue} from '../../../test/helpers/certificates.js';
import type {Engine} from '../../domain/target.js';
import {WireFailure, type Connection} from '../engine/connection.js';
import {readLoginReply} from '../tls/collect-mysql.js';
import {certificateFacts, parseCertificate} from './certificate.js';
import {readFlight} from './flight.js';
import {mysqlPacket} from './mysql.js';
import {createReader} from './reader.js';
import {parseServerHello, primeBits} from './server-hello.js';
import {askForTls} from './way-into-tls.js';

const bytes = fc.uint8Array({maxLength: 300}).map(data => Buffer.from(data));

/** A real message with some bytes changed and its end cut off. */
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

/** A connection on which these bytes arrive and nothing more; what is written to it is thrown away. */
const connectionWith = (data: Buffer): Connection => {
	const stream = new PassThrough();
	stream.end(data);
	const socket = Object.assign(stream, {write: () => true}) as unknown as Socket;
	return {socket, localAddress: '', failure: () => undefined, close: () => undefined};
};

const soundly = async (work: () => unknown): Promise<void> => {
	try {
		await work();
	} catch (error) {
		expect(error).toBeInstanceOf(WireFailure);
	}
};

const greet = mysqlPacket(0, greeting());

describe.each<Engine>(['postgresql', 'mysql', 'mariadb', 'redis', 'valkey'])(
	'the way into TLS of %s',
	engine => {
		test('ends in an answer or a WireFailure, whatever arrives', async () => {
			await fc.assert(
				fc.asyncProperty(fc.oneof(bytes, bent(greet), fc.constant(Buffer.from('S'))), data =>
					soundly(async () => {
						const {answer} = await askForTls(engine, connectionWith(data));
						expect(['accepted', 'declined']).toContain(answer);
					}),
				),
			);
		});
	},
);

test('a greeting with anything behind it opens no TLS', async () => {
	const stuffed = fc.uint8Array({minLength: 1, maxLength: 50});
	await fc.assert(
		fc.asyncProperty(stuffed, async extra => {
			const connection = connectionWith(Buffer.concat([greet, extra]));
			await expect(askForTls('mysql', connection)).rejects.toBeInstanceOf(WireFailure);
		}),
	);
});

test('the reply to a login in clear is one of three things, or a WireFailure', () => {
	fc.assert(
		fc.property(bytes, data => {
			try {
				expect(['let-in', 'refused', 'asks']).toContain(readLoginReply(data).kind);
			} catch (error) {
				expect(error).toBeInstanceOf(WireFailure);
			}
		}),
	);
});

test('a hello and a key exchange never throw, and a prime is never larger than its message', () => {
	fc.assert(
		fc.property(bytes, data => {
			const hello = parseServerHello(data);
			expect(hello?.extensions.length ?? 0).toBeLessThanOrEqual(64);
			expect(primeBits(data) ?? 0).toBeLessThanOrEqual(data.length * 8);
		}),
	);
});

test('a prime counts from its first bit', () => {
	const prime = (...parts: readonly number[]) => primeBits(Buffer.from(parts));
	expect(prime(0, 2, 0x80, 0)).toBe(16);
	expect(prime(0, 3, 0, 0x01, 0xff)).toBe(9);
	expect(prime(0, 2, 0, 0)).toBeUndefined();
	expect(prime(0, 9, 1)).toBeUndefined();
	expect(prime(0)).toBeUndefined();
});

test('a real first flight with changed bytes is a flight or a WireFailure', async () => {
	const der = Buffer.from((await issue({hosts: ['localhost']})).certificate.rawData);

	const flight = Buffer.concat([
		serverHello(0xc02f, {extensions: [0xff01, 15]}),
		certificateMessage([der]),
		helloDone,
	]);
	await fc.assert(
		fc.asyncProperty(bent(flight), data =>
			soundly(async () => {
				const {socket, failure} = connectionWith(data);
				const read = await readFlight(createReader({stream: socket, failure}, 4_000));
				if (read.kind === 'accepted')
					for (const one of read.certificates ?? []) {
						const certificate = parseCertificate(one);
						if (certificate !== undefined) certificateFacts(certificate);
					}
			}),
		),
	);
});
