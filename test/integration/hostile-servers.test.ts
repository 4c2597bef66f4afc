import type {Socket} from 'node:net';
import {TLSSocket, createSecureContext} from 'node:tls';
import {expect, test} from 'vitest';
import {explainRun} from '../../src/services/explain-run.js';
import {issue} from '../helpers/certificates.js';
import {flood, startHostile} from '../helpers/hostile-server.js';
import {expectModest} from '../helpers/peak-memory.js';
import {lines, probeLocal} from '../helpers/probe-local.js';
import {databaseTarget} from '../helpers/probe-request.js';

/** Answers SSLRequest with S, then does something with the first bytes of the ClientHello. */
const afterS =
	(then: (socket: Socket) => void) =>
	(socket: Socket): void => {
		socket.once('data', () => {
			socket.write('S');
			socket.once('data', () => then(socket));
		});
	};

const handshakeRecord = (type: number, body: Buffer): Buffer => {
	const head = Buffer.from([type, 0, 0, 0]);
	head.writeUIntBE(body.length, 1, 3);
	const message = Buffer.concat([head, body]);
	const records: Buffer[] = [];
	for (let at = 0; at < message.length; at += 16_000) {
		const part = message.subarray(at, at + 16_000);
		const record = Buffer.from([22, 3, 3, 0, 0]);
		record.writeUInt16BE(part.length, 3);
		records.push(record, part);
	}
	return Buffer.concat(records);
};
const serverHello = handshakeRecord(
	2,
	Buffer.concat([Buffer.from([3, 3]), Buffer.alloc(32, 7), Buffer.from([0, 0xc0, 0x2f, 0])]),
);

const behaviours: readonly (readonly [string, (socket: Socket) => void])[] = [
	['says nothing', () => undefined],
	['closes at once', socket => socket.end()],
	['resets at once', socket => socket.resetAndDestroy()],
	['sends garbage', socket => void socket.write(Buffer.alloc(500, 0x81))],
	['floods without end', socket => flood(socket, Buffer.alloc(65_536, 0x52))],
	['is an SSH server', socket => void socket.write('SSH-2.0-OpenSSH_9.2\r\n')],
	[
		'is an SSH server that dawdles',
		socket => void setTimeout(() => socket.write('SSH-2.0-x\r\n'), 50),
	],
	[
		'is a web server',
		socket => void socket.on('data', () => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')),
	],
	['answers S, then garbage', afterS(socket => void socket.write(Buffer.alloc(300, 0xff)))],
	['answers S, then nothing', afterS(() => undefined)],
	['answers S, then closes', afterS(socket => socket.end())],
	['answers S, then floods', afterS(socket => flood(socket, Buffer.alloc(65_536, 22)))],
	[
		'answers S, then floods with empty-looking records',
		afterS(socket => flood(socket, Buffer.from([21, 3, 3, 0, 2, 1, 0]))),
	],
	[
		'answers S, then an alert of its own fault',
		afterS(socket => void socket.write(Buffer.from([21, 3, 3, 0, 2, 2, 50]))),
	],
	[
		'refuses every hello as if by version',
		afterS(socket => socket.end(Buffer.from([21, 3, 3, 0, 2, 2, 70]))),
	],
	[
		'refuses every hello as if by suites',
		afterS(socket => socket.end(Buffer.from([21, 3, 3, 0, 2, 2, 40]))),
	],
	[
		'drips one byte a moment',
		socket => {
			const timer = setInterval(() => socket.write('S'), 200);
			socket.once('close', () => clearInterval(timer));
		},
	],
	[
		'sends a huge certificate message',
		afterS(socket => {
			socket.write(serverHello);
			flood(socket, handshakeRecord(11, Buffer.alloc(5_000_000, 0x30)));
		}),
	],
	[
		'sends a certificate list of nonsense',
		afterS(socket => {
			socket.write(serverHello);
			socket.write(handshakeRecord(11, Buffer.from([0, 0, 8, 0, 0, 5, 1, 2, 3, 4, 5])));
			socket.write(handshakeRecord(14, Buffer.alloc(0)));
		}),
	],
	[
		'answers everything with an endless error',
		socket => void socket.on('data', () => flood(socket, Buffer.from('ENO'.repeat(20_000)))),
	],
	[
		'refuses everybody in the right words, without TLS to compare (correction 1)',
		socket =>
			void socket.on('data', () => {
				const text = 'SFATAL\0C28000\0Mno pg_hba.conf entry, no encryption\0\0';
				const head = Buffer.from([0x45, 0, 0, 0, 0]);
				head.writeInt32BE(text.length + 4, 1);
				socket.end(Buffer.concat([head, Buffer.from(text)]));
			}),
	],
];

test.each(behaviours)('a server that %s never passes a check', async (_name, behave) => {
	const server = await startHostile(behave);
	const started = performance.now();
	try {
		const report = await probeLocal({port: server.port, request: {timeoutMs: 2_500}});
		expect(lines(report).filter(line => line.endsWith(' pass'))).toEqual([]);
		expect(lines(report).filter(line => / error | fail /.test(line))).toEqual([]);
		expect(report.findings.length).toBeGreaterThan(0);
	} finally {
		await server.stop();
	}
	expect(performance.now() - started).toBeLessThan(8_000);
	expect(server.connections()).toBeLessThanOrEqual(12);
});

const wasteful = /flood|huge|endless|nonsense/;

test.each(behaviours.filter(([name]) => wasteful.test(name)))(
	'a server that %s costs at most 60 MiB',
	async (_name, behave) => {
		const server = await startHostile(behave);
		try {
			await expectModest({url: `postgres://app@127.0.0.1:${server.port}/d`, timeoutMs: 2_500});
		} finally {
			await server.stop();
		}
	},
);

test('a certificate whose texts try to steer the terminal comes out plain', async () => {
	const evil = await issue({name: 'a\u001b]0;pwned\u0007\u202etxt <b>x</b>', hosts: ['localhost']});
	const secureContext = createSecureContext({cert: evil.cert, key: evil.key});
	const server = await startHostile(socket => {
		socket.once('data', () => {
			socket.write('S');
			new TLSSocket(socket, {isServer: true, secureContext}).on('error', () => undefined);
		});
	});
	try {
		const report = await probeLocal({port: server.port, request: {timeoutMs: 2_500}});
		expect(lines(report)).toContain('tls-cert-self-signed fail high');
		const everything = JSON.stringify(report);
		// eslint-disable-next-line no-control-regex -- control characters are just what is looked for.
		expect(everything).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e]|\\u00(1b|07)/);
		expect(everything).toContain('pwned');
	} finally {
		await server.stop();
	}
});

test('a port where nothing listens is unreachable, with the reason for every check', async () => {
	const gone = await startHostile(() => undefined);
	await gone.stop();
	const report = await probeLocal({port: gone.port});
	expect(report).toMatchObject({
		status: 'unreachable',
		reason: 'connection-refused',
		connections: 0,
	});
	expect(new Set(report.findings.map(({outcome, reason}) => `${outcome} ${reason}`))).toEqual(
		new Set(['unknown connection-refused']),
	);
});

test('a server that is slow within an answer is not told to need more time for the target', async () => {
	const server = await startHostile(socket => {
		socket.once('data', () => {
			socket.write('S');
			const timer = setInterval(() => socket.write(Buffer.from([0x16])), 1_000);
			socket.once('close', () => clearInterval(timer));
		});
	});
	try {
		for (const [timeoutMs, said] of [
			[30_000, /took too long for a single answer \(not done after \d+ ms\)/],
			[1_500, /longer than the time for this target/],
		] as const) {
			const report = await probeLocal({port: server.port, request: {timeoutMs}});
			const why = explainRun(databaseTarget(server.port), report);
			expect(why?.text).toMatch(said);
			expect(why?.next.includes('--timeout')).toBe(timeoutMs === 1_500);
		}
	} finally {
		await server.stop();
	}
}, 30_000);
