import {connect, createServer, type Server, type Socket} from 'node:net';
import {once} from 'node:events';
import {afterAll, afterEach, beforeAll, describe, expect, test} from 'vitest';
import {createProbeRunner} from '../helpers/noted-runner.js';
import {tlsFamily} from '../../src/probes/tls/index.js';
import type {TargetReport} from '../../src/domain/run.js';
import {issueServer} from '../helpers/certificates.js';
import {startPostgres, type PostgresServer} from '../helpers/postgres-server.js';
import {databaseTarget, probeRequest} from '../helpers/probe-request.js';
import {reconfigure} from '../helpers/reconfigure.js';
import {app, onlyTls, roles} from '../helpers/tls-server.js';

const here = '127.0.0.1';
const there = '127.0.0.2';

let issued: Awaited<ReturnType<typeof issueServer>>;
let first: PostgresServer;
let second: PostgresServer;
const open: (() => Promise<unknown>)[] = [];

beforeAll(async () => {
	issued = await issueServer();
	[first, second] = (await Promise.all(
		[0, 1].map(() => startPostgres({sql: roles, tls: issued.server, hba: onlyTls})),
	)) as [PostgresServer, PostgresServer];
});
afterAll(() => Promise.all([first.stop(), second.stop()]));
afterEach(async () => {
	await Promise.all(open.splice(0).map(close => close()));
});

/** Makes the port of the first server answer at the other address: by what `serve` does with a connection. */
const listenThere = async (serve: (socket: Socket) => void): Promise<void> => {
	const sockets = new Set<Socket>();
	const server: Server = createServer(socket => {
		sockets.add(socket);
		socket.on('error', () => undefined);
		serve(socket);
	});
	server.listen(first.port, there);
	await once(server, 'listening');
	open.push(() => {
		for (const socket of sockets) socket.destroy();
		server.close();
		return once(server, 'close');
	});
};

const passOn = (socket: Socket): void => {
	const onward = connect(second.port, here);
	onward.on('error', () => socket.destroy());
	onward.on('close', () => socket.destroy());
	socket.on('close', () => onward.destroy());
	socket.pipe(onward).pipe(socket);
};

const probe = (addresses: readonly string[] = [here, there]): Promise<TargetReport> =>
	createProbeRunner({
		families: [tlsFamily],
		clock: () => new Date(),
		readFile: () => Promise.resolve(Buffer.from(issued.ca.cert)),
		lookup: () => Promise.resolve(addresses),
	}).probe(
		probeRequest(
			databaseTarget(first.port, {
				endpoints: [{role: 'primary', host: 'localhost', port: first.port}],
				identities: [app],
				verification: {ca: 'ca.pem'},
			}),
			{timeoutMs: 10_000},
		),
	);

const parity = (report: TargetReport): readonly (readonly unknown[])[] =>
	report.findings
		.filter(({check}) => check === 'tls-ipv6-parity')
		.map(({object, outcome, severity, reason, observed}) => [
			object,
			outcome,
			outcome === 'fail' ? severity : reason,
			observed,
		]);

describe('a name with two addresses', () => {
	test('alike at both: passes, and says what was looked at', async () => {
		await reconfigure(second, {hba: onlyTls, tls: issued.server});
		await listenThere(passOn);
		const report = await probe();
		expect(parity(report)).toEqual([
			[there, 'pass', undefined, expect.stringContaining('Plaintext is refused')],
		]);
		expect(report.connections).toBeLessThanOrEqual(24);
		expect(report.endpoints[0]?.facts).toMatchObject({tls: {others: [there]}});
	});

	test('without TLS at the other one: fails, whatever the first one does', async () => {
		await reconfigure(second, {hba: ['host all all 127.0.0.1/32 scram-sha-256']});
		await listenThere(passOn);
		const found = parity(await probe());
		expect(found).toEqual([[there, 'fail', 'critical', expect.stringContaining('TLS')]]);
	});

	test('plaintext let in at the other one only: fails', async () => {
		await reconfigure(second, {
			hba: ['host all all 127.0.0.1/32 scram-sha-256'],
			tls: issued.server,
		});
		await listenThere(passOn);
		expect(parity(await probe())).toEqual([
			[there, 'fail', 'critical', expect.stringContaining('user app, database postgres: Let in')],
		]);
	});

	test('another certificate at the other one, of nobody that is trusted: fails', async () => {
		const strange = await issueServer();
		await reconfigure(second, {hba: onlyTls, tls: strange.server});
		await listenThere(passOn);
		expect(parity(await probe())).toEqual([[there, 'fail', 'high', expect.any(String)]]);
	});

	test('old versions at the other one: fails', async () => {
		await reconfigure(second, {
			hba: onlyTls,
			tls: issued.server,
			settings: {ssl_min_protocol_version: 'TLSv1', ssl_ciphers: 'DEFAULT:@SECLEVEL=0'},
		});
		await listenThere(passOn);
		expect(parity(await probe())).toEqual([
			[there, 'fail', 'high', expect.stringContaining('TLS 1.1')],
		]);
	});

	test('nothing listens at the other one, or it says nothing: cannot be seen', async () => {
		expect(parity(await probe())).toEqual([
			[there, 'unknown', 'connection-refused', expect.any(String)],
		]);
		await listenThere(() => undefined);
		const before = Date.now();
		const report = await probe();
		expect(Date.now() - before).toBeLessThan(12_000);
		expect(parity(report)).toEqual([[there, 'unknown', 'timed-out', expect.any(String)]]);
		expect(report.findings.filter(({check}) => check === 'tls-offered')).toMatchObject([
			{outcome: 'pass'},
		]);
	}, 30_000);

	test('more addresses than are looked at are not passed over in silence', async () => {
		await reconfigure(second, {hba: onlyTls, tls: issued.server});
		const found = parity(await probe([here, there, '127.0.0.3', '127.0.0.4']));
		expect(found.map(([object, outcome]) => [object, outcome])).toEqual(
			[there, '127.0.0.3', '127.0.0.4'].map(address => [address, 'unknown']),
		);
		expect(parity(await probe([here]))).toEqual([
			[undefined, 'not-applicable', undefined, 'There is no other address'],
		]);
	});
});
