import {writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {issueServer} from '../helpers/certificates.js';
import {startPostgres} from '../helpers/postgres-server.js';
import {freshBench} from '../helpers/program.js';

const bench = freshBench();

test('a password that cannot be fetched is told, exit 3; a command that hangs costs the deadline', async () => {
	const {ca, server} = await issueServer();
	await writeFile(join(bench.folder, 'ca.pem'), ca.cert);
	const postgres = await startPostgres({
		tls: {cert: server.cert, key: server.key},
		sql: ["CREATE ROLE monitor LOGIN PASSWORD 'right-one'"],
	});
	try {
		const url = `postgres://monitor@127.0.0.1:${postgres.port}/postgres`;
		const probe = (command: string): {code: number | null; out: string; err: string} =>
			bench.dbvet(['probe', url, '--ca', 'ca.pem', '--password-command', command]);
		const failed = probe('echo leaked; echo leaked >&2; exit 7');
		expect(failed.err).toContain('ended with 7');
		expect(failed.out + failed.err).not.toContain('leaked');
		expect(failed.out).toContain('no-credentials');
		expect(failed.code).toBe(3);
		expect(probe('sleep 1; echo right-one').code).toBe(0);
		const started = Date.now();
		const args = ['probe', url, '--ca', 'ca.pem', '--timeout', '2000'];
		const hung = bench.dbvet([...args, '--password-command', 'sleep 25']);
		expect(hung.code).toBe(3);
		expect(Date.now() - started).toBeLessThan(15_000);
		await writeFile(join(bench.folder, 'pgpass'), '*:*:*:*:right-one\n', {mode: 0o644});
		const open = bench.dbvet(args, {PGPASSFILE: join(bench.folder, 'pgpass')});
		expect(open.err).toContain('chmod 600');
		expect(open.code).toBe(3);
	} finally {
		await postgres.stop();
	}
});

test('a password in the name of who changes something is not kept', () => {
	bench.init();
	const args = ['target', 'add', 'prod', 'postgres://dbvet@127.0.0.1/shop', '--json'];
	bench.dbvet([...args, '--by', 'postgres://ann:s3cret-here@127.0.0.1/shop']);
	const {entries} = bench.json<{entries: readonly {by: string}[]}>(['history']);
	expect(entries.map(({by}) => by)).toContain('postgres://ann:…@127.0.0.1/shop');
});
