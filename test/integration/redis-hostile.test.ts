import type {Socket} from 'node:net';
import {afterEach, expect, test} from 'vitest';
import {flood, startHostile, type HostileServer} from '../helpers/hostile-server.js';
import {expectModest} from '../helpers/peak-memory.js';
import {probeRedis} from '../helpers/probe-redis.js';

let server: HostileServer | undefined;
afterEach(async () => {
	await server?.stop();
	server = undefined;
});

const password = 'secret-that-must-not-leave';

/** Looks at a hostile server with a deadline of 3 seconds, and gives the report and all that the server heard. */
const face = async (behave: (socket: Socket) => void) => {
	let heard = '';
	server = await startHostile(socket => {
		socket.on('data', (chunk: Buffer) => {
			heard += chunk.toString('latin1');
		});
		behave(socket);
	});
	const started = performance.now();
	const report = await probeRedis({
		port: server.port,
		user: 'dbvet',
		password,
		applications: ['shop_app'],
		request: {timeoutMs: 3_000},
	});
	return {
		report,
		heard,
		took: performance.now() - started,
		connections: server.connections(),
	};
};

/** Answers anything that looks like a command with these bytes. */
const answer = (bytes: string) => (socket: Socket) => {
	socket.on('data', (chunk: Buffer) => {
		if (chunk[0] === 0x2a) socket.write(bytes, 'latin1');
	});
};

test.each<[string, (socket: Socket) => void]>([
	['says nothing', () => undefined],
	['closes at once', socket => socket.destroy()],
	['resets', socket => socket.resetAndDestroy()],
	[
		'drips',
		socket => {
			const timer = setInterval(() => socket.write('+'), 50);
			socket.once('close', () => clearInterval(timer));
		},
	],
	['promises ten gigabytes', answer('$9999999999\r\n')],
	['sends an endless list', socket => flood(socket, Buffer.from('*20000\r\n'.repeat(1_000)))],
	['nests without end', answer('*1\r\n'.repeat(50_000))],
	['sends garbage', socket => flood(socket, Buffer.alloc(65_536, 0x9b))],
	['pushes without end', socket => flood(socket, Buffer.from('>0\r\n'.repeat(10_000)))],
	['speaks HTTP', socket => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')],
	['speaks SSH', socket => socket.write('SSH-2.0-OpenSSH_9.2\r\n')],
])('a server that %s costs little, learns nothing and passes nothing', async (_, behave) => {
	const {report, heard, took, connections} = await face(behave);
	expect(took).toBeLessThan(3_600);
	await expectModest({
		url: `redis://dbvet@127.0.0.1:${server?.port ?? 0}/0`,
		timeoutMs: 3_000,
	});
	expect(connections).toBeLessThanOrEqual(3);
	expect(heard).not.toContain(password);
	for (const finding of report.findings) {
		// That nothing listens on 6379 is true whatever this server does.
		if (finding.object === 'port 6379') continue;
		expect(finding.outcome, JSON.stringify(finding)).toBe('unknown');
	}
});

/** A server in clear that lets everybody in and answers commands by their first two words. */
const liar = (answers: Readonly<Record<string, string>>) => (socket: Socket) => {
	socket.on('data', (chunk: Buffer) => {
		if (chunk[0] !== 0x2a) return;
		const words = chunk
			.toString()
			.split('\r\n')
			.filter((_w, at) => at > 0 && at % 2 === 0);
		const name = words.slice(0, 2).join(' ');
		socket.write(answers[name] ?? answers[words[0] ?? ''] ?? '-ERR unknown command\r\n', 'latin1');
	});
};
const bulk = (text: string): string => `$${Buffer.byteLength(text)}\r\n${text}\r\n`;

test('texts with terminal escapes and bidirectional marks reach no report', async () => {
	const evil = 'x\u001b[31m\u202eevil\u0007';
	const {report} = await face(
		liar({
			PING: '+PONG\r\n',
			'ACL WHOAMI': bulk(evil),
			INFO: bulk(`redis_version:7.2.4${evil}\r\nrole:${evil}\r\n`),
			'ACL LIST': `*1\r\n${bulk(`user ${evil} on nopass ~* +@all`)}`,
			'CONFIG GET': `*2\r\n${bulk('bind')}${bulk(evil)}`,
			'CLIENT LIST': bulk(`id=1 addr=1.2.3.4:5 laddr=1.2.3.4:9 flags=N user=${evil}\n`),
		}),
	);
	expect(report.findings.some(({outcome}) => outcome === 'fail')).toBe(true);
	// eslint-disable-next-line no-control-regex -- control characters are just what is looked for.
	expect(JSON.stringify(report)).not.toMatch(/[\u0000-\u001f\u202e]|\\u00(0|1)/);
});

test('an answer that comes before its question ends the conversation', async () => {
	const {report} = await face(
		liar({
			PING: '+PONG\r\n',
			'ACL WHOAMI': `+default\r\n${bulk('redis_version:8.6.1')}`,
			INFO: bulk('redis_version:8.6.1'),
		}),
	);
	const info = report.findings.find(({check}) => check === 'redis-version-eol');
	expect(info).toMatchObject({outcome: 'unknown', reason: 'unexpected-reply'});
});

test('ten thousand users are summed up, and those not read make it unknown', async () => {
	const users = Array.from({length: 10_000}, (_, at) => bulk(`user u${at} on #abc ~* &* +@all`));
	const {report} = await face(
		liar({
			PING: '+PONG\r\n',
			'ACL WHOAMI': '+default\r\n',
			INFO: bulk('redis_version:7.2.4'),
			'ACL LIST': `*${users.length}\r\n${users.join('')}`,
		}),
	);
	const of = report.findings.filter(({check}) => check === 'redis-acl-nopass-users');
	expect(of).toMatchObject([{outcome: 'unknown', reason: 'limit-exceeded'}]);
});
