import {createServer, type RequestListener} from 'node:http';
import {connect} from 'node:net';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {createProbeRunner} from '../../src/probes/engine/runner.js';
import {siblings} from '../../src/probes/siblings/index.js';
import {flood, startHostile, type HostileServer} from '../helpers/hostile-server.js';
import {databaseTarget, probeRequest} from '../helpers/probe-request.js';
import {lines} from '../helpers/probe-local.js';

/** Addresses of loopback that no other program uses, so that the usual ports are free there. */
const hosts = {
	healthy: '127.77.0.1',
	open: '127.77.0.2',
	hostile: '127.77.0.3',
	none: '127.77.0.4',
	elsewhere: '127.77.0.5',
};

type Stop = () => Promise<void>;

const serve = (host: string, port: number, answer: RequestListener): Promise<Stop> =>
	new Promise((resolve, reject) => {
		const server = createServer(answer);
		server.once('error', reject);
		server.listen(port, host, () =>
			resolve(
				() =>
					new Promise(done => {
						server.closeAllConnections();
						server.close(() => done());
					}),
			),
		);
	});

/** What Patroni answers: its dynamic configuration, and the state of the node. */
const patroni: RequestListener = (request, answer) => {
	const config = {ttl: 30, loop_wait: 10, postgresql: {pg_hba: ['host all all all md5']}};
	const state = {state: 'running', role: 'primary', patroni: {version: '4.0.4', scope: 'shop'}};
	answer.setHeader('content-type', 'application/json');
	answer.end(JSON.stringify(request.url === '/config' ? config : state));
};

const exporter: RequestListener = (asked, answer) => {
	if (asked.url === '/metrics')
		answer.end(
			'# HELP pg_stat_database_xact_commit Transactions\n# TYPE pg_stat_database_xact_commit counter\npg_stat_database_xact_commit{datid="5",datname="shop"} 7\n',
		);
	else answer.writeHead(404).end();
};

const pgAdmin: RequestListener = (_asked, answer) => {
	answer.writeHead(302, {location: '/login?next=/', 'set-cookie': 'pga4_session=x; HttpOnly'});
	answer.end();
};

const refuse =
	(status: number): RequestListener =>
	(_asked, answer) => {
		answer.writeHead(status).end('<h1>\u001B[31mNo</h1>');
	};

const asked: string[] = [];
const stops: Stop[] = [];
let database: HostileServer;

beforeAll(async () => {
	database = await startHostile(socket => void socket.resume());
	stops.push(
		() => database.stop(),
		await serve(hosts.open, 8008, (request, answer) => {
			asked.push(`${request.method} ${request.url} ${request.headers.authorization ?? '-'}`);
			patroni(request, answer);
		}),
		await serve(hosts.open, 9187, exporter),
		await serve(hosts.open, 5050, pgAdmin),
		await serve(hosts.healthy, 8008, refuse(403)),
		await serve(hosts.healthy, 9187, refuse(401)),
		await serve(hosts.healthy, 5050, refuse(403)),
		await serve(hosts.elsewhere, 8080, (_asked, answer) => {
			answer.writeHead(302, {location: '/pgadmin4/'}).end();
		}),
		await serve(hosts.elsewhere, 9187, (_asked, answer) => {
			answer.writeHead(400).end('Client sent an HTTP request to an HTTPS server.\n');
		}),
		await serve(hosts.hostile, 8008, () => undefined),
		await serve(hosts.hostile, 9187, (_request, answer) => {
			answer.writeHead(200);
			flood(answer as never, Buffer.alloc(65_536, 'x'));
		}),
		await serve(hosts.hostile, 5050, (_request, answer) => {
			answer.end('<title>pgAdmin \u001B[31m<script>alert(1)</script></title>');
		}),
		await serve(hosts.hostile, 8080, request => {
			request.socket.end('\u0000\u0001junk\r\n\r\n');
		}),
	);
	for (const host of Object.values(hosts)) stops.push(await proxy(host));
});
afterAll(async () => {
	for (const stop of stops) await stop();
});

/** The database itself, on an address of the test: the port is the same on each. */
const proxy = async (host: string): Promise<Stop> => {
	const {createServer: listen} = await import('node:net');
	const server = listen(socket => {
		socket.on('error', () => undefined);
		const inner = connect(database.port, '127.0.0.1');
		inner.on('error', () => undefined);
		socket.pipe(inner).pipe(socket);
	});
	await new Promise<void>(resolve => server.listen(database.port, host, resolve));
	return () => new Promise(resolve => server.close(() => resolve()));
};

const look = (host: string, more: Partial<Parameters<typeof probeRequest>[1]> = {}) =>
	createProbeRunner({families: [siblings], clock: () => new Date()}).probe(
		probeRequest(
			databaseTarget(database.port, {endpoints: [{role: 'primary', host, port: database.port}]}),
			{siblingPorts: true, ...more},
		),
	);

describe('other ports of the machine', () => {
	test('are not knocked at without consent, which is said where they are asked for by name', async () => {
		const before = asked.length;
		expect((await look(hosts.open, {siblingPorts: false})).findings).toEqual([]);
		const named = await look(hosts.open, {siblingPorts: false, only: ['patroni-rest-open']});
		expect(lines(named)).toEqual(['patroni-rest-open unknown cancelled']);
		expect(named.findings[0]?.observed).toContain('--sibling-ports');
		expect(named.connections).toBe(1);
		expect(asked).toHaveLength(before);
	});

	test('Patroni, an exporter and pgAdmin are found by what they say, asked with GET and no credentials', async () => {
		const report = await look(hosts.open);
		expect(lines(report)).toEqual(
			expect.arrayContaining([
				'net-sibling-ports[port 8008] fail info',
				'patroni-rest-open[port 8008] fail high',
				'metrics-exporter-open[port 9187] fail medium',
				'admin-ui-open[port 5050] fail low',
			]),
		);
		expect(asked.every(line => /^GET \/(config|patroni) -$/.test(line))).toBe(true);
		expect(report.connections).toBeLessThanOrEqual(26);
	});

	test('what leads to another page, or speaks HTTPS, is not known to be closed', async () => {
		const seen = lines(await look(hosts.elsewhere));
		expect(seen).toContain('admin-ui-open[port 8080] unknown unexpected-reply');
		expect(seen).toContain('metrics-exporter-open[port 9187] unknown unexpected-reply');
	});

	test('one whose services ask for a login passes', async () => {
		const report = await look(hosts.healthy);
		expect(lines(report).filter(line => !line.startsWith('net-sibling'))).toEqual([
			'patroni-rest-open pass',
			'metrics-exporter-open pass',
			'admin-ui-open pass',
		]);
		expect(JSON.stringify(report)).not.toContain('u001b');
	});

	test('one on which nothing else listens passes everything', async () => {
		expect(lines(await look(hosts.none))).toEqual([
			'net-sibling-ports pass',
			'patroni-rest-open pass',
			'metrics-exporter-open pass',
			'admin-ui-open pass',
		]);
	});

	test('what hangs, floods or answers with junk is unknown, in bounded time and memory', async () => {
		const started = performance.now();
		const report = await look(hosts.hostile);
		expect(performance.now() - started).toBeLessThan(9_000);
		expect(lines(report)).toEqual(
			expect.arrayContaining([
				'patroni-rest-open[port 8008] unknown timed-out',
				'metrics-exporter-open[port 9187] unknown limit-exceeded',
				'admin-ui-open[port 5050] fail low',
			]),
		);
		expect(JSON.stringify(report)).not.toMatch(/u001b|<script/);
	});
});
