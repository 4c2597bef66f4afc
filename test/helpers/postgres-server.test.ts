import {expect, test} from 'vitest';
import {issueServer} from './certificates.js';
import {startPostgres} from './postgres-server.js';
import pg from 'pg';

test('a real PostgreSQL speaks TLS with a certificate issued in JavaScript', async () => {
	const {ca, server} = await issueServer();
	const postgres = await startPostgres({
		tls: {cert: server.cert, key: server.key},
		sql: ["CREATE ROLE app LOGIN PASSWORD 'app'"],
	});
	try {
		const client = new pg.Client({
			host: 'localhost',
			port: postgres.port,
			user: 'app',
			password: 'app',
			database: 'postgres',
			ssl: {ca: ca.cert},
		});
		await client.connect();
		const result = await client.query<{ssl: boolean}>(
			'SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()',
		);
		await client.end();
		expect(result.rows).toEqual([{ssl: true}]);
	} finally {
		await postgres.stop();
	}
	expect(() => process.kill(postgres.pid, 0)).toThrow();
});
