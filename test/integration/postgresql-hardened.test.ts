import {afterAll, beforeAll, describe, expect, test, vi} from 'vitest';
import type {TargetReport} from '../../src/domain/run.js';
import {issueServer} from '../helpers/certificates.js';
import {logDuring} from '../helpers/log-during.js';
import {findingsOf, outcomesOf, probePostgres} from '../helpers/probe-postgres.js';
import {identities, login, startShop, type ShopServer} from '../helpers/shop-server.js';

const hardened = {
	fsync: 'on',
	log_connections: 'authorization',
	log_disconnections: 'on',
	log_statement: 'ddl',
	log_line_prefix: '%m [%p] %q%u@%d %r %a ',
	log_parameter_max_length: 0,
	log_parameter_max_length_on_error: 0,
	log_lock_waits: 'on',
	log_replication_commands: 'on',
	ssl_ciphers: 'HIGH:!aNULL:!3DES',
	statement_timeout: 30_000,
	idle_in_transaction_session_timeout: 60_000,
	archive_mode: 'on',
	archive_command: 'install -D %p archive/%f',
	archive_timeout: 300,
	temp_file_limit: '10GB',
	shared_preload_libraries: 'passwordcheck, auth_delay',
	'auth_delay.milliseconds': 100,
	allow_alter_system: 'off',
};
describe('a hardened server', () => {
	let server: ShopServer;
	let ca: string;
	beforeAll(async () => {
		server = await startShop({
			settings: hardened,
			hba: ['hostssl all all 127.0.0.1/32 scram-sha-256', 'host all all all reject'],
		});
		({ca} = server);
		await server.query('SELECT pg_switch_wal()');
		await vi.waitFor(async () => {
			const [row] = await server.query('SELECT archived_count::int AS n FROM pg_stat_archiver');
			expect(row?.n).toBeGreaterThan(0);
		}, 5_000);
	});
	afterAll(() => server.stop());

	test('fails nothing but what is really missing', async () => {
		const report = await probePostgres({port: server.port, ...login, ca, identities});
		const failed = report.findings.filter(finding => finding.outcome === 'fail');
		// The embedded server is not the newest release, stands alone, has no pgAudit, and is configured through
		// postgresql.auto.conf; and its policy rests on a setting, which is a remark.
		expect(failed.map(finding => finding.check).toSorted()).toEqual([
			'pg-alter-system-source',
			'pg-ha-replica-count',
			'pg-pgaudit-loaded',
			'pg-rls-settable-guc',
			'pg-version-minor-outdated',
		]);
		const open = report.findings.filter(finding => ['unknown', 'error'].includes(finding.outcome));
		expect(open.map(finding => finding.check).toSorted()).toEqual([
			'pg-backup-role',
			'pg-config-file-drift',
			'pg-cve-known',
			'pg-ident-catchall',
			'pg-ident-superuser-map',
			'pg-password-equals-name',
			'pg-password-hash-md5',
			'pg-role-without-password',
		]);
	});

	test('a wrong password is tried once and leaves everything unknown', async () => {
		let seen: TargetReport | undefined;
		const logged = await logDuring(server, async () => {
			seen = await probePostgres({port: server.port, ...login, password: 'wrong', ca});
		});
		const report = seen!;
		expect(new Set(report.findings.map(finding => finding.outcome))).toEqual(new Set(['unknown']));
		expect(new Set(report.findings.map(finding => finding.reason))).toEqual(
			new Set(['authentication-failed']),
		);
		expect(logged.split('password authentication failed')).toHaveLength(2);
		expect(report.connections).toBe(1);
	});

	test('without a password, or with a database that is not there, the reason is told', async () => {
		const none = await probePostgres({
			port: server.port,
			user: 'monitor',
			ca,
			request: {secret: () => Promise.resolve(undefined)},
		});
		expect(findingsOf(none, 'pg-ssl-enabled')).toMatchObject([{reason: 'no-credentials'}]);
		const gone = await probePostgres({port: server.port, ...login, database: 'gone', ca});
		expect(findingsOf(gone, 'pg-ssl-enabled')[0]?.observed).toContain('there is no database gone');
	});

	test('a stranger’s certificate keeps the password from being asked for', async () => {
		const other = await issueServer();
		const secret = vi.fn(() => Promise.resolve('m-secret'));
		const report = await probePostgres({
			port: server.port,
			...login,
			ca: other.ca.cert,
			request: {secret},
		});
		expect(secret).not.toHaveBeenCalled();
		expect(new Set(report.findings.map(finding => finding.reason))).toEqual(
			new Set(['certificate-not-verified']),
		);
		const allowed = await probePostgres({
			port: server.port,
			...login,
			ca: other.ca.cert,
			request: {allowUnverified: true},
		});
		expect(outcomesOf(allowed, 'pg-ssl-enabled')).toEqual(['pass']);
	});
});
