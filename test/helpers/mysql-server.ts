import {spawn, spawnSync} from 'node:child_process';
import {chmod, chown, mkdir, mkdtemp, rm, writeFile} from 'node:fs/promises';
import {createConnection} from 'node:net';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import type {Issued} from './certificates.js';
import {freePort} from './postgres-server.js';

export type MysqlOptions = {
	/** Path of a mysqld of MySQL, not of MariaDB. */
	readonly program: string;
	/** Options without the dashes; FOLDER is the server’s own, and FOLDER/files is there. */
	readonly options?: readonly string[];
	readonly tls: Issued & {readonly ca: string};
	/** Run as root while the server starts, one statement each. */
	readonly sql: readonly string[];
};

export type MysqlServer = {readonly port: number; readonly stop: () => Promise<void>};

/** mysqld refuses root, so that root's servers run as nobody. */
const owner = process.getuid?.() === 0 ? {uid: 65_534, gid: 65_534} : undefined;

/** The server greets: what the init file holds has been done by then. */
const greets = (port: number): Promise<boolean> =>
	new Promise(resolve => {
		const socket = createConnection({host: '127.0.0.1', port});
		socket.setTimeout(1_000, () => socket.destroy());
		socket.once('data', () => {
			socket.destroy();
			resolve(true);
		});
		socket.once('error', () => undefined);
		socket.once('close', () => resolve(false));
	});

/** Starts a real MySQL on 127.0.0.1 in a temporary folder; `stop` ends it and removes the folder. */
export const startMysql = async ({
	program,
	options = [],
	tls,
	sql,
}: MysqlOptions): Promise<MysqlServer> => {
	const root = await mkdtemp(join(tmpdir(), 'dbvet-mysql-'));
	const port = await freePort();
	const files = {
		'server.crt': tls.cert,
		'server.key': tls.key,
		'ca.crt': tls.ca,
		init: `${sql.map(text => text.replaceAll('\n', ' ')).join(';\n')};\n`,
	};
	await chmod(root, 0o755);
	await mkdir(join(root, 'files'));
	for (const [name, text] of Object.entries(files)) await writeFile(join(root, name), text);
	if (owner !== undefined)
		for (const path of [root, ...['files', ...Object.keys(files)].map(name => join(root, name))])
			await chown(path, owner.uid, owner.gid);
	const common = ['--no-defaults', `--datadir=${join(root, 'data')}`, '--log-error-verbosity=3'];
	const folder = `--secure-file-priv=${join(root, 'files')}`;
	const made = spawnSync(program, [...common, folder, '--initialize-insecure'], {
		cwd: root,
		encoding: 'utf8',
		...owner,
	});
	if (made.status !== 0) {
		await rm(root, {recursive: true, force: true});
		throw new Error(`${program} could not make its folder\n${made.stderr}`);
	}
	const child = spawn(
		program,
		[
			...common,
			folder,
			`--port=${port}`,
			'--bind-address=127.0.0.1',
			`--socket=${join(root, 's')}`,
			`--pid-file=${join(root, 'pid')}`,
			`--init-file=${join(root, 'init')}`,
			`--ssl-cert=${join(root, 'server.crt')}`,
			`--ssl-key=${join(root, 'server.key')}`,
			`--ssl-ca=${join(root, 'ca.crt')}`,
			...options.map(option => `--${option.replace('FOLDER', root)}`),
		],
		{cwd: root, stdio: ['ignore', 'ignore', 'pipe'], ...owner},
	);
	let log = '';
	child.stderr.on('data', (chunk: Buffer) => {
		log = (log + chunk.toString()).slice(-200_000);
	});
	const killAtExit = (): void => {
		child.kill('SIGKILL');
	};
	process.once('exit', killAtExit);
	const hasEnded = (): boolean => child.exitCode !== null || child.signalCode !== null;
	const stop = async (): Promise<void> => {
		process.off('exit', killAtExit);
		if (!hasEnded()) {
			const gone = new Promise(resolve => child.once('exit', resolve));
			child.kill('SIGKILL');
			await gone;
		}
		await rm(root, {recursive: true, force: true, maxRetries: 5});
	};
	const deadline = Date.now() + 60_000;
	while (!(await greets(port))) {
		if (hasEnded() || Date.now() > deadline) {
			await stop();
			throw new Error(`${program} did not start\n${log}`);
		}
		await new Promise(resolve => setTimeout(resolve, 50));
	}
	return {port, stop};
};
