import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import type {TargetReport} from '../../src/domain/run.js';
import {issueServer, type Issued} from '../helpers/certificates.js';
import {havePgbouncer, startPgbouncer, type PgbouncerOptions} from '../helpers/pgbouncer.js';
import {startPostgres, type PostgresServer} from '../helpers/postgres-server.js';
import {lines, probeLocal} from '../helpers/probe-local.js';
import {app, onlyTls, roles} from '../helpers/tls-server.js';

describe.skipIf(!havePgbouncer)('PgBouncer before PostgreSQL', () => {
	let server: PostgresServer;
	let tls: Issued & {readonly ca: string};
	beforeAll(async () => {
		const issued = await issueServer();
		tls = {...issued.server, ca: issued.ca.cert};
		server = await startPostgres({sql: roles, hba: onlyTls, tls: issued.server});
	});
	afterAll(() => server.stop());

	/** What dbvet says of a pooler that is the target itself. */
	const look = async (
		settings: Readonly<Record<string, string>>,
		more: Pick<PgbouncerOptions, 'rules'> = {},
	): Promise<TargetReport> => {
		const pooler = await startPgbouncer({
			server: server.port,
			tls,
			settings: {auth_type: 'scram-sha-256', client_tls_sslmode: 'require', ...settings},
			users: {app: 'app'},
			...more,
		});
		try {
			return await probeLocal({
				port: pooler.port,
				ca: tls.ca,
				target: {identities: [app], engine: 'postgresql'},
			});
		} finally {
			await pooler.stop();
		}
	};

	const refused = 'tls-plaintext-refused[user app, database postgres]';
	const method = 'pg-wire-auth-method[user app, database postgres]';

	test('one that requires TLS is seen to refuse everybody in clear', async () => {
		const told = lines(await look({}));
		expect(told).toEqual(
			expect.arrayContaining([
				`${refused} pass`,
				'tls-plaintext-refused-multi-user pass',
				`${method} pass`,
				'pg-tls-pre-handshake-buffer pass',
			]),
		);
	});

	test('one that only allows TLS takes everybody in clear', async () => {
		for (const mode of ['allow', 'prefer'])
			expect(lines(await look({client_tls_sslmode: mode}))).toEqual(
				expect.arrayContaining([
					`${refused} fail critical`,
					'tls-plaintext-refused-multi-user[a user that does not exist, database postgres] fail critical',
				]),
			);
		expect(lines(await look({client_tls_sslmode: 'disable'}))).toEqual(
			expect.arrayContaining(['tls-offered fail critical', `${refused} fail critical`]),
		);
	});

	test('rules of its own that take TLS alone are seen to refuse this user in clear', async () => {
		const settings = {auth_type: 'hba', client_tls_sslmode: 'allow'};
		const told = lines(
			await look(settings, {rules: ['hostssl all all 127.0.0.1/32 scram-sha-256']}),
		);
		expect(told).toEqual(expect.arrayContaining([`${refused} pass`, `${method} pass`]));
		const open = lines(await look(settings, {rules: ['host all all 127.0.0.1/32 scram-sha-256']}));
		expect(open).toContain(`${refused} fail critical`);
		// Whom no rule takes, with TLS or without, proves nothing.
		const closed = lines(await look(settings, {rules: ['hostssl all all 10.0.0.0/8 trust']}));
		expect(closed).toContain(`${refused} unknown permission-denied`);
	});

	test('how it lets users in is its own, not that of the server behind it', async () => {
		for (const [type, outcome] of [
			['trust', 'fail critical'],
			['md5', 'fail medium'],
			['plain', 'fail info'],
		] as const)
			expect(lines(await look({auth_type: type}))).toContain(`${method} ${outcome}`);
	});
});
