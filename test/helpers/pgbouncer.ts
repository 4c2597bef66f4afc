import {spawn} from 'node:child_process';
import {chmod, chown, mkdtemp, rm, writeFile} from 'node:fs/promises';
import {createConnection} from 'node:net';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import type {Issued} from './certificates.js';
import {freePort} from './postgres-server.js';
import {haveTools} from './tool.js';

export type PgbouncerOptions = {
	/** The port of the PostgreSQL on 127.0.0.1 that it stands before. */
	readonly server: number;
	/** What clients connect to; the CA is what their certificates come from. */
	readonly tls: Issued & {readonly ca: string};
	/** Lines of pgbouncer.ini beside those that the helper needs. */
	readonly settings: Readonly<Record<string, string>>;
	/** Users by their passwords. */
	readonly users: Readonly<Record<string, string>>;
	/** Lines of the file that `auth_type = hba` reads. */
	readonly rules?: readonly string[];
};

export type Pgbouncer = {readonly port: number; readonly stop: () => Promise<void>};

/** Skips aloud where there is no PgBouncer. */
export const havePgbouncer = haveTools('pgbouncer');

/** PgBouncer refuses to run as root, so that root's run as nobody. */
const owner = process.getuid?.() === 0 ? {uid: 65_534, gid: 65_534} : undefined;

const answers = (port: number): Promise<boolean> =>
	new Promise(resolve => {
		const socket = createConnection({host: '127.0.0.1', port});
		socket.once('error', () => resolve(false));
		socket.once('connect', () => {
			socket.destroy();
			resolve(true);
		});
	});

/** Starts a real PgBouncer on 127.0.0.1 in a temporary folder; `stop` ends it and removes the folder. */
export const startPgbouncer = async ({
	server,
	tls,
	settings,
	users,
	rules = [],
}: PgbouncerOptions): Promise<Pgbouncer> => {
	const root = await mkdtemp(join(tmpdir(), 'dbvet-pool-'));
	const port = await freePort();
	const lines = {
		listen_addr: '127.0.0.1',
		listen_port: String(port),
		unix_socket_dir: '',
		auth_file: join(root, 'users'),
		client_tls_cert_file: join(root, 'server.crt'),
		client_tls_key_file: join(root, 'server.key'),
		client_tls_ca_file: join(root, 'ca.crt'),
		server_tls_sslmode: 'require',
		...(rules.length === 0 ? {} : {auth_hba_file: join(root, 'rules')}),
		...settings,
	};
	const files = {
		'server.crt': tls.cert,
		'server.key': tls.key,
		'ca.crt': tls.ca,
		users: Object.entries(users)
			.map(([name, password]) => `"${name}" "${password}"\n`)
			.join(''),
		rules: `${rules.join('\n')}\n`,
		ini: `[databases]\npostgres = host=127.0.0.1 port=${server}\n[pgbouncer]\n${Object.entries(
			lines,
		)
			.map(([name, value]) => `${name} = ${value}\n`)
			.join('')}`,
	};
	await chmod(root, 0o755);
	for (const [name, text] of Object.entries(files)) {
		await writeFile(join(root, name), text, {mode: 0o600});
		if (owner !== undefined) await chown(join(root, name), owner.uid, owner.gid);
	}
	const child = spawn('pgbouncer', [join(root, 'ini')], {
		cwd: root,
		stdio: ['ignore', 'ignore', 'pipe'],
		env: {PATH: process.env.PATH ?? '', LC_ALL: 'C'},
		...owner,
	});
	let log = '';
	child.stderr.on('data', (chunk: Buffer) => {
		log = (log + chunk.toString()).slice(-100_000);
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
	const deadline = Date.now() + 10_000;
	while (!(await answers(port))) {
		if (hasEnded() || Date.now() > deadline) {
			await stop();
			throw new Error(`pgbouncer did not start\n${log}`);
		}
		await new Promise(resolve => setTimeout(resolve, 20));
	}
	return {port, stop};
};
