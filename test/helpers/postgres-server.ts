import {randomBytes} from 'node:crypto';
import {chmod, cp, mkdir, mkdtemp, rm, writeFile} from 'node:fs/promises';
import {createServer} from 'node:net';
import {join} from 'node:path';
import pg from 'pg';
import {give, usableBinaries} from './postgres-binaries.js';
import {startProgram, type Program} from './postgres-process.js';
import {serverFolder} from './server-folder.js';

export type PostgresOptions = {
	/** Lines of postgresql.conf. */
	readonly settings?: Readonly<Record<string, string | number>>;
	/** Lines of pg_hba.conf after `local all postgres scram-sha-256`; default: hostssl for all with SCRAM, over TLS or not. */
	readonly hba?: readonly string[];
	/** PEM texts; TLS is on exactly when they are given. */
	readonly tls?: {readonly cert: string; readonly key: string; readonly ca?: string};
	/** Run as superuser in database `postgres`, one after the other. */
	readonly sql?: readonly string[];
	/** A folder with initdb and postgres, for example /usr/lib/postgresql/15/bin; default: the embedded binaries. */
	readonly binaries?: string;
	/** Starts as a standby, which replays nothing without a primary and never writes: `sql` must be left out. */
	readonly standby?: boolean;
	/** Begins with a copy of this data folder, and the password of its superuser, in place of a new one. */
	readonly from?: {readonly data: string; readonly password: string};
	/** Environment variables of its programs beside the usual ones. */
	readonly env?: Readonly<Record<string, string>>;
	/** Where its folder is made; default: one for temporary files in which it can run. */
	readonly parent?: string;
	/**
	 * Ends the start, and the server, at once when it fires. The programs then have a process group of their own, so that
	 * Ctrl+C at the terminal does not reach them before the caller.
	 */
	readonly signal?: AbortSignal;
};

export type PostgresServer = {
	readonly host: '127.0.0.1';
	readonly port: number;
	/** The folder of its Unix socket, which everybody may write to. */
	readonly socketFolder: string;
	readonly superuser: {readonly user: 'postgres'; readonly password: string};
	readonly pid: number;
	/** What the server has logged so far. */
	readonly log: () => string;
	/** Runs SQL as superuser over the Unix socket. */
	readonly query: (
		sql: string,
		options?: {readonly database?: string; readonly values?: readonly unknown[]},
	) => Promise<readonly Record<string, unknown>[]>;
	readonly stop: () => Promise<void>;
};

export const freePort = (): Promise<number> =>
	new Promise((resolve, reject) => {
		const server = createServer();
		server.once('error', reject);
		server.listen(0, '127.0.0.1', () => {
			const address = server.address();
			server.close(() =>
				typeof address === 'object' && address !== null
					? resolve(address.port)
					: reject(new Error('no port')),
			);
		});
	});

const finished = (program: Program, what: string, log: () => string): Promise<void> =>
	new Promise((resolve, reject) => {
		program.child.once('error', reject);
		program.child.once('exit', code => {
			if (code === 0) resolve();
			else reject(new Error(`${what} ended with ${code}\n${log()}`));
		});
	});

/** Starts a real PostgreSQL on 127.0.0.1 in a temporary folder; `stop` ends it and removes the folder. */
export const startPostgres = async (options: PostgresOptions = {}): Promise<PostgresServer> => {
	const {signal} = options;
	const root = await mkdtemp(join(options.parent ?? (await serverFolder()), 'dbvet-pg-'));
	let output = '';
	const log = (): string => output;
	let initdb: Program | undefined;
	let server: Program | undefined;
	const killAtExit = (): void => {
		for (const program of [initdb, server]) program?.kill('SIGKILL');
	};
	const endNow = (): void => {
		initdb?.kill('SIGKILL');
		void server?.endNow();
	};
	process.once('exit', killAtExit);
	signal?.addEventListener('abort', endNow);
	const cleanUp = async (): Promise<void> => {
		process.off('exit', killAtExit);
		signal?.removeEventListener('abort', endNow);
		await rm(root, {recursive: true, force: true, maxRetries: 5});
	};
	try {
		await chmod(root, 0o755);
		const bin = await usableBinaries(root, options.binaries, signal);
		const data = join(root, 'data');
		const socket = join(root, 's');
		const password = options.from?.password ?? randomBytes(12).toString('hex');
		await mkdir(data, {mode: 0o700});
		await mkdir(socket, {mode: 0o777});
		await chmod(socket, 0o777);
		await writeFile(join(root, 'pw'), `${password}\n`, {mode: 0o600});
		// All of it, because the umask may have closed what was made here to everybody else.
		await give(root);
		signal?.throwIfAborted();
		const run = (program: string, args: readonly string[]): Program =>
			startProgram(join(bin, program), args, {
				cwd: root,
				ownGroup: signal !== undefined,
				...(options.env === undefined ? {} : {env: options.env}),
				onOutput: text => {
					output = (output + text).slice(-2_000_000);
				},
			});
		if (options.from !== undefined) await cp(options.from.data, data, {recursive: true});
		else {
			initdb = run('initdb', [
				...['-D', data, '-U', 'postgres', '-E', 'UTF8', '--locale=C', '-N'],
				...['--auth=scram-sha-256', `--pwfile=${join(root, 'pw')}`],
			]);
			await finished(initdb, 'initdb', log);
		}
		const port = await freePort();
		const tls = options.tls;
		if (tls !== undefined) {
			await writeFile(join(data, 'server.crt'), tls.cert, {mode: 0o600});
			await writeFile(join(data, 'server.key'), tls.key, {mode: 0o600});
			if (tls.ca !== undefined) await writeFile(join(data, 'ca.crt'), tls.ca, {mode: 0o600});
		}
		const settings: Record<string, string | number> = {
			port,
			listen_addresses: '127.0.0.1',
			unix_socket_directories: socket,
			fsync: 'off',
			shared_buffers: '16MB',
			max_connections: 40,
			...(tls === undefined
				? {}
				: {
						ssl: 'on',
						ssl_cert_file: 'server.crt',
						ssl_key_file: 'server.key',
						...(tls.ca === undefined ? {} : {ssl_ca_file: 'ca.crt'}),
					}),
			...options.settings,
		};
		const line = ([name, value]: [string, string | number]): string =>
			`${name} = '${String(value).replaceAll("'", "''")}'\n`;
		await writeFile(
			join(data, 'postgresql.auto.conf'),
			Object.entries(settings).map(line).join(''),
		);
		if (options.standby === true) await writeFile(join(data, 'standby.signal'), '');
		const hba = options.hba ?? ['host all all 127.0.0.1/32 scram-sha-256'];
		await writeFile(
			join(data, 'pg_hba.conf'),
			['local all postgres scram-sha-256', ...hba, ''].join('\n'),
		);
		await give(data);
		signal?.throwIfAborted();
		server = run('postgres', ['-D', data]);
		const running = server;
		const query: PostgresServer['query'] = async (sql, more = {}) => {
			const client = new pg.Client({
				host: socket,
				port,
				user: 'postgres',
				password,
				database: more.database ?? 'postgres',
			});
			client.on('error', () => undefined);
			await client.connect();
			try {
				const result = await client.query<Record<string, unknown>>(sql, [...(more.values ?? [])]);
				return Array.isArray(result) ? [] : result.rows;
			} finally {
				await client.end();
			}
		};
		const deadline = Date.now() + 20_000;
		for (;;) {
			const ready = await query('SELECT 1').then(
				() => true,
				() => false,
			);
			if (ready) break;
			signal?.throwIfAborted();
			if (running.hasEnded() || Date.now() > deadline)
				throw new Error(`postgres did not start\n${output}`);
			await new Promise(resolve => setTimeout(resolve, 30));
		}
		for (const sql of options.sql ?? []) await query(sql);
		return {
			host: '127.0.0.1',
			port,
			socketFolder: socket,
			superuser: {user: 'postgres', password},
			pid: running.child.pid ?? 0,
			log,
			query,
			stop: async () => {
				if (signal?.aborted === true) await running.endNow();
				running.kill('SIGINT');
				await running.ended;
				await cleanUp();
			},
		};
	} catch (error) {
		await server?.endNow();
		await cleanUp();
		throw error;
	}
};
