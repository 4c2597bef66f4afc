import {createDiffieHellmanGroup} from 'node:crypto';
import {chmod, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {ancientTls, type Ancient} from '../helpers/ancient-tls.js';
import {startHostile} from '../helpers/hostile-server.js';
import {lines, probeLocal} from '../helpers/probe-local.js';
import {haveRedis, startRedis} from '../helpers/redis-server.js';

const probeAncient = async (
	options: Ancient,
	...only: readonly string[]
): Promise<readonly string[]> => {
	const flight = await ancientTls(options);
	const server = await startHostile(
		socket => void socket.once('data', hello => flight(socket, hello)),
	);
	try {
		const target = {engine: 'redis', identities: []} as const;
		const report = await probeLocal({
			port: server.port,
			target,
			request: only.length === 0 ? {} : {only},
		});
		return lines(report);
	} finally {
		await server.stop();
	}
};

test('heartbeats, no secure renegotiation and a small prime are found', async () => {
	expect(await probeAncient({extensions: [15], prime: 512})).toEqual(
		expect.arrayContaining([
			'tls-known-vulns fail medium',
			'tls-renegotiation fail low',
			'tls-dh-group fail high',
			'tls-versions[TLS 1.1] fail high',
		]),
	);
});

test('a fallback that nobody notices is found; where there is none to fall back to, there is nothing', async () => {
	const only = 'tls-fallback-scsv';
	expect(await probeAncient({}, only)).toEqual(['tls-fallback-scsv fail low']);
	expect(await probeAncient({highest: 0x0301}, only)).toEqual(['tls-fallback-scsv fail low']);
	expect(await probeAncient({highest: 0x0300}, only)).toEqual(['tls-fallback-scsv pass']);
});

test('the same server with what it lacked is left alone', async () => {
	const found = await probeAncient({extensions: [0xff01], prime: 2_048});
	expect(found).toEqual(
		expect.arrayContaining(['tls-known-vulns pass', 'tls-renegotiation pass', 'tls-dh-group pass']),
	);
});

/** DER of DHParameter (PKCS 3): a sequence of the prime and the generator, both positive. */
const dhParameters = (prime: Buffer): string => {
	const integer = (value: Buffer): Buffer =>
		Buffer.concat([
			Buffer.from([2, 0x82, (value.length + 1) >> 8, (value.length + 1) & 255, 0]),
			value,
		]);
	const body = Buffer.concat([integer(prime), Buffer.from([2, 1, 2])]);
	const der = Buffer.concat([Buffer.from([0x30, 0x82, body.length >> 8, body.length & 255]), body]);
	const text = (der.toString('base64').match(/.{1,64}/g) ?? []).join('\n');
	return `-----BEGIN DH PARAMETERS-----\n${text}\n-----END DH PARAMETERS-----\n`;
};

test.skipIf(!haveRedis).each([
	['modp2', 'tls-dh-group fail high'],
	['modp5', 'tls-dh-group fail medium'],
	['modp14', 'tls-dh-group pass'],
])('a real Redis with the prime %s: %s', async (group, found) => {
	const file = join(tmpdir(), `dbvet-dh-${process.pid}-${group}.pem`);
	await writeFile(file, dhParameters(createDiffieHellmanGroup(group).getPrime()));
	await chmod(file, 0o644);
	const server = await startRedis({
		settings: {
			'tls-dh-params-file': file,
			'tls-protocols': 'TLSv1.2',
			'tls-ciphers': 'DHE-RSA-AES128-GCM-SHA256:@SECLEVEL=0',
		},
	});
	try {
		const target = {engine: 'redis', identities: []} as const;
		const report = await probeLocal({port: server.tlsPort, ca: server.ca, target});
		expect(lines(report)).toContain(found);
	} finally {
		await server.stop();
	}
});
