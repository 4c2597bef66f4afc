import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {tlsFamily} from '../../src/probes/tls/index.js';
import {issueServer} from '../helpers/certificates.js';
import {startPostgres, type PostgresServer} from '../helpers/postgres-server.js';
import {postgresVersions} from '../helpers/postgres-versions.js';
import {findingsOf, probePostgres} from '../helpers/probe-postgres.js';
import {reconfigure} from '../helpers/reconfigure.js';
import {probeAsThree, tellOf, threeRoles, toAll} from '../helpers/three-roles.js';
import {startTlsEnd, type TlsEnd} from '../helpers/tls-end.js';

const host = '127.0.0.1';

for (const {name, binaries, missing} of postgresVersions) {
	describe.skipIf(missing)(`a relay that ends TLS before ${name}`, () => {
		let server: PostgresServer;
		let relay: TlsEnd;
		let ca: string;

		beforeAll(async () => {
			const issued = await issueServer();
			ca = issued.ca.cert;
			server = await startPostgres({
				hba: [`host all all ${host}/32 scram-sha-256`],
				settings: {listen_addresses: host},
				sql: threeRoles,
				binaries,
			});
			relay = await startTlsEnd(issued.server, {host, port: server.port});
		});
		afterAll(async () => {
			await relay.stop();
			await server.stop();
		});

		test('leaves a server that has no TLS, and that is found', async () => {
			const of = await probeAsThree({...server, port: relay.port}, {ca});
			expect(of('pg-ssl-enabled')).toEqual(toAll('fail'));
		});

		test('cannot bind a password to its channel', async () => {
			const {port} = relay;
			const identities = [{role: 'application', user: 'nobody', database: 'postgres'}] as const;
			const families = [tlsFamily];
			const report = await probePostgres({port, user: 'monitor', ca, identities, families});
			expect(tellOf(report, 'pg-wire-scram-plus')).toBe('fail');
		});
	});
}

/** Older servers do not tell. */
const telling = postgresVersions.filter(({major}) => major >= 16);

for (const {name, binaries, missing} of telling) {
	describe.skipIf(missing)(`the scanner's own way in on ${name}`, () => {
		let server: PostgresServer;
		let issued: Awaited<ReturnType<typeof issueServer>>;
		beforeAll(async () => {
			issued = await issueServer();
			server = await startPostgres({tls: issued.server, sql: threeRoles, binaries});
		});
		afterAll(() => server.stop());

		test.each([
			['trust', 'fail', 'critical'],
			['password', 'fail', 'high'],
			['md5', 'fail', 'medium'],
			['scram-sha-256', 'pass', 'critical'],
		])('%s: %s', async (method, outcome, severity) => {
			const {ca, server: tls} = issued;
			await reconfigure(server, {tls, hba: [`hostssl all all 127.0.0.1/32 ${method}`]});
			const of = await probeAsThree(server, {ca: ca.cert});
			expect(of('pg-own-auth-method')).toEqual(toAll(outcome));
			const {port, superuser} = server;
			const report = await probePostgres({port, ...superuser, ca: ca.cert});
			expect(findingsOf(report, 'pg-own-auth-method')).toMatchObject([{severity}]);
		});
	});
}
