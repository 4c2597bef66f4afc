import {issue, issueServer} from '../../test/helpers/certificates.js';
import {startPostgres, type PostgresServer} from '../../test/helpers/postgres-server.js';

export type DemoServers = {
	readonly prod: PostgresServer;
	readonly reporting: PostgresServer;
	/** PEM of the CA that signed both certificates. */
	readonly ca: string;
	/** Password of the scanner role `dbvet` on both. */
	readonly password: string;
	readonly stop: () => Promise<void>;
};

type Certificate = {readonly cert: string; readonly key: string};

/** Where the servers keep their files, and what ends them at once. */
type Place = {readonly parent: string; readonly signal: AbortSignal};

const day = 86_400_000;
const password = 'demo-scanner-password';

/** What both servers do alike: TLS 1.2 and newer, SCRAM, a monitoring role for dbvet. */
const settings = {
	// The test helper switches this off for speed; here it would be a finding that nobody planted.
	fsync: 'on',
	ssl_min_protocol_version: 'TLSv1.2',
	log_line_prefix: '%m [%p] %q%u@%d ',
	log_disconnections: 'on',
	log_statement: 'ddl',
	password_encryption: 'scram-sha-256',
} as const;

const scanner = [
	`CREATE ROLE dbvet LOGIN PASSWORD '${password}'`,
	'GRANT pg_monitor TO dbvet',
] as const;

/**
 * A shop's database, half hardened on purpose. Good: TLS 1.2 and newer, SCRAM, a monitoring role, a verified certificate, no
 * PUBLIC rights on the shop schema. Bad: `app` may connect without TLS and owns the tables, the certificate runs out in
 * three weeks, connections are not logged, one tenant table has no row-level security, a SECURITY DEFINER function trusts
 * the caller's search_path, the reporting role may write. Not to be seen by a monitoring role: pg_hba.conf, password hashes.
 */
const startProd = async (tls: Certificate, place: Place): Promise<PostgresServer> => {
	const postgres = await startPostgres({
		...place,
		tls,
		settings,
		hba: [
			'host    shop  app     127.0.0.1/32  scram-sha-256',
			'hostssl shop  report  127.0.0.1/32  scram-sha-256',
			'hostssl all   dbvet   127.0.0.1/32  scram-sha-256',
			'hostnossl all all     all           reject',
		],
		sql: [
			"CREATE ROLE app LOGIN PASSWORD 'demo-app-password' CREATEDB",
			"CREATE ROLE report LOGIN PASSWORD 'demo-report-password'",
			...scanner,
			'CREATE DATABASE shop OWNER app',
		],
	});
	try {
		const shop = {database: 'shop'};
		for (const sql of [
			'REVOKE CONNECT, TEMPORARY ON DATABASE shop FROM PUBLIC',
			'GRANT CONNECT ON DATABASE shop TO app, report, dbvet',
			'CREATE SCHEMA store AUTHORIZATION app',
			'SET ROLE app; CREATE TABLE store.customer (id bigint PRIMARY KEY, tenant_id int NOT NULL, email text)',
			'SET ROLE app; CREATE TABLE store.invoice (id bigint PRIMARY KEY, tenant_id int NOT NULL, total numeric)',
			'SET ROLE app; ALTER TABLE store.customer ENABLE ROW LEVEL SECURITY',
			"SET ROLE app; CREATE POLICY tenant ON store.customer USING (tenant_id = current_setting('app.tenant')::int)",
			'SET ROLE app; CREATE FUNCTION store.customer_count() RETURNS bigint LANGUAGE sql SECURITY DEFINER AS $$SELECT count(*) FROM store.customer$$',
			'GRANT USAGE ON SCHEMA store TO report',
			'SET ROLE app; GRANT SELECT, INSERT ON store.invoice TO report',
		]) {
			await postgres.query(sql, shop);
		}
	} catch (error) {
		await postgres.stop();
		throw error;
	}
	return postgres;
};

/** The database that reports read from: nobody gets in without TLS, but its certificate ran out six weeks ago. */
const startReporting = (tls: Certificate, place: Place): Promise<PostgresServer> =>
	startPostgres({
		...place,
		tls,
		settings: {...settings, log_connections: 'on'},
		hba: ['hostssl all all 127.0.0.1/32 scram-sha-256', 'hostnossl all all all reject'],
		sql: [...scanner, 'CREATE DATABASE shop'],
	});

/** Starts both servers with their files below `parent`; when one does not start, or `signal` fires, none is left running. */
export const startDemoServers = async (
	parent: string,
	signal: AbortSignal,
): Promise<DemoServers> => {
	const now = Date.now();
	const {ca, server} = await issueServer({notAfter: new Date(now + 21 * day)});
	const old = await issue({
		hosts: ['localhost', '127.0.0.1'],
		by: ca,
		notBefore: new Date(now - 135 * day),
		notAfter: new Date(now - 45 * day),
	});
	const place = {parent, signal};
	const [prod, reporting] = await Promise.allSettled([
		startProd(server, place),
		startReporting(old, place),
	]);
	const started = [prod, reporting].flatMap(s => (s.status === 'fulfilled' ? [s.value] : []));
	const stop = async (): Promise<void> => {
		await Promise.all(started.map(postgres => postgres.stop()));
	};
	if (prod.status === 'rejected' || reporting.status === 'rejected') {
		await stop();
		throw prod.status === 'rejected' ? prod.reason : (reporting as PromiseRejectedResult).reason;
	}
	return {prod: prod.value, reporting: reporting.value, ca: ca.cert, password, stop};
};
