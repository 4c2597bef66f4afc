/**
 * Measures the complete TLS probe of one port, alone and with the start of the program, against Debian's sslscan on the same
 * port: wall time and connections. Both alternate, so that a busy moment hits them alike. Also runs alone: node scripts/bench/tls.mjs
 */
import {spawn} from 'node:child_process';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath, pathToFileURL} from 'node:url';
import {build} from 'esbuild';

const root = fileURLToPath(new URL('../..', import.meta.url));
const main = join(root, 'dist/cli/main.js');
const env = {...process.env};
// As in bench.mjs: not what is measured.
delete env.NODE_EXTRA_CA_CERTS;
const median = values => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

/** Not in one breath with the servers: whoever blocks here leaves their logs unread, and then they wait. */
const time = (command, args, cwd) =>
	new Promise(resolve => {
		const start = process.hrtime.bigint();
		const child = spawn(command, args, {cwd, env, stdio: ['ignore', 'pipe', 'ignore']});
		let stdout = '';
		child.stdout.on('data', chunk => {
			stdout += chunk;
		});
		child.once('error', error => resolve({error, stdout, ms: 0}));
		child.once('close', () => resolve({stdout, ms: Number(process.hrtime.bigint() - start) / 1e6}));
	});

/** The servers are those of the tests, which are TypeScript. */
const loadServers = async () => {
	const outfile = join(root, 'node_modules/.cache/dbvet-bench-servers.mjs');
	await build({
		entryPoints: [join(root, 'scripts/bench/servers.ts')],
		bundle: true,
		platform: 'node',
		format: 'esm',
		packages: 'external',
		logLevel: 'error',
		outfile,
	});
	const {startServers} = await import(pathToFileURL(outfile).href);
	process.once('exit', () => rmSync(outfile, {force: true}));
	return startServers();
};

/** Two lines a server: the probe alone and the whole command against sslscan (at most 0.5 is wanted), and its connections. */
export const benchTls = async (rounds = 7) => {
	if ((await time('sslscan', ['--version'])).error !== undefined) {
		console.log('TLS probe: not measured, sslscan is not installed (Debian package sslscan)');
		return;
	}
	const scratch = mkdtempSync(join(tmpdir(), 'dbvet-bench-tls-'));
	const list = await time(process.execPath, [main, 'probe', '--list', '--json'], scratch);
	const checks = JSON.parse(list.stdout).checks.filter(({family}) => family === 'tls');
	const servers = await loadServers();
	try {
		for (const {name, url, ca, sslscan} of servers) {
			writeFileSync(join(scratch, 'ca.pem'), ca);
			const only = checks.map(({id}) => id).join(',');
			const args = [main, 'probe', url, '--ca', 'ca.pem', '--only', only, '--json'];
			const samples = {command: [], probe: [], sslscan: []};
			let connections = 0;
			for (let i = 0; i < rounds; i += 1) {
				const probe = await time(process.execPath, args, scratch);
				const [target] = JSON.parse(probe.stdout).targets;
				if (target.status !== 'complete') throw new Error(`${name}: ${target.status}`);
				connections = target.connections;
				samples.command.push(probe.ms);
				samples.probe.push(target.durationMs);
				samples.sslscan.push((await time('sslscan', ['--no-colour', ...sslscan])).ms);
			}
			const peer = median(samples.sslscan);
			const row = (title, ms, more) =>
				console.log(
					`${title.padEnd(42)} ${ms.toFixed(0).padStart(6)} ms  ${(ms / peer).toFixed(2)}x of sslscan${more}`,
				);
			row(`TLS probe of ${name}`, median(samples.probe), `, ${connections} connections`);
			row('  with the start of the program', median(samples.command), ` (${peer.toFixed(0)} ms)`);
		}
	} finally {
		for (const {stop} of servers) await stop();
		rmSync(scratch, {recursive: true, force: true});
	}
};

if (process.argv[1] === fileURLToPath(import.meta.url)) await benchTls();
