import {spawn} from 'node:child_process';
import {randomBytes} from 'node:crypto';
import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {createConnection, type Socket} from 'node:net';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {command, readReply, type Reply} from '../../src/probes/wire/resp.js';
import {createReader} from '../../src/probes/wire/reader.js';
import {issue, issueServer, type Issued} from './certificates.js';
import {freePort} from './postgres-server.js';
import {haveTools} from './tool.js';

export type RedisOptions = {
	/** Lines of redis.conf beside those that the helper needs. */
	readonly settings?: Readonly<Record<string, string>>;
	/** Rules of users, as `app on >secret ~app:* +@read`. */
	readonly users?: readonly string[];
	/** Only TLS (the default), TLS beside a port in clear, or in clear only. */
	readonly ports?: 'tls' | 'both' | 'clear';
	/** The program; default redis-server. */
	readonly program?: string;
	/** Arguments behind the file of settings. */
	readonly args?: readonly string[];
};

export type RedisServer = {
	/** Port that speaks TLS; 0 without. */
	readonly tlsPort: number;
	/** Port in clear; 0 without. */
	readonly clearPort: number;
	/** PEM of the CA that signed the server's certificate. */
	readonly ca: string;
	/** A client certificate from the same CA. */
	readonly issueClient: () => Promise<Issued>;
	/** The folder of the server. */
	readonly root: string;
	/** Sends a command as administrator over the Unix socket. */
	readonly send: (...words: readonly string[]) => Promise<Reply>;
	/** How often each command was sent since the last time this was asked, but for what asking takes. */
	readonly calls: () => Promise<Readonly<Record<string, number>>>;
	readonly stop: () => Promise<void>;
};

const connect = (path: string): Promise<Socket> =>
	new Promise((resolve, reject) => {
		const socket = createConnection({path});
		socket.once('error', reject);
		socket.once('connect', () => {
			socket.off('error', reject);
			socket.on('error', () => undefined);
			resolve(socket);
		});
	});

/** Skips aloud where there is no redis-server. */
export const haveRedis = haveTools('redis-server');

/** Starts a real redis-server on 127.0.0.1 in a temporary folder; `stop` ends it and removes the folder. */
export const startRedis = async ({
	settings = {},
	users = [],
	ports = 'tls',
	program = 'redis-server',
	args = [],
}: RedisOptions = {}): Promise<RedisServer> => {
	const root = await mkdtemp(join(tmpdir(), 'dbvet-redis-'));
	const {ca, server} = await issueServer({key: 'rsa-2048'});
	const tlsPort = ports === 'clear' ? 0 : await freePort();
	const clearPort = ports === 'tls' ? 0 : await freePort();
	const socketPath = join(root, 's');
	const password = randomBytes(16).toString('hex');
	for (const [name, text] of [
		['server.crt', server.cert],
		['server.key', server.key],
		['ca.crt', ca.cert],
	] as const)
		await writeFile(join(root, name), text, {mode: 0o600});
	const lines = {
		port: String(clearPort),
		'tls-port': String(tlsPort),
		'tls-cert-file': join(root, 'server.crt'),
		'tls-key-file': join(root, 'server.key'),
		'tls-ca-cert-file': join(root, 'ca.crt'),
		'tls-auth-clients': 'no',
		bind: '127.0.0.1',
		dir: root,
		unixsocket: socketPath,
		...settings,
	};
	await writeFile(
		join(root, 'redis.conf'),
		[
			...Object.entries(lines).map(([name, value]) => `${name} ${value === '' ? '""' : value}`),
			`user tester on >${password} ~* &* +@all -@scripting`,
			...users.map(rule => `user ${rule}`),
			'',
		].join('\n'),
		{mode: 0o600},
	);
	const child = spawn(program, [join(root, 'redis.conf'), ...args], {
		cwd: root,
		stdio: ['ignore', 'pipe', 'pipe'],
		env: {PATH: process.env.PATH ?? '', LC_ALL: 'C', TZ: 'UTC'},
	});
	let log = '';
	const keep = (chunk: Buffer): void => {
		log = (log + chunk.toString()).slice(-200_000);
	};
	child.stdout.on('data', keep);
	child.stderr.on('data', keep);
	const killAtExit = (): void => {
		child.kill('SIGKILL');
	};
	process.once('exit', killAtExit);
	const hasEnded = (): boolean => child.exitCode !== null || child.signalCode !== null;

	const admin = async (): Promise<Socket> => {
		const socket = await connect(socketPath);
		socket.write(command('AUTH', 'tester', password));
		await readReply(createReader({stream: socket, failure: () => undefined}, 1_000));
		return socket;
	};
	const send: RedisServer['send'] = async (...words) => {
		const socket = await admin();
		try {
			socket.write(command(...words));
			return await readReply(createReader({stream: socket, failure: () => undefined}, 4_000_000));
		} finally {
			socket.destroy();
		}
	};
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
	for (;;) {
		const ready = await send('PING').then(
			() => true,
			() => false,
		);
		if (ready) break;
		if (hasEnded() || Date.now() > deadline) {
			await stop();
			throw new Error(`${program} did not start\n${log}`);
		}
		await new Promise(resolve => setTimeout(resolve, 20));
	}
	return {
		tlsPort,
		clearPort,
		ca: ca.cert,
		issueClient: () => issue({name: 'client', by: ca, clientAuth: true}),
		root,
		send,
		calls: async () => {
			const reply = await send('INFO', 'commandstats');
			await send('CONFIG', 'RESETSTAT');
			const text = reply.kind === 'text' ? reply.text : '';
			return Object.fromEntries(
				[...text.matchAll(/^cmdstat_(\S+):calls=(\d+)/gm)].flatMap(([, name = '', count]) => {
					// The helper itself logs in twice to ask and to forget.
					const own = name === 'auth' ? 1 : 0;
					return name !== 'config|resetstat' && Number(count) > own
						? [[name, Number(count) - own]]
						: [];
				}),
			);
		},
		stop,
	};
};
