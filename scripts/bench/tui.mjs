/**
 * Measures how soon the terminal UI shows what a key does, in a workspace larger than any we know of, and what it costs while nothing
 * happens. The bar: p95 of 60 ms at 80x24, 100 ms at 200x60, no CPU while idle. Also runs alone: node scripts/bench/tui.mjs
 */
import {spawn} from '@lydell/node-pty';
import {spawnSync} from 'node:child_process';
import {mkdirSync, mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {performance} from 'node:perf_hooks';
import {fileURLToPath, pathToFileURL} from 'node:url';
import {build} from 'esbuild';

const root = fileURLToPath(new URL('../..', import.meta.url));
const main = join(root, 'dist/cli/main.js');
const targets = 50;
const findings = 20_000;
const sizes = [
	{cols: 80, rows: 24, bar: 60},
	{cols: 200, rows: 60, bar: 100},
];
const escape = '\u001B';
const wait = ms => new Promise(resolve => setTimeout(resolve, ms));
const times = (n, ...keys) => Array.from({length: n}, () => keys).flat();

/** What is pressed where; each part begins on the home screen. */
const parts = {
	'home, up and down': times(15, 'j', 'k'),
	'questions, from one to the next': ['!j', '!\r', ...times(20, '\t', 's'), ...times(10, 'b')],
	'list of questions': ['!j', '!\r', '!\t', '!l', ...times(30, 'j')],
	'findings, up and down': ['!f', ...times(30, 'j')],
	'findings, from filter to filter': ['!f', ...times(10, 'o'), ...times(10, 't'), ...times(5, 's')],
	'search, letter by letter': ['!/', ...'records_17 database'],
	'palette, letter by letter': ['!:', ...'database-4 probes'],
	'history, up and down': ['!H', '!O', ...times(20, 'j')],
};

const percentile = (values, p) =>
	[...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * p))];

/** The user and system time that a process has had (ms). */
const cpuOf = pid => {
	const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
	const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
	return (Number(fields[11]) + Number(fields[12])) * 10;
};

/** A terminal in which a key is pressed and its frame awaited. */
const open = (cwd, {cols, rows}) => {
	const env = {...process.env, TERM: 'xterm-256color', DBVET_USER: 'Bench'};
	delete env.CI;
	const terminal = spawn(process.execPath, [main], {cols, rows, cwd, env});
	let seen = '';
	let drawn = () => undefined;
	terminal.onData(data => {
		seen += data;
		// ink ends each frame with it.
		if (data.includes(`${escape}[?2026l`)) drawn();
	});
	const exit = new Promise(resolve => terminal.onExit(resolve));
	return {
		pid: terminal.pid,
		exit,
		write: text => terminal.write(text),
		until: async text => {
			const end = Date.now() + 60_000;
			while (!seen.includes(text)) {
				if (Date.now() > end) throw new Error(`${text} was never shown`);
				await wait(20);
			}
		},
		/** Time to the next frame (ms); undefined when a key changes nothing that is seen. */
		press: key =>
			new Promise(resolve => {
				const start = performance.now();
				const patience = setTimeout(() => resolve(undefined), 400);
				drawn = () => {
					patience.close();
					drawn = () => undefined;
					resolve(performance.now() - start);
				};
				terminal.write(key);
			}),
	};
};

const writeWorkspace = async folder => {
	const cache = join(root, 'node_modules/.cache/dbvet');
	mkdirSync(cache, {recursive: true});
	const outfile = join(cache, `bench-tui-${process.pid}.mjs`);
	await build({
		entryPoints: [join(root, 'scripts/bench/tui-workspace.ts')],
		outfile,
		bundle: true,
		platform: 'node',
		format: 'esm',
		packages: 'external',
		logLevel: 'error',
	});
	const args = [outfile, folder, join(root, 'dist/content/checks.json'), targets, findings];
	const run = spawnSync(process.execPath, args.map(String), {stdio: 'inherit'});
	rmSync(outfile);
	if (run.status !== 0) throw new Error('the workspace was not written');
};

export const benchTui = async () => {
	const scratch = mkdtempSync(join(tmpdir(), 'dbvet-bench-'));
	try {
		const folder = join(scratch, 'workspace');
		await writeWorkspace(folder);
		for (const size of sizes) {
			const name = `${size.cols}x${size.rows}`;
			const terminal = open(folder, size);
			await terminal.until('database-0');
			// What is done ahead while nobody presses a key is done by then.
			await wait(1_500);
			const all = [];
			for (const [part, keys] of Object.entries(parts)) {
				const own = [];
				let cpu = 0;
				for (const key of keys) {
					const quiet = key.length === 2 && key.startsWith('!');
					const before = cpuOf(terminal.pid);
					const ms = await terminal.press(quiet ? key.slice(1) : key);
					// A person does not press the next key in the same instant, and ink draws 30 frames a second at most.
					await wait(45);
					if (ms === undefined || quiet) continue;
					own.push(ms);
					cpu += cpuOf(terminal.pid) - before;
				}
				for (let i = 0; i < 3; i += 1) await terminal.press(escape);
				all.push(...own);
				const told = [
					`${name} ${part.padEnd(32)} ${String(own.length).padStart(3)} keys`,
					`median ${percentile(own, 0.5).toFixed(0).padStart(4)} ms`,
					`p95 ${percentile(own, 0.95).toFixed(0).padStart(4)} ms`,
					// What the machine has to do beside it makes the times longer, and leaves this as it is.
					`CPU ${(cpu / own.length).toFixed(0).padStart(3)} ms a key`,
				];
				console.log(told.join('  '));
			}
			const p95 = percentile(all, 0.95);
			console.log(
				`${name} key to frame, p95 of ${all.length} keys`.padEnd(49) +
					`${p95.toFixed(0)} ms (bar ${size.bar} ms)${p95 > size.bar ? '  ABOVE THE BAR' : ''}`,
			);
			const before = cpuOf(terminal.pid);
			await wait(5_000);
			console.log(
				`${name} CPU of five idle seconds`.padEnd(49) + `${cpuOf(terminal.pid) - before} ms`,
			);
			terminal.write('q');
			await terminal.exit;
		}
	} finally {
		rmSync(scratch, {recursive: true, force: true});
	}
};

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await benchTui();
