import {spawn, spawnSync, type ChildProcess} from 'node:child_process';
import {existsSync} from 'node:fs';
import {chmod, chown, mkdir, mkdtemp, readdir, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {freePort} from './postgres-server.js';

export type MariadbOptions = {
	/** Options of mariadbd without the dashes: `['local-infile=0']`. FOLDER is the server’s own; FOLDER/files is there. */
	readonly options?: readonly string[];
	/** Texts by name, which are in FOLDER/files from the start. */
	readonly files?: Readonly<Record<string, string>>;
	/** PEM texts; TLS is on exactly when they are given. */
	readonly tls?: {readonly cert: string; readonly key: string; readonly ca?: string};
	/** Gives root this password, stored with ed25519; the server must load the plugin auth_ed25519. */
	readonly rootPassword?: string;
	/** Where its folder is made; default: the one for temporary files. */
	readonly parent?: string;
	/** Run as root in the order given. */
	readonly sql?: readonly string[];
};

export type MariadbServer = {
	readonly port: number;
	readonly folder: string;
	/** Statements that the server heard, when it was started with `general-log=1`. */
	readonly log: () => string;
	/** Runs SQL as root over the Unix socket with MariaDB's own client; rows as texts. */
	readonly query: (sql: string) => readonly (readonly string[])[];
	readonly stop: () => Promise<void>;
};

const server = '/usr/sbin/mariadbd';

/** True when MariaDB is there; else says aloud what is skipped and which Debian package it wants. */
export const haveMariadb = (): boolean => {
	if (existsSync(server)) return true;
	console.warn('Skipped: mariadbd is not installed (Debian package mariadb-server).');
	return false;
};

/** mariadbd refuses root, so that root's servers run as nobody. */
const owner = process.getuid?.() === 0 ? {uid: 65_534, gid: 65_534} : undefined;

/** Under load the first start of a server may find no asynchronous input and output left (fs.aio-max-nr), and fails. */
const mostAttempts = 3;

const install = async (root: string, data: string, attempt = 1): Promise<void> => {
	const done = spawnSync(
		'mariadb-install-db',
		[
			'--no-defaults',
			`--datadir=${data}`,
			'--auth-root-authentication-method=normal',
			'--skip-test-db',
			'--skip-name-resolve',
			'--innodb-use-native-aio=0',
		],
		{cwd: root, encoding: 'utf8', ...owner},
	);
	if (done.status === 0) return;
	if (attempt === mostAttempts)
		throw new Error(`mariadb-install-db ended with ${done.status}\n${done.stdout}${done.stderr}`);
	for (const name of await readdir(data))
		await rm(join(data, name), {recursive: true, force: true});
	await install(root, data, attempt + 1);
};

const tlsOptions = async (root: string, tls: MariadbOptions['tls']): Promise<readonly string[]> => {
	if (tls === undefined) return [];
	const put = async (name: string, text: string): Promise<string> => {
		const path = join(root, name);
		await writeFile(path, text, {mode: 0o600});
		if (owner !== undefined) await chown(path, owner.uid, owner.gid);
		return path;
	};
	return [
		`--ssl-cert=${await put('server.crt', tls.cert)}`,
		`--ssl-key=${await put('server.key', tls.key)}`,
		...(tls.ca === undefined ? [] : [`--ssl-ca=${await put('ca.crt', tls.ca)}`]),
	];
};

/** Starts a real MariaDB on 127.0.0.1 in a temporary folder; `stop` ends it and removes the folder. */
export const startMariadb = async ({
	options = [],
	files = {},
	tls,
	rootPassword,
	parent = tmpdir(),
	sql = [],
}: MariadbOptions = {}): Promise<MariadbServer> => {
	const root = await mkdtemp(join(parent, 'dbvet-my-'));
	let output = '';
	let child: ChildProcess | undefined;
	const killAtExit = (): void => {
		child?.kill('SIGKILL');
	};
	const cleanUp = async (): Promise<void> => {
		process.off('exit', killAtExit);
		await rm(root, {recursive: true, force: true, maxRetries: 5});
	};
	try {
		await chmod(root, 0o755);
		const data = join(root, 'data');
		await mkdir(data, {mode: 0o700});
		await mkdir(join(root, 'files'), {mode: 0o777});
		for (const [name, text] of Object.entries(files))
			await writeFile(join(root, 'files', name), text, {mode: 0o644});
		if (owner !== undefined) {
			await chown(data, owner.uid, owner.gid);
			await chown(root, owner.uid, owner.gid);
		}
		await install(root, data);
		const port = await freePort();
		const socket = join(root, 's');
		child = spawn(
			server,
			[
				'--no-defaults',
				'--innodb-use-native-aio=0',
				`--datadir=${data}`,
				`--port=${port}`,
				`--socket=${socket}`,
				`--pid-file=${join(root, 'pid')}`,
				'--bind-address=127.0.0.1',
				'--innodb-buffer-pool-size=16M',
				'--innodb-log-file-size=8M',
				...(await tlsOptions(root, tls)),
				...options.map(option => `--${option.replace('FOLDER', root)}`),
			],
			{cwd: root, stdio: ['ignore', 'pipe', 'pipe'], env: {PATH: process.env.PATH}, ...owner},
		);
		process.once('exit', killAtExit);
		const running = child;
		const keep = (chunk: Buffer): void => {
			output = (output + chunk.toString()).slice(-2_000_000);
		};
		running.stdout?.on('data', keep);
		running.stderr?.on('data', keep);
		const hasEnded = (): boolean => running.exitCode !== null || running.signalCode !== null;
		let password = '';
		const client = (text: string) =>
			spawnSync(
				'mariadb',
				[
					'--no-defaults',
					'-S',
					socket,
					'-uroot',
					'--batch',
					'--skip-column-names',
					'--binary-mode',
				],
				{input: text, encoding: 'utf8', env: {PATH: process.env.PATH, MYSQL_PWD: password}},
			);
		const query: MariadbServer['query'] = text => {
			const {status, stdout, stderr} = client(text);
			if (status !== 0) throw new Error(`${text}: ${stderr}`);
			return stdout
				.split('\n')
				.slice(0, -1)
				.map(line => line.split('\t'));
		};
		const deadline = Date.now() + 20_000;
		while (client('SELECT 1').status !== 0) {
			if (hasEnded() || Date.now() > deadline)
				throw new Error(`mariadbd did not start\n${client('SELECT 1').stderr}${output}`);
			await new Promise(resolve => setTimeout(resolve, 30));
		}
		if (rootPassword !== undefined) {
			query(`ALTER USER root@localhost IDENTIFIED VIA ed25519 USING PASSWORD('${rootPassword}')`);
			password = rootPassword;
		}
		for (const text of sql) query(text);
		return {
			port,
			folder: root,
			log: () => output,
			query,
			stop: async () => {
				if (!hasEnded()) {
					const gone = new Promise(resolve => running.once('exit', resolve));
					running.kill('SIGTERM');
					await gone;
				}
				await cleanUp();
			},
		};
	} catch (error) {
		child?.kill('SIGKILL');
		await cleanUp();
		throw error;
	}
};
