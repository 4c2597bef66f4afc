import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {allFamilies} from '../../src/probes/all-families.js';
import {connectionBudget} from '../../src/probes/engine/family.js';
import type {TargetReport} from '../../src/domain/run.js';
import {tlsFamily} from '../../src/probes/tls/index.js';
import {issueServer} from '../helpers/certificates.js';
import {startPostgres, type PostgresServer} from '../helpers/postgres-server.js';
import {postgresVersions} from '../helpers/postgres-versions.js';
import {lines} from '../helpers/probe-local.js';
import {probePostgres} from '../helpers/probe-postgres.js';
import {onlyTls, roles} from '../helpers/tls-server.js';

/** The ciphers of a server that nobody has touched, and those of one that somebody has. */
const settings = {
	untouched: {},
	'with strong ciphers only': {ssl_ciphers: 'ECDHE+AESGCM'},
	'with CBC and no DHE': {ssl_ciphers: 'ECDHE+AES'},
	'with DHE and no CBC': {ssl_ciphers: 'ECDHE+AESGCM:DHE+AESGCM'},
	'with TLS 1.3 only': {ssl_min_protocol_version: 'TLSv1.3'},
} as const;

const ofTls = new Set(tlsFamily.checks.map(({id}) => id));

/** What the README adds first: the scanner, and one application. */
const usual = [{role: 'application', user: 'app', database: 'postgres'}] as const;

// What is said of TLS before a login is the same in older versions.
const recent = postgresVersions.filter(({major}) => major >= 15);

describe.each(recent)('$name', ({binaries, missing}) => {
	describe.skipIf(missing).each(Object.entries(settings))(
		'%s',
		(_name, ciphers: Readonly<Record<string, string>>) => {
			let server: PostgresServer;
			let report: TargetReport;
			beforeAll(async () => {
				const issued = await issueServer({key: 'rsa-2048'});
				server = await startPostgres({
					sql: [...roles, "CREATE ROLE scanner LOGIN PASSWORD 'scanner' IN ROLE pg_monitor"],
					hba: onlyTls,
					tls: {cert: issued.server.cert, key: issued.server.key},
					settings: ciphers,
					binaries,
				});
				report = await probePostgres({
					port: server.port,
					host: 'localhost',
					user: 'scanner',
					password: 'scanner',
					ca: issued.ca.cert,
					identities: usual,
					families: allFamilies,
				});
			});
			afterAll(() => server.stop());

			test('every question to the usual target is asked within the connections of a port', () => {
				const open = report.findings.filter(
					({reason, check}) => reason === 'limit-exceeded' && ofTls.has(check),
				);
				expect(open.map(({check, object}) => `${check} ${object ?? ''}`)).toEqual([]);
				expect(report.connections).toBeLessThanOrEqual(connectionBudget);
				expect(lines(report)).toContain('tls-plaintext-refused-multi-user pass');
			});
		},
	);
});
