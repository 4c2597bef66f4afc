import {createServer, type Server, type Socket} from 'node:net';
import {TLSSocket, createSecureContext} from 'node:tls';
import {afterEach, expect, test} from 'vitest';
import {issueServer} from '../helpers/certificates.js';
import {flood} from '../helpers/hostile-server.js';
import {expectModest} from '../helpers/peak-memory.js';
import {findingsOf, probePostgres} from '../helpers/probe-postgres.js';

let running: {readonly server: Server; readonly sockets: Set<Socket>} | undefined;
afterEach(async () => {
	for (const socket of running?.sockets ?? []) socket.destroy();
	await new Promise(resolve => running?.server.close(resolve));
	running = undefined;
});

const message = (type: string, ...parts: readonly Buffer[]): Buffer => {
	const body = Buffer.concat(parts);
	const head = Buffer.alloc(5);
	head.write(type, 'latin1');
	head.writeInt32BE(body.length + 4, 1);
	return Buffer.concat([head, body]);
};
const int32 = (value: number): Buffer => {
	const bytes = Buffer.alloc(4);
	bytes.writeInt32BE(value);
	return bytes;
};
const text = (value: string): Buffer => Buffer.from(`${value}\0`);
const authenticationOk = message('R', int32(0));
const ready = message('Z', Buffer.from('I'));

/** A server that speaks TLS as it should and then answers each arriving chunk as told. */
const fake = async (
	answer: (socket: TLSSocket, chunk: Buffer, count: number) => void,
): Promise<{readonly port: number; readonly ca: string}> => {
	const issued = await issueServer();
	const secureContext = createSecureContext({cert: issued.server.cert, key: issued.server.key});
	const sockets = new Set<Socket>();
	const server = createServer(raw => {
		sockets.add(raw);
		raw.on('error', () => undefined);
		raw.once('data', () => {
			raw.write('S');
			const socket = new TLSSocket(raw, {isServer: true, secureContext});
			let count = 0;
			socket.on('error', () => undefined);
			socket.on('data', (chunk: Buffer) => answer(socket, chunk, count++));
		});
	});
	running = {server, sockets};
	await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
	const address = server.address();
	if (address === null || typeof address === 'string') throw new Error('no port');
	return {port: address.port, ca: issued.ca.cert};
};

const probe = (server: {readonly port: number; readonly ca: string}, timeoutMs = 5_000) =>
	probePostgres({...server, user: 'monitor', password: 'p-secret', request: {timeoutMs}});

const reasonsOf = async (report: ReturnType<typeof probe>): Promise<ReadonlySet<unknown>> => {
	const {findings} = await report;
	expect(findings.length).toBeGreaterThan(40);
	expect(new Set(findings.map(finding => finding.outcome))).toEqual(new Set(['unknown']));
	return new Set(findings.map(finding => finding.reason));
};

test('a server that never answers the login costs the deadline and no more', async () => {
	const started = Date.now();
	expect(await reasonsOf(probe(await fake(() => undefined), 700))).toEqual(new Set(['timed-out']));
	expect(Date.now() - started).toBeLessThan(3_000);
});

test('a server that logs in and then falls silent costs the deadline', async () => {
	const server = await fake((socket, _chunk, count) => {
		if (count === 0) socket.write(Buffer.concat([authenticationOk, ready]));
	});
	expect(await reasonsOf(probe(server, 700))).toEqual(new Set(['timed-out']));
});

test('a server that talks gibberish does not bring dbvet down', async () => {
	const server = await fake(socket =>
		socket.write(Buffer.from('HTTP/1.1 400 Bad Request\r\n\r\n'.repeat(40))),
	);
	const report = await probe(server, 1_500);
	expect(new Set(report.findings.map(finding => finding.outcome))).toEqual(new Set(['unknown']));
});

test('a message with a length that lies does not bring dbvet down', async () => {
	const lies = [
		Buffer.concat([Buffer.from('R'), int32(0)]),
		Buffer.concat([Buffer.from('R'), int32(5), Buffer.from([0])]),
		Buffer.concat([authenticationOk, ready, Buffer.from('T'), int32(6), Buffer.from([0xff, 0xff])]),
		Buffer.concat([authenticationOk, ready, Buffer.from('D'), int32(6), Buffer.from([0x7f, 0xff])]),
	];
	for (const lie of lies) {
		const report = await probe(await fake(socket => void socket.write(lie)), 600);
		expect(new Set(report.findings.map(finding => finding.outcome))).toEqual(new Set(['unknown']));
		for (const socket of running?.sockets ?? []) socket.destroy();
		await new Promise(resolve => running?.server.close(resolve));
	}
});

test('a flood of data is cut off', async () => {
	const rows = message('N', Buffer.from('S'), Buffer.alloc(1024 * 1024, 65), text(''), text(''));
	const server = await fake((socket, _chunk, count) => {
		if (count > 0) return;
		const pour = (): void => {
			while (!socket.destroyed && socket.write(rows));
		};
		socket.on('drain', pour);
		pour();
	});
	expect(await reasonsOf(probe(server, 15_000))).toEqual(new Set(['limit-exceeded']));
});

test('rows of another shape than asked for are not believed', async () => {
	const column = (name: string): Buffer =>
		Buffer.concat([text(name), int32(0), Buffer.from([0, 0]), int32(25), Buffer.alloc(8)]);
	const answerTo = (): Buffer =>
		Buffer.concat([
			message('C', text('BEGIN')),
			message('T', Buffer.from([0, 1]), column('versionNum')),
			message('D', Buffer.from([0, 1]), int32(4), Buffer.from('evil')),
			message('C', text('SELECT 1')),
			message('C', text('ROLLBACK')),
			ready,
		]);
	const server = await fake((socket, _chunk, count) =>
		socket.write(count === 0 ? Buffer.concat([authenticationOk, ready]) : answerTo()),
	);
	expect(await reasonsOf(probe(server))).toEqual(new Set(['unexpected-reply']));
});

test('a server that asks for the password in clear before its certificate is verified gets nothing', async () => {
	const heard: Buffer[] = [];
	const server = await fake((socket, chunk) => {
		heard.push(chunk);
		socket.write(message('R', int32(3)));
	});
	const other = await issueServer();
	const report = await probe({port: server.port, ca: other.ca.cert});
	expect(findingsOf(report, 'pg-ssl-enabled')).toMatchObject([
		{reason: 'certificate-not-verified'},
	]);
	expect(Buffer.concat(heard)).toHaveLength(0);
});

const column = (oid: number): Buffer =>
	Buffer.concat([text('a'), int32(0), Buffer.from([0, 0]), int32(oid), Buffer.alloc(8)]);
const row = (value: Buffer): Buffer =>
	message('D', Buffer.from([0, 1]), int32(value.length), value);
/** Lets the scanner in and answers its first question with columns and then rows without end. */
const rowsOf =
	(columns: Buffer, rows: Buffer) =>
	(socket: TLSSocket, _chunk: Buffer, count: number): void => {
		if (count === 0) socket.write(Buffer.concat([authenticationOk, ready]));
		else if (count === 1) {
			socket.write(Buffer.concat([message('C', text('BEGIN')), message('T', columns)]));
			flood(socket, rows);
		}
	};
const atOnce =
	(...bytes: readonly Buffer[]) =>
	(socket: TLSSocket, _chunk: Buffer, count: number): void => {
		if (count > 0) return;
		for (const one of bytes.slice(0, -1)) socket.write(one);
		flood(socket, bytes.at(-1) ?? Buffer.alloc(0));
	};
const one = Buffer.from([0, 1]);
const json = 114;
const texts = 1009;

test.each<[string, string, Parameters<typeof fake>[0]]>([
	[
		'promises a gigabyte and sends it',
		'limit-exceeded',
		atOnce(Buffer.from([0x52, 0x7f, 0xff, 0xff, 0xff]), Buffer.alloc(65_536, 1)),
	],
	['floods without sense', 'unexpected-reply', atOnce(Buffer.alloc(65_536, 1))],
	['floods byte by byte', 'unexpected-reply', atOnce(Buffer.from('a'))],
	[
		'sends a row of a gigabyte byte by byte',
		'limit-exceeded',
		atOnce(authenticationOk, ready, Buffer.from('D\u007f\u0001\u0001\u0001'), Buffer.from('a')),
	],
	['sends notices without end', 'limit-exceeded', atOnce(message('N', text('SNOTICE'), text('')))],
	[
		'sends empty rows without end',
		'limit-exceeded',
		rowsOf(Buffer.concat([one, column(25)]), row(Buffer.alloc(0))),
	],
	[
		'sends JSON of nothing but lists',
		'limit-exceeded',
		rowsOf(Buffer.concat([one, column(json)]), row(Buffer.from(`[${'[],'.repeat(300_000)}[]]`))),
	],
	[
		'sends lists of many texts',
		'limit-exceeded',
		rowsOf(Buffer.concat([one, column(texts)]), row(Buffer.from(`{${'a,'.repeat(500_000)}a}`))),
	],
])('a server that %s is left: %s, at most 60 MiB', async (_name, reason, answer) => {
	const server = await fake(answer);
	const started = Date.now();
	expect(await reasonsOf(probe(server))).toEqual(new Set([reason]));
	expect(Date.now() - started).toBeLessThan(4_000);
	await expectModest({
		url: `postgres://monitor@127.0.0.1:${server.port}/postgres`,
		ca: server.ca,
		timeoutMs: 5_000,
	});
});
