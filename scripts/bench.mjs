/**
 * Measures what the README promises, as ratios against a bare `node -e 0` of the same run. Never a test: machines differ.
 */
import {execFileSync, spawnSync} from 'node:child_process';
import {mkdtempSync, readdirSync, rmSync, statSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {benchTls} from './bench/tls.mjs';
import {benchTui} from './bench/tui.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const main = join(root, 'dist/cli/main.js');
const rounds = Number(process.env.DBVET_BENCH_ROUNDS ?? 15);
const env = {...process.env};
delete env.CI;
// A machine that has every Node read more roots of trust makes a bare start slower, and each ratio to it look better.
delete env.NODE_EXTRA_CA_CERTS;

const median = values => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const time = action => {
	const start = process.hrtime.bigint();
	action();
	return Number(process.hrtime.bigint() - start) / 1e6;
};
const command =
	(args, cwd = root) =>
	() => {
		const run = spawnSync(process.execPath, args, {cwd, env, stdio: 'ignore'});
		if (run.status !== 0) throw new Error(`${args.join(' ')} ended with ${run.status}`);
	};
const folderSize = path => {
	const info = statSync(path, {throwIfNoEntry: false});
	if (info === undefined) return 0;
	if (!info.isDirectory()) return info.size;
	return readdirSync(path).reduce((sum, name) => sum + folderSize(join(path, name)), 0);
};

const scratch = mkdtempSync(join(tmpdir(), 'dbvet-bench-'));
try {
	const workspace = join(scratch, 'workspace');
	command([main, 'init', workspace, '--yes', '--organisation', 'Bench Ltd'])();
	command([main, 'target', 'add', 'prod', 'postgres://dbvet@127.0.0.1:5432/db'], workspace)();

	// Yardstick and candidates alternate, so that a busy moment hits them alike.
	const {spawn: spawnPty} = await import('@lydell/node-pty');
	const samples = {bare: [], help: [], status: [], frame: [], home: []};
	for (let i = 0; i < rounds; i += 1) {
		samples.bare.push(time(command(['-e', '0'])));
		samples.help.push(time(command([main, '--help'])));
		samples.status.push(time(command([main, 'status', '--json'], workspace)));
		const {frame, home} = await frames(spawnPty, workspace);
		samples.frame.push(frame);
		samples.home.push(home);
	}
	const bare = median(samples.bare);
	const rows = [
		['node -e 0', bare, 1],
		['dbvet --help', median(samples.help)],
		['dbvet status --json', median(samples.status)],
		['first frame of the terminal UI', median(samples.frame)],
		['home with the record on it', median(samples.home)],
		[
			'render, two documents in three formats',
			median([1, 2, 3].map(() => time(command([main, 'render'], workspace)))),
		],
	];
	for (const [name, ms] of rows)
		console.log(`${name.padEnd(42)} ${ms.toFixed(0).padStart(6)} ms  ${(ms / bare).toFixed(2)}x`);

	await benchTls();
	await benchTui();

	// With its scripts, which leave out of the package what only a checkout needs.
	const pack = execFileSync('npm', ['pack', '--silent', '--pack-destination', scratch], {
		cwd: root,
	})
		.toString()
		.trim();
	const install = join(scratch, 'install');
	execFileSync(
		'npm',
		[
			'install',
			'--silent',
			'--no-audit',
			'--no-fund',
			'--omit=dev',
			'--prefix',
			install,
			join(scratch, pack),
		],
		{cwd: scratch},
	);
	console.log(
		`production install                         ${(folderSize(install) / 1e6).toFixed(0).padStart(6)} MB`,
	);
} finally {
	rmSync(scratch, {recursive: true, force: true});
}

/** When the first frame was there, and when the record was on it (ms). */
function frames(spawnPty, cwd) {
	return new Promise((resolve, reject) => {
		const start = process.hrtime.bigint();
		const terminal = spawnPty(process.execPath, [main], {
			cols: 80,
			rows: 24,
			cwd,
			env: {...env, TERM: 'xterm-256color'},
		});
		let text = '';
		let frame;
		let home;
		const since = () => Number(process.hrtime.bigint() - start) / 1e6;
		terminal.onData(data => {
			text += data;
			if (text.includes('dbvet')) frame ??= since();
			if (home === undefined && text.includes('prod')) {
				home = since();
				terminal.write('q');
			}
		});
		terminal.onExit(() =>
			home === undefined ? reject(new Error(`no frame:\n${text}`)) : resolve({frame, home}),
		);
	});
}
