/**
 * Measures probes of real servers on loopback: one PostgreSQL against `psql`, and a fleet with servers that say nothing.
 * Never a test: machines differ.
 */
import {fork, spawnSync} from 'node:child_process';
import {once} from 'node:events';
import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {build} from 'esbuild';

const root = fileURLToPath(new URL('../..', import.meta.url));
const main = join(root, 'dist/cli/main.js');
const rounds = Number(process.env.DBVET_BENCH_ROUNDS ?? 7);
const sizes = [
	{targets: 100, silent: 0},
	{targets: 400, silent: 0},
	{targets: 800, silent: 0},
	{targets: 1000, silent: 200},
];

const median = values => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const print = (name, value) => console.log(`${name.padEnd(46)} ${value}`);

const cache = join(root, 'node_modules/.cache/dbvet');
mkdirSync(cache, {recursive: true});
const bundle = join(cache, 'bench-servers.mjs');
await build({
	entryPoints: [join(root, 'scripts/bench/fleet-servers.ts')],
	outfile: bundle,
	bundle: true,
	platform: 'node',
	format: 'esm',
	packages: 'external',
	logLevel: 'error',
});

const scratch = mkdtempSync(join(tmpdir(), 'dbvet-bench-'));
const servers = fork(bundle, {stdio: ['ignore', 'inherit', 'inherit', 'ipc']});
try {
	const [{port, silent, ca, password}] = await once(servers, 'message');
	const caFile = join(scratch, 'ca.pem');
	writeFileSync(caFile, ca);
	// Written at the end of a measured process: how much memory it had at most, in kilobytes.
	const memory = join(scratch, 'memory');
	const preload = join(scratch, 'preload.cjs');
	writeFileSync(
		preload,
		`process.on('exit', () => require('node:fs').writeFileSync(${JSON.stringify(memory)}, String(process.resourceUsage().maxRSS)));`,
	);
	const env = {...process.env, BENCH_PW: password, PGPASSWORD: password};
	delete env.CI;
	// Neither psql nor dbvet asks for them: some machines have every Node read more roots of trust at its start.
	delete env.NODE_EXTRA_CA_CERTS;
	const dbvet = (folder, args, node = []) => {
		const from = process.hrtime.bigint();
		const run = spawnSync(process.execPath, [...node, main, ...args], {
			cwd: folder,
			env,
			encoding: 'utf8',
			maxBuffer: 1 << 28,
		});
		const seconds = Number(process.hrtime.bigint() - from) / 1e9;
		if (![0, 1, 3].includes(run.status)) throw new Error(`${args.join(' ')}: ${run.stderr}`);
		return {seconds, out: run.stdout};
	};
	const workspace = (name, rows) => {
		const folder = join(scratch, name);
		dbvet(scratch, ['init', folder, '--yes', '--organisation', 'Bench Ltd']);
		writeFileSync(
			join(folder, 'fleet.csv'),
			['name,place,ca,password-env', ...rows].join('\n') + '\n',
		);
		dbvet(folder, ['target', 'import', 'fleet.csv']);
		return folder;
	};
	const row = (name, at) => `${name},postgres://dbvet@127.0.0.1:${at}/postgres,${caFile},BENCH_PW`;

	const one = workspace('one', [row('prod', port)]);
	const psqlArgs = [
		'-X',
		'-qAt',
		'-c',
		'select 1',
		`host=127.0.0.1 port=${port} user=dbvet dbname=postgres sslmode=verify-full sslrootcert=${caFile}`,
	];
	const samples = {psql: [], sql: [], probe: []};
	const overSql = JSON.parse(dbvet(one, ['probe', '--list', '--json']).out)
		.checks.filter(({family}) => family === 'postgresql')
		.map(({id}) => id)
		.join(',');
	let connections;
	let overOne;
	if (spawnSync('psql', ['--version']).status !== 0)
		print('psql', 'not here (Debian package postgresql-client): no yardstick');
	else {
		for (let i = 0; i < rounds; i += 1) {
			const from = process.hrtime.bigint();
			const {status, stderr} = spawnSync('psql', psqlArgs, {env, encoding: 'utf8'});
			if (status !== 0) throw new Error(stderr);
			samples.psql.push(Number(process.hrtime.bigint() - from) / 1e9);
			const sql = dbvet(one, ['probe', 'prod', '--no-record', '--json', '--only', overSql]);
			samples.sql.push(sql.seconds);
			overOne = JSON.parse(sql.out).targets[0].connections;
			const {seconds, out} = dbvet(one, ['probe', 'prod', '--no-record', '--json']);
			samples.probe.push(seconds);
			({connections} = JSON.parse(out).targets[0]);
		}
		const psql = median(samples.psql);
		print("psql -c 'select 1' over TLS", `${(psql * 1000).toFixed(0)} ms`);
		print(
			'SQL audit of one PostgreSQL',
			`${(median(samples.sql) * 1000).toFixed(0)} ms  ${(median(samples.sql) / psql).toFixed(1)}x  ${overOne} connections`,
		);
		print(
			'probe of one PostgreSQL, wire and SQL',
			`${(median(samples.probe) * 1000).toFixed(0)} ms  ${(median(samples.probe) / psql).toFixed(1)}x  ${connections} connections`,
		);
	}

	for (const {targets, silent: count} of sizes) {
		const every = count === 0 ? 0 : targets / count;
		const folder = workspace(
			`fleet-${targets}`,
			Array.from({length: targets}, (_, i) =>
				every > 0 && i % every === 0
					? row(`silent-${i}`, silent[(i / every) % silent.length])
					: row(`prod-${i}`, port),
			),
		);
		const {seconds, out} = dbvet(folder, ['probe'], ['-r', preload]);
		const complete = Number(/(\d+) complete/.exec(out)?.[1] ?? 0);
		print(
			`fleet of ${targets}, ${count} of them silent`,
			`${seconds.toFixed(1)} s  ${((seconds / (targets - count)) * 1000).toFixed(0)} ms each of ${complete} complete  ${(Number(readFileSync(memory, 'utf8')) / 1000).toFixed(0)} MB at most`,
		);
	}
} finally {
	const gone = once(servers, 'exit');
	servers.kill('SIGTERM');
	await gone;
	rmSync(scratch, {recursive: true, force: true});
}
