import {writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {issueServer} from '../helpers/certificates.js';
import {startPostgres, type PostgresServer} from '../helpers/postgres-server.js';
import {openBench, type Bench} from '../helpers/program.js';

let server: PostgresServer;
let bench: Bench;

beforeAll(async () => {
	const issued = await issueServer();
	server = await startPostgres({
		tls: issued.server,
		hba: ['hostssl all all 127.0.0.1/32 scram-sha-256'],
		sql: ["CREATE ROLE eyes LOGIN PASSWORD 'p-secret'; GRANT pg_monitor TO eyes"],
	});
	bench = await openBench();
	await writeFile(join(bench.folder, 'ca.pem'), issued.ca.cert);
	bench.dbvet(['init', '.', '--yes', '--organisation', 'Example', '--profile', 'startup']);
	bench.dbvet([
		'target',
		'add',
		'prod',
		`postgres://eyes@localhost:${server.port}/postgres`,
		'--ca',
		'ca.pem',
		'--password-env',
		'PW',
	]);
});
afterAll(async () => {
	await server.stop();
	await bench.remove();
});

const probe = (now?: string): void => {
	const env = {PW: 'p-secret', ...(now === undefined ? {} : {DBVET_NOW: now})};
	const only = ['--only', 'pg-schema-create-public-other'];
	expect(bench.dbvet(['probe', 'prod', ...only], env).code).toBe(0);
};

test('what a run saw under a clock of next year does not outlive what is seen today', async () => {
	const nextYear = new Date(Date.now() + 300 * 86_400_000).toISOString();
	probe(nextYear);
	expect(bench.dbvet(['doctor']).out).toMatch(
		/the record holds something of .* Set the clock right/s,
	);

	expect(bench.dbvet(['check', '--max-age', '30']).out).toContain('days ahead');

	await server.query('CREATE SCHEMA shared; GRANT CREATE ON SCHEMA shared TO PUBLIC');
	probe();
	const check = bench.dbvet(['check', '--fail-on', 'info', '--json']);
	expect(check.code).toBe(1);
	expect(check.out).toContain('pg-schema-create-public-other');

	await server.query('REVOKE CREATE ON SCHEMA shared FROM PUBLIC');
	probe();
	expect(bench.dbvet(['check', '--fail-on', 'info', '--json']).out).not.toContain(
		'pg-schema-create-public-other',
	);
});
