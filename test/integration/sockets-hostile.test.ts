import {createServer, type Server, type Socket} from 'node:net';
import {mkdir, symlink, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {afterEach, beforeEach, describe, expect, test} from 'vitest';
import {socketFailure} from '../../src/probes/engine/dial-socket.js';
import {flood} from '../helpers/hostile-server.js';
import {openFolder, probeSocket} from '../helpers/probe-socket.js';

let folder: Awaited<ReturnType<typeof openFolder>>;
let server: Server | undefined;
const sockets = new Set<Socket>();

beforeEach(async () => {
	folder = await openFolder();
});
afterEach(async () => {
	for (const socket of sockets) socket.destroy();
	sockets.clear();
	await new Promise<void>(done => (server === undefined ? done() : server.close(() => done())));
	server = undefined;
	await folder.remove();
});

const listen = (behave: (socket: Socket) => void): Promise<string> =>
	new Promise((resolve, reject) => {
		const path = join(folder.path, 'x.sock');
		server = createServer(socket => {
			sockets.add(socket);
			socket.on('error', () => undefined);
			behave(socket);
		});
		server.once('error', reject);
		server.listen(path, () => resolve(path));
	});

const engines = ['postgresql', 'mysql', 'mariadb', 'redis', 'valkey'] as const;
const limit = 1_500;

const behaviours: Readonly<Record<string, (socket: Socket) => void>> = {
	'says nothing': () => undefined,
	floods: socket => flood(socket, Buffer.alloc(65_536, 0x52)),
	'speaks HTTP': socket => {
		socket.on('data', () => socket.write('HTTP/1.1 400 Bad Request\r\nServer: x\r\n\r\n'));
	},
	'hangs up': socket => socket.destroy(),
};

describe.each(engines)('%s', engine => {
	test.each(Object.keys(behaviours))(
		'a socket that %s is bounded, and nothing passes',
		async name => {
			const path = await listen(behaviours[name]!);
			const begin = performance.now();
			const report = await probeSocket({
				engine,
				path,
				user: 'dbvet',
				password: 'secret-of-dbvet',
				request: {timeoutMs: limit},
			});
			expect(performance.now() - begin).toBeLessThan(limit + 2_000);
			expect(report.status).not.toBe('complete');
			expect(report.findings.length).toBeGreaterThan(30);
			expect(
				report.findings.filter(
					({outcome}) => outcome !== 'unknown' && outcome !== 'not-applicable',
				),
			).toEqual([]);
			expect(report.findings.filter(({check}) => check.startsWith('tls-'))).not.toEqual([]);
			expect(JSON.stringify(report)).not.toContain('secret-of-dbvet');
		},
	);
});

describe('a path that leads nowhere', () => {
	const reasonOf = async (path: string) => {
		const report = await probeSocket({engine: 'redis', path});
		expect(report.status).toBe('unreachable');
		expect(new Set(report.findings.map(({outcome}) => outcome))).toEqual(new Set(['unknown']));
		return `${report.reason}: ${report.findings[0]?.observed}`;
	};

	test('nothing there, a folder, a file, a link to nothing, a socket without a server', async () => {
		const at = (name: string): string => join(folder.path, name);
		expect(await reasonOf(at('none'))).toBe(
			'connection-refused: There is no such socket on this machine',
		);
		await mkdir(at('folder'));
		expect(await reasonOf(at('folder'))).toContain('a folder and no socket');
		await writeFile(at('file'), '');
		expect(await reasonOf(at('file'))).toContain('a file and no socket');
		expect(await reasonOf(join(at('file'), 'x'))).toContain('no such socket');
		await symlink(at('none'), at('link'));
		expect(await reasonOf(at('link'))).toContain('no such socket');
	});

	test('a socket that this user may not use, and a server that takes no more', async () => {
		expect(await socketFailure('/x', 'EACCES')).toMatchObject({reason: 'permission-denied'});
		expect(await socketFailure('/x', 'EAGAIN')).toMatchObject({reason: 'connection-refused'});
		expect(await socketFailure('/x', 'EIO')).toMatchObject({reason: 'connection-closed'});
	});
});
