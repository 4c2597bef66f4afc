import {spawnSync} from 'node:child_process';
import {createServer} from 'node:net';
import {expect, test} from 'vitest';
import {freshBench, program} from '../helpers/program.js';

const bench = freshBench();
const historyLength = (): number => bench.json<{entries: unknown[]}>(['history']).entries.length;

test('a closed port, an unknown name and --offline are unknown with the reason, exit 3', () => {
	bench.init();
	bench.dbvet(['target', 'add', 'closed', 'postgres://u@127.0.0.1:9/db']);
	for (const [args, reason] of [
		[['probe', 'closed'], 'connection-refused'],
		[['probe', 'closed', '--offline'], 'offline'],
	] as const) {
		const result = bench.dbvet([...args, '--json']);
		expect(result.code).toBe(3);
		const report = JSON.parse(result.out) as {
			schema: string;
			targets: {
				status: string;
				reason: string;
				findings: {check: string; outcome: string; reason: string}[];
			}[];
			summary: Record<string, number>;
		};
		expect(report.schema).toBe('dbvet/probe-report@1');
		expect(report.targets[0]).toMatchObject({status: 'unreachable', reason});
		expect(report.summary.pass).toBe(0);
		// Where a name leads is known although nothing listens there.
		const all = report.targets[0]?.findings ?? [];
		const findings = all.filter(({check}) => !check.startsWith('net-'));
		expect(findings.length).toBeGreaterThan(45);
		expect(new Set(findings.map(f => f.outcome))).toEqual(new Set(['unknown']));
		expect(new Set(findings.map(f => f.reason))).toEqual(new Set([reason]));
	}
});

test.each([
	['SIGINT', 130],
	['SIGTERM', 143],
	['SIGHUP', 129],
] as const)(
	'%s while a server hangs ends at once, keeps what was seen and says nothing false',
	async (signal, expected) => {
		bench.init();
		const sockets: {destroy: () => void}[] = [];
		const server = createServer(socket => sockets.push(socket));
		await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
		const address = server.address();
		const port = typeof address === 'object' && address !== null ? address.port : 0;
		bench.dbvet(['target', 'add', 'hang', `postgres://u@127.0.0.1:${port}/db`]);
		const child = bench.start(['probe', 'hang', '--json', '--timeout', '60000']);
		let out = '';
		child.stdout?.on('data', (chunk: Buffer) => (out += chunk.toString()));
		await expect.poll(() => sockets.length, {timeout: 10_000}).toBeGreaterThan(0);
		const before = historyLength();
		const started = Date.now();
		child.kill(signal);
		const code = await new Promise<number | null>(resolve => child.once('close', resolve));
		expect(code).toBe(expected);
		expect(Date.now() - started).toBeLessThan(5_000);
		expect(out).toContain('"cancelled"');
		expect(out).not.toContain('"outcome": "pass"');
		expect(historyLength()).toBe(before + 1);
		for (const socket of sockets) socket.destroy();
		server.close();
	},
);

test('a disk that takes no more: one message, nothing half, and the old state still opens', () => {
	bench.init();
	const before = historyLength();
	const {questions} = bench.json<{questions: {id: string; fact?: string}[]}>([
		'questionnaire',
		'list',
	]);
	const fact = questions.find(q => q.fact === 'card-data')!;
	// A file size limit of nought makes every write fail, as a full disk does, for root too.
	const run = spawnSync(
		'/bin/sh',
		[
			'-c',
			'trap "" XFSZ; ulimit -f 0; exec "$0" "$@"',
			process.execPath,
			program,
			'answer',
			fact.id,
			'no',
		],
		{cwd: bench.folder, encoding: 'utf8', env: {...process.env, DBVET_USER: 'Test Author'}},
	);
	expect(run.status, run.stderr).toBe(3);
	expect(run.stderr).toContain('history');
	expect(run.stderr).not.toMatch(/^\s+at /m);
	expect(run.stdout).not.toContain('Saved');
	expect(historyLength()).toBe(before);
	expect(bench.dbvet(['answer', fact.id, 'no']).code).toBe(0);
	expect(historyLength()).toBe(before + 1);
});
