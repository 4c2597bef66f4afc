import {afterAll, beforeAll, describe, expect, test, vi} from 'vitest';
import {archiveCommandKind} from '../../src/probes/postgresql/collect/archive-command.js';
import {literal} from '../../src/probes/postgresql/collect/sql.js';
import {issueServer} from '../helpers/certificates.js';
import {startPostgres, type PostgresServer} from '../helpers/postgres-server.js';
import {postgresVersions} from '../helpers/postgres-versions.js';
import {findingsOf, outcomesOf, probePostgres} from '../helpers/probe-postgres.js';

const kinds = {
	stores: [
		'test ! -f /mnt/wal/%f && cp %p /mnt/wal/%f',
		'[ ! -f /mnt/wal/%f ] && cp "%p" "/mnt/wal/%f"',
		'cp -i %p /mnt/server/archivedir/%f < /dev/null',
		'cp %p /mnt/wal/',
		'cp -v pg_wal/%f /mnt/wal/%f > /dev/null 2>&1',
		'test ! -f /a/%f && cp %p /a/%f.tmp && sync && mv /a/%f.tmp /a/%f',
		'install -D %p archive/%f',
		'rsync -a -e ssh %p backup@host:/wal/%f',
		'gzip < %p > /mnt/wal/%f.gz',
		'zstd -q -c %p > /mnt/wal/%f.zst',
		'aws s3 cp %p s3://wal/%f --only-show-errors',
		'copy "%p" "C:\\server\\archivedir\\%f"',
		'pgbackrest --stanza=main archive-push %p',
		'/usr/bin/pgbackrest --config=/etc/p.conf --stanza=main archive-push "%p" > /dev/null',
		'envdir /run/etc/wal-e.d/env wal-g wal-push "%p"',
		'PGHOST=/run wal-g wal-push %p >> /var/log/walg.log 2>&1',
		'barman-wal-archive backup pg %p',
		'barman-cloud-wal-archive --gzip s3://wal/ pg %p',
		'/controller/manager wal-archive --log-destination /controller/log/postgres.json %p',
		'pg_probackup archive-push -B /b --instance main --wal-file-name=%f',
	],
	'no-op': [
		...['true', '/bin/true', '/usr/bin/true %p', ':', 'exit 0', ' true ; ', 'cd .', 'rem'],
		...['sh -c "exit 0"', '/bin/sh -c true', 'true && true', '{ true; }'],
		...['echo %p >/dev/null', 'echo %p', 'echo %p >> /var/log/wal.list', 'test -f %p', 'ls %p'],
		...[
			'[ -f %p ]',
			'printf "%%s" %p',
			'true # cp %p /mnt/wal/%f',
			'touch /mnt/wal/%f',
			'logger %p && true',
			'A=1 true',
		],
	],
	discards: [
		'cp %p /dev/null',
		'cp -f "%p" /dev/null 2>&1',
		'cat %p > /dev/null',
		'gzip -c %p >/dev/null 2>&1',
		'gzip < %p > /dev/null',
		'cat %p | gzip > /dev/null',
		'test -f %p && cat %p > /dev/null',
		'dd if=%p of=/dev/null bs=1M',
		'rsync -a %p /dev/null || true',
		'copy %p NUL',
	],
	masks: [
		'cp %p /mnt/wal/%f || true',
		'cp %p /mnt/wal/%f; true',
		'cp %p /mnt/wal/%f; exit 0',
		'cp %p /mnt/wal/%f || :',
		'cp %p /mnt/wal/%f || /bin/true',
		'pgbackrest --stanza=main archive-push %p || echo failed >&2',
		'wal-g wal-push %p ; sync',
		'cp %p /mnt/wal/%f &',
		'/usr/local/bin/archive %p %f; true',
		'A=1;true cp %p /mnt/wal/%f',
		'cp %p /mnt/wal/%f\ntrue',
	],
	set: [
		'/usr/local/bin/archive.sh %p %f',
		'/usr/local/bin/archive.sh %p %f > /dev/null',
		'cp %p /mnt/wal',
		'cp %p /dev/shm/%f',
		'cp -l %p /mnt/wal/%f',
		'cp --help %p /mnt/wal/%f',
		'rsync -an %p host:/wal/%f',
		'install -d %p /mnt/wal/%f',
		'gzip -t %p > /mnt/wal/%f',
		'gzip %p > /mnt/wal/%f.gz',
		'cat %p | ssh host "cat > /wal/%f"',
		'test -f /mnt/wal/%f || cp %p /mnt/wal/%f',
		'! cp %p /mnt/wal/%f',
		'true $(cp %p /mnt/wal/%f)',
		'echo pgbackrest archive-push %p | sh',
		'pgbackrest --stanza=main archive-push',
		'cp %p /mnt/wal/%f && rm /mnt/wal/%f',
		'set -e; cp %p /mnt/wal/%f; echo stored',
		'cp %p /mnt/wal/%f || exit 1; echo stored',
		'if cp %p /mnt/wal/%f; then echo stored; else exit 1; fi',
		'md5sum %p > /dev/null && /usr/local/bin/archive %p',
		'cat %p | tee /mnt/wal/%f | md5sum > /dev/null',
		'rsync -a pg_wal/ host:/wal/',
	],
	none: ['', '(disabled)'],
} as const;
const told = Object.entries(kinds).flatMap(([kind, commands]) =>
	commands.map(command => [command, kind] as const),
);

for (const {name, binaries, major, missing} of postgresVersions) {
	describe.skipIf(missing)(`commands that archive on ${name}`, () => {
		let server: PostgresServer;
		let ca: string;
		beforeAll(async () => {
			const issued = await issueServer();
			ca = issued.ca.cert;
			server = await startPostgres({
				tls: issued.server,
				settings: {archive_mode: 'on', archive_command: 'install -D %p archive/%f'},
				sql: ["CREATE ROLE monitor LOGIN PASSWORD 'm-secret'; GRANT pg_monitor TO monitor"],
				binaries,
			});
		});
		afterAll(() => server.stop());

		test('each is known for what it is', async () => {
			const values = told.map(([command], at) => `(${at}, ${literal(command)})`).join(', ');
			const rows = await server.query(
				`SELECT ${archiveCommandKind('c')} AS kind FROM (VALUES ${values}) v(n, c) ORDER BY n`,
			);
			expect(told.map(([command], at) => [command, rows[at]?.kind])).toEqual(told);
		});

		const archive = async (settings: Readonly<Record<string, string>>, outcome: string) => {
			for (const [setting, value] of Object.entries(settings))
				await server.query(`ALTER SYSTEM SET ${setting} = ${literal(value)}`);
			await server.query('SELECT pg_reload_conf()');
			return vi.waitFor(async () => {
				const report = await probePostgres({
					port: server.port,
					user: 'monitor',
					password: 'm-secret',
					ca,
				});
				expect(outcomesOf(report, 'pg-archive-command-sanity')).toEqual([outcome]);
				return report;
			}, 10_000);
		};

		test('what keeps nothing fails, though the server counts it as archived', async () => {
			const command = 'cp %p /dev/null';
			await archive({archive_command: command}, 'fail');
			await server.query('SELECT pg_switch_wal()');
			await vi.waitFor(async () => {
				const [row] = await server.query('SELECT archived_count::int AS n FROM pg_stat_archiver');
				expect(row?.n).toBeGreaterThan(0);
			}, 5_000);
			const report = await archive({archive_command: command}, 'fail');
			expect(outcomesOf(report, 'pg-archiver-health')).toEqual(['fail']);
			expect(JSON.stringify(report)).not.toContain(command);
			const hidden = await archive({archive_command: 'cp %p /mnt/no/%f || true'}, 'fail');
			expect(outcomesOf(hidden, 'pg-archiver-health')).toEqual(['unknown']);
		});

		test('a known copy passes, and what dbvet does not know is not known', async () => {
			const report = await archive({archive_command: 'install -D %p archive/%f'}, 'pass');
			expect(outcomesOf(report, 'pg-archiver-health')).toEqual(['pass']);
			const other = await archive({archive_command: '/usr/local/bin/archive.sh %p'}, 'unknown');
			expect(findingsOf(other, 'pg-archiver-health')[0]?.observed).toContain('as what archives');
		});

		// Libraries for archiving came with 15.
		if (major >= 15)
			test('a library is judged by where it stores', async () => {
				await archive({archive_command: '', archive_library: 'basic_archive'}, 'fail');
				await server.query(
					"COPY (SELECT 'basic_archive.archive_directory = archive') TO PROGRAM 'mkdir -p archive; cat >> postgresql.conf'",
				);
				await archive({}, 'pass');
				await archive({archive_library: 'my_archive'}, 'unknown');
			});
	});
}
