import {createServer, type Server} from 'node:net';
import {readdir, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {afterEach, beforeEach, expect, test} from 'vitest';
import {freePort} from '../helpers/postgres-server.js';
import {openBench, program, type Bench} from '../helpers/program.js';
import {startInTerminal} from '../helpers/terminal.js';

let bench: Bench;
let silent: readonly {readonly port: number; readonly server: Server}[];
let closed: number;

const listen = (): Promise<{readonly port: number; readonly server: Server}> =>
	new Promise(resolve => {
		const server = createServer(socket => socket.on('error', () => undefined));
		server.listen(0, '127.0.0.1', () => {
			const address = server.address();
			if (typeof address === 'object' && address !== null) resolve({port: address.port, server});
		});
	});

/** Writes targets, ten that refuse and as many that say nothing as there are silent servers. */
const importTargets = async (): Promise<void> => {
	const rows = [
		'name,place',
		...Array.from(
			{length: 10},
			(_, i) => `closed-${i},postgres://dbvet@127.0.0.1:${closed}/db${i}`,
		),
		...silent.map(({port}, i) => `silent-${i},postgres://dbvet@127.0.0.1:${port}/db`),
	];
	await writeFile(join(bench.folder, 'fleet.csv'), `${rows.join('\n')}\n`);
	expect(bench.dbvet(['target', 'import', 'fleet.csv']).code).toBe(0);
};
const runs = async (): Promise<number> =>
	(await readdir(join(bench.folder, 'runs')).catch(() => [])).length;

beforeEach(async () => {
	bench = await openBench();
	closed = await freePort();
	silent = await Promise.all(Array.from({length: 30}, listen));
	bench.dbvet(['init', '.', '--yes', '--organisation', 'Example', '--profile', 'startup']);
	await importTargets();
});
afterEach(async () => {
	for (const {server} of silent) server.close();
	await bench.remove();
});

test('forty targets make one overview, and those that say nothing wait side by side', async () => {
	const from = performance.now();
	const {code, out} = bench.dbvet(['probe', '--timeout', '4000', '--concurrency', '4']);
	// One after the other, or four at a time, thirty would take half a minute and more.
	expect(performance.now() - from).toBeLessThan(25_000);
	expect(code).toBe(3);
	expect(out).toContain('Not looked at, or not completely: 40 targets');
	expect(out).toMatch(/connection-refused {2}closed-0, closed-1, .* and 5 more/);
	expect(out).toMatch(/40 targets {2}0 complete · 40 not · 0 pass/);
	expect(out.split('\n').length).toBeLessThan(30);
	expect(await runs()).toBe(40);
});

test('--json still says everything of each', () => {
	const {targets} = JSON.parse(
		bench.dbvet(['probe', '--json', '--timeout', '1000', '--no-record']).out,
	) as {targets: {target: string; findings: unknown[]}[]};
	expect(targets).toHaveLength(40);
	for (const {findings} of targets) expect(findings.length).toBeGreaterThan(50);
});

test('on a terminal it says how many are done and running, and Ctrl+C keeps what is done', async () => {
	const running = startInTerminal({
		program,
		args: ['probe', '--workspace', bench.folder, '--timeout', '20000', '--concurrency', '4'],
	});
	await expect
		.poll(running.text, {timeout: 15_000, interval: 10})
		.toMatch(/Probing: 10 of 40 done · \d+ running · 10 not complete/);
	running.type('\u0003');
	expect(await running.exit).toBe(130);
	await running.close();
	expect(await runs()).toBeGreaterThanOrEqual(10);
});
