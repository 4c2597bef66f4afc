import type {Socket} from 'node:net';
import {describe, expect, test} from 'vitest';
import type {Engine} from '../../src/domain/target.js';
import {mysqlPacket} from '../../src/probes/wire/mysql.js';
import {ancientTls, certificateMessage, helloDone, serverHello} from '../helpers/ancient-tls.js';
import {greeting} from '../helpers/fake-mysql.js';
import {flood, startHostile} from '../helpers/hostile-server.js';
import {expectModest} from '../helpers/peak-memory.js';
import {lines, probeLocal} from '../helpers/probe-local.js';

type Behaviour = (socket: Socket) => void;

const timeoutMs = 1_500;
/** The machine may be busy with the servers of the other cases. */
const slackMs = 2_500;
const manyCertificates = Array.from({length: 10_000}, () => Buffer.from([0x30, 1, 0]));
const firstFlight = Buffer.concat([
	serverHello(0xc02f),
	certificateMessage(manyCertificates),
	helloDone,
]);
const tlsAlert = (code: number): Buffer => Buffer.from([21, 3, 3, 0, 2, 2, code]);
const drip =
	(bytes: Buffer): Behaviour =>
	socket => {
		let at = 0;
		const timer = setInterval(() => socket.write(bytes.subarray(at, (at += 1))), 150);
		socket.once('close', () => clearInterval(timer));
	};

/** What a server can do with the bytes of a ClientHello; the same for every way into TLS. */
const inTls: readonly (readonly [string, Behaviour])[] = [
	['hangs', () => undefined],
	['closes', socket => socket.end()],
	['resets', socket => socket.resetAndDestroy()],
	['sends garbage', socket => void socket.write(Buffer.alloc(300, 0x99))],
	['floods with records', socket => flood(socket, Buffer.alloc(65_536, 22))],
	['floods with warnings', socket => flood(socket, Buffer.from([21, 3, 3, 0, 2, 1, 0]))],
	['drips', drip(firstFlight)],
	['refuses every hello', socket => socket.end(tlsAlert(70))],
	['sends 10,000 certificates', socket => void socket.write(firstFlight)],
	[
		'announces a message of 16 MiB',
		socket => void socket.write(Buffer.from([22, 3, 3, 0, 4, 2, 0xff, 0xff, 0xff])),
	],
	[
		'sends the hello of TLS 1.3 and then nothing',
		socket => void socket.write(serverHello(0x1301, {version: 0x0304})),
	],
];

const greet = mysqlPacket(0, greeting());
const sslRequestBytes = 36;
const mysqlThen =
	(then: Behaviour, inClear: Behaviour = socket => socket.end()): Behaviour =>
	socket => {
		socket.write(greet);
		socket.once('data', first => {
			if (((first[5] ?? 0) & 0x08) === 0) inClear(socket);
			else if (first.length > sslRequestBytes) then(socket);
			else socket.once('data', () => then(socket));
		});
	};

const mysql: readonly (readonly [string, Behaviour])[] = [
	['says nothing', () => undefined],
	['greets without end', socket => flood(socket, Buffer.alloc(65_536, 10))],
	['drips its greeting', drip(greet)],
	['cuts its greeting', socket => socket.end(greet.subarray(0, 30))],
	['announces 16 MiB', socket => void socket.write(Buffer.from([0xff, 0xff, 0xff, 0, 10]))],
	['is a web server', socket => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')],
	['is an SSH server', socket => void socket.write('SSH-2.0-OpenSSH_9.2\r\n')],
	['is a PostgreSQL server', socket => void socket.once('data', () => socket.write('N'))],
	[
		'stuffs TLS behind its greeting',
		socket => void socket.write(Buffer.concat([greet, firstFlight])),
	],
	...inTls.map(([name, then]) => [`greets, then ${name}`, mysqlThen(then)] as const),
	[
		'answers a login in clear with a packet without end',
		mysqlThen(
			socket => socket.end(),
			socket => {
				socket.write(Buffer.from([0xff, 0xff, 0x0f, 2]));
				flood(socket, Buffer.alloc(65_536, 0xff));
			},
		),
	],
];

/** Does one thing with a hello and another with what is said in clear. */
const redisThen =
	(hello: Behaviour, inClear: Behaviour): Behaviour =>
	socket =>
		void socket.once('data', first => (first[0] === 22 ? hello : inClear)(socket));
const answers = (bytes: string): Behaviour =>
	redisThen(
		() => undefined,
		s => void s.write(bytes),
	);

const redis: readonly (readonly [string, Behaviour])[] = [
	['says nothing', () => undefined],
	['closes at once', socket => socket.end()],
	['speaks first', socket => void socket.write('+OK\r\n')],
	['is a web server', socket => void socket.on('data', () => socket.end('HTTP/1.1 400\r\n\r\n'))],
	['is an SSH server', socket => void socket.write('SSH-2.0-OpenSSH_9.2\r\n')],
	...inTls.map(
		([name, then]) => [`${name} after the hello`, redisThen(then, s => s.end())] as const,
	),
	['answers PING with a text of 2 GiB', answers('$2147483647\r\n')],
	['answers PING with a list of lists', answers('*9\r\n'.repeat(4_000))],
	['answers PING with a list without end', answers(`*4294967295\r\n${':1\r\n'.repeat(50_000)}`)],
	[
		'answers PING with pushes without end',
		redisThen(
			() => undefined,
			s => flood(s, Buffer.from('>1\r\n:1\r\n'.repeat(900))),
		),
	],
	[
		'answers PING with a line without end',
		redisThen(
			() => undefined,
			s => flood(s, Buffer.alloc(65_536, 0x2b)),
		),
	],
];

const postgres: readonly (readonly [string, Behaviour])[] = [
	[
		'stuffs TLS behind its S',
		socket =>
			void socket.once('data', () => socket.write(Buffer.concat([Buffer.from('S'), firstFlight]))),
	],
	[
		'answers S and sends 10,000 certificates',
		socket =>
			void socket.once('data', () => {
				socket.write('S');
				socket.once('data', () => socket.write(firstFlight));
			}),
	],
];

const probe = async (engine: Engine, behave: Behaviour) => {
	const server = await startHostile(behave);
	const started = performance.now();
	try {
		const report = await probeLocal({
			port: server.port,
			target: {engine},
			request: {timeoutMs},
		});
		return {
			found: lines(report),
			text: JSON.stringify(report),
			ms: performance.now() - started,
			connections: server.connections(),
		};
	} finally {
		await server.stop();
	}
};

describe.concurrent.each([
	['mysql', mysql],
	['redis', redis],
	['postgresql', postgres],
] as const)('a hostile server, to %s', (engine, cases) => {
	test.each(cases)('that %s never passes a check, in bounded time', async (_name, behave) => {
		const {found, ms, connections} = await probe(engine, behave);
		expect(found.length).toBeGreaterThan(10);
		// What a greeting names is read before anything is proven; the two checks only refute.
		const greeted = ['mysql-wire-auth-plugin pass', 'mysql-wire-version-banner pass'];
		const said = found.filter(line => !greeted.includes(line));
		expect(said.filter(line => / pass$| error | fail /.test(line))).toEqual([]);
		expect(ms).toBeLessThan(timeoutMs * 1.2 + slackMs);
		expect(connections).toBeLessThanOrEqual(11);
	});
});

const wasteful = /flood|without end|16 MiB|2 GiB|10,000|list of lists/;
const all = (
	[
		['mysql', mysql],
		['redis', redis],
		['postgres', postgres],
	] as const
).flatMap(([scheme, cases]) =>
	cases
		.filter(([name]) => wasteful.test(name))
		.map(([name, behave]) => [scheme, name, behave] as const),
);
test.each(all)('a hostile server costs at most 60 MiB: %s, %s', async (scheme, _name, behave) => {
	const server = await startHostile(behave);
	try {
		await expectModest({url: `${scheme}://app@127.0.0.1:${server.port}/0`, timeoutMs});
	} finally {
		await server.stop();
	}
});

test('a port that answers in clear whatever it is sent is a port without TLS, and nothing passes', async () => {
	const {found} = await probe(
		'redis',
		socket => void socket.on('data', () => socket.write('-NOAUTH x\r\n')),
	);
	expect(found).toContain('tls-offered fail critical');
	expect(found.filter(line => line.endsWith(' pass'))).toEqual([]);
});

test('escapes and directions in a greeting come out plain', async () => {
	const evil = 'caching\u001b]0;pwned\u0007\u202etxt';
	const flight = await ancientTls({});
	const hello = mysqlPacket(0, greeting({version: `8.4.1\u001b[2J`, plugin: evil}));
	const {found, text} = await probe('mysql', socket => {
		socket.write(hello);
		socket.once('data', first => {
			if (((first[5] ?? 0) & 0x08) === 0) socket.end();
			else if (first.length > sslRequestBytes) flight(socket, first.subarray(sslRequestBytes));
			else socket.once('data', second => flight(socket, second));
		});
	});
	expect(found).toContain('mysql-wire-auth-plugin unknown unexpected-reply');
	expect(text).toContain('pwned');
	// eslint-disable-next-line no-control-regex -- control characters are just what is looked for.
	expect(text).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e]|\\u00(1b|07)/);
});
