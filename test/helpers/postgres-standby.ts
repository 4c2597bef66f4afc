import {cp, mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {basename, join} from 'node:path';
import pg from 'pg';
import {startPostgres, type PostgresOptions, type PostgresServer} from './postgres-server.js';

/** Files that belong to the running server alone (PostgreSQL manual, Backing Up the Data Directory). */
const left = new Set(['postmaster.pid', 'postmaster.opts', 'pgsql_tmp']);

/**
 * Starts a real standby that streams from a running primary, which must let its superuser replicate from 127.0.0.1.
 * @param connection what to add to primary_conninfo, for example sslmode=require
 */
export const startStandby = async (
	primary: PostgresServer,
	connection: string,
	options: Pick<PostgresOptions, 'tls' | 'binaries' | 'settings' | 'hba'>,
): Promise<PostgresServer> => {
	const {password, user} = primary.superuser;
	const copy = await mkdtemp(join(tmpdir(), 'dbvet-pg-copy-'));
	const client = new pg.Client({
		host: '127.0.0.1',
		port: primary.port,
		user,
		password,
		database: 'postgres',
	});
	try {
		await client.connect();
		const {rows} = await client.query<{dir: string}>(
			"SELECT current_setting('data_directory') AS dir",
		);
		const [{dir} = {dir: ''}] = rows;
		await client.query("SELECT pg_backup_start('copy', true)");
		await cp(dir, copy, {
			recursive: true,
			filter: path => path === dir || !left.has(basename(path)),
		});
		const stopped = await client.query<{labelfile: string}>(
			'SELECT labelfile FROM pg_backup_stop(false)',
		);
		await writeFile(join(copy, 'backup_label'), stopped.rows[0]?.labelfile ?? '');
		return await startPostgres({
			...options,
			standby: true,
			from: {data: copy, password},
			settings: {
				...options.settings,
				primary_conninfo: `host=127.0.0.1 port=${primary.port} user=${user} password=${password} ${connection}`,
			},
		});
	} finally {
		await client.end();
		await rm(copy, {recursive: true, force: true});
	}
};
