import {beforeAll, describe, expect, test} from 'vitest';
import type {DatabaseTarget} from '../../src/domain/target.js';
import {createProbeRunner} from '../helpers/noted-runner.js';
import {tlsFamily} from '../../src/probes/tls/index.js';
import {issue, issueServer, type Issued} from '../helpers/certificates.js';
import {lines} from '../helpers/probe-local.js';
import {databaseTarget, probeRequest} from '../helpers/probe-request.js';
import {haveRedis, startRedis} from '../helpers/redis-server.js';
import {startPostgres} from '../helpers/postgres-server.js';
import {app, report, roles} from '../helpers/tls-server.js';

let ca: Issued;
let server: Issued;
let client: Issued;
beforeAll(async () => {
	({ca, server} = await issueServer());
	client = await issue({name: 'app', by: ca, clientAuth: true});
});

/** Looks with a client certificate; the texts stand for files. */
const look = async (
	port: number,
	texts: Readonly<Record<'ca' | 'cert' | 'key', string>>,
	target: Partial<DatabaseTarget> = {},
): Promise<readonly string[]> =>
	lines(
		await createProbeRunner({
			families: [tlsFamily],
			clock: () => new Date(),
			readFile: path => Promise.resolve(Buffer.from(texts[path as keyof typeof texts])),
		}).probe(
			probeRequest(
				databaseTarget(port, {
					identities: [app],
					verification: {ca: 'ca', clientCert: 'cert', clientKey: 'key'},
					...target,
				}),
				{only: ['tls-mtls-enforced']},
			),
		),
	);

describe('PostgreSQL', () => {
	const withServer = async (
		method: string | readonly string[],
		work: (port: number) => Promise<readonly string[]>,
	): Promise<readonly string[]> => {
		const postgres = await startPostgres({
			sql: roles,
			hba: typeof method === 'string' ? [`hostssl all all 127.0.0.1/32 ${method}`] : method,
			tls: {cert: server.cert, key: server.key, ca: ca.cert},
		});
		try {
			return await work(postgres.port);
		} finally {
			await postgres.stop();
		}
	};
	test.each([
		['scram-sha-256 clientcert=verify-ca', 'tls-mtls-enforced pass'],
		['cert', 'tls-mtls-enforced pass'],
		['scram-sha-256', 'tls-mtls-enforced fail high'],
		['trust', 'tls-mtls-enforced fail high'],
		['reject', 'tls-mtls-enforced unknown permission-denied'],
	])('%s: %s', async (method, found) => {
		const seen = await withServer(method, port =>
			look(port, {ca: ca.cert, cert: client.cert, key: client.key}),
		);
		expect(seen).toEqual([found]);
	});

	test.each([
		['scram-sha-256', 'tls-mtls-enforced fail high'],
		['scram-sha-256 clientcert=verify-ca', 'tls-mtls-enforced pass'],
		// The certificate names the first user, and the server lets nobody else in with it.
		['cert', 'tls-mtls-enforced unknown permission-denied'],
	])('another declared user has another rule, %s: %s', async (method, found) => {
		const rules = [
			'hostssl all app 127.0.0.1/32 cert',
			`hostssl all report 127.0.0.1/32 ${method}`,
		];
		const seen = await withServer(rules, port =>
			look(port, {ca: ca.cert, cert: client.cert, key: client.key}, {identities: [app, report]}),
		);
		expect(seen).toEqual([found]);
	});

	test('an unusable file is the reason why nothing is known', async () => {
		const seen = await withServer('scram-sha-256', port =>
			look(port, {ca: ca.cert, cert: 'nonsense', key: 'nonsense'}),
		);
		expect(seen).toEqual(['tls-mtls-enforced unknown file-invalid']);
	});
});

describe.skipIf(!haveRedis)('Redis', () => {
	test.each([
		['yes', 'TLSv1.3', 'tls-mtls-enforced pass'],
		['yes', 'TLSv1.2', 'tls-mtls-enforced pass'],
		['optional', 'TLSv1.3', 'tls-mtls-enforced fail high'],
	])('tls-auth-clients %s with %s: %s', async (insists, protocol, found) => {
		const redis = await startRedis({
			settings: {'tls-auth-clients': insists, 'tls-protocols': protocol},
		});
		try {
			const own = await redis.issueClient();
			const files = {ca: redis.ca, cert: own.cert, key: own.key};
			const seen = await look(redis.tlsPort, files, {engine: 'redis', identities: []});
			expect(seen).toEqual([found]);
		} finally {
			await redis.stop();
		}
	});
});
