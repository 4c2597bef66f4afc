import {spawnSync} from 'node:child_process';
import {mkdir, readFile, rm, writeFile} from 'node:fs/promises';
import {createServer} from 'node:net';
import {join} from 'node:path';
import {afterEach, beforeEach, describe, expect, test} from 'vitest';
import {openBench, program, type Bench} from '../helpers/program.js';

let bench: Bench;
beforeEach(async () => {
	bench = await openBench();
});
afterEach(() => bench.remove());

const init = (): void => {
	expect(bench.dbvet(['init', '.', '--yes', '--organisation', 'Example Ltd']).code).toBe(0);
};
const historyLength = (): number => bench.json<{entries: unknown[]}>(['history']).entries.length;

describe('wrong use ends with exit code 2, one message and a next step', () => {
	test.each([
		[['prob'], 'Did you mean probe?'],
		[['frobnicate'], 'dbvet --help'],
		[
			['questionaire', 'list'],
			'dbvet has no command "questionaire".\n  Did you mean questionnaire?',
		],
		[['probes', 'prod'], 'Did you mean probe?'],
		[['targt', 'add', 'x', 'y'], 'Did you mean target?'],
		[['xyzzy', 'a', 'b', 'c'], 'dbvet has no command "xyzzy".\n  List the commands with'],
		[['histroy', '-n', '5'], 'dbvet has no command "histroy".\n  Did you mean history?'],
		[['--jsno'], 'dbvet has no option "--jsno".\n  Did you mean --json?'],
		[['-x'], 'dbvet has no option "-x".'],
		[['status', '--jsno'], 'Did you mean --json?'],
		[['target', 'ad'], 'add'],
		[['init'], '--yes'],
		[['init', '.', '--yes'], '--organisation'],
		[
			['init', '.', '--yes', '--organisation', 'X', '--profile', 'startpu'],
			'Did you mean startup?',
		],
		[['init', '.', '--yes', '--organisation', 'X', '--fact', 'nonsense=yes'], 'Facts:'],
		[['status'], 'dbvet init'],
		[[], 'needs a terminal'],
		[['assess'], 'needs a terminal'],
		[['assess', '--plain'], 'Asking line by line (--plain) needs a terminal'],
		[['waive', 'prod', 'x'], '--reason'],
		[['questionnaire', 'show', 'nonsense'], 'questionnaire list'],
	])('dbvet %j', (args, expected) => {
		const {code, err, out} = bench.dbvet(args);
		expect(err).toContain(expected);
		expect(code).toBe(2);
		expect(out).toBe('');
	});

	test.each([
		[['answer', 'nonsense-question', 'yes'], 'questionnaire list'],
		[['target', 'add', 'x', 'postgres://u:hunter2@h/db'], '--password-env'],
		[['target', 'add', 'x', 'gopher://h'], 'postgres:'],
		[['target', 'add', 'x', 'postgres://u@h:0/db'], 'port 0'],
		[['target', 'add', 'x', 'postgres://u%zz@h/db'], '%25'],
		[['target', 'add', 'x', 'postgres://u%00replication%00true@h/db'], 'control characters'],
		[['target', 'add', 'x', 'postgres://u@h/db%0a'], 'control characters'],
		[['target', 'add', 'x', 'postgres://u@a,b/db'], '--replica'],
		[['target', 'add', 'x', `postgres://${'u'.repeat(256)}@h/db`], '255'],
		[['target', 'add', 'x', `postgres://u@${'h'.repeat(256)}/db`], '255'],
		[['target', 'add', 'x', `postgres://u@h/${'d'.repeat(256)}`], '255'],
		[['target', 'add', 'x', 'postgres://u@h/db', '--as', `admin=${'u'.repeat(256)}/d`], '255'],
		[['target', 'add', 'sp ace', 'postgres://u@h/db'], 'letters'],
		[['target', 'add', 'x', 'postgres://u@h/db', '--pin', 'abc'], 'sha256/'],
		[
			['target', 'add', 'x', 'postgres://u@h/db', '--password-env', 'not a name'],
			'environment variable',
		],
		[['target', 'add', 'x', 'postgres://u@h/db', '--vendor', 'nobody'], 'no target named'],
		[['target', 'show', 'nobody'], 'no target named'],
		[['probe'], 'no database target'],
		[['probe', '--only', 'tls-ofered'], 'Did you mean tls-offered?'],
		[['probe', '--timeout', 'soon'], '--timeout'],
		[['render', 'risk-asessment'], 'Did you mean risk-assessment?'],
		[['render', '--format', 'docx2'], 'Formats:'],
		[['resolve', 'prod/x', '--take-observation'], 'Nothing is contradicted'],
		[['resolve', 'prod/x'], '--keep-answer'],
		[['check', '--max-unknown', 'few'], '--max-unknown'],
		[['history', '--limit', '-3'], '--limit'],
		[['evidence', 'add', 'missing.txt', '--for', 'nonsense'], 'questionnaire list'],
	])('in a workspace: dbvet %j', (args, expected) => {
		init();
		const before = historyLength();
		const {code, err} = bench.dbvet(args);
		expect(err).toContain(expected);
		expect(err).not.toContain('hunter2');
		expect(code).toBe(2);
		expect(historyLength()).toBe(before);
	});

	test('a clock that is no instant', () => {
		init();
		const {code, err} = bench.dbvet(['status'], {DBVET_NOW: 'yesterday'});
		expect(code).toBe(2);
		expect(err).toContain('DBVET_NOW');
	});
});

test("init never touches a folder that has a workspace, or a stranger's assessment.json", async () => {
	init();
	const before = await readFile(join(bench.folder, 'assessment.json'), 'utf8');
	expect(bench.dbvet(['init', '.', '--yes', '--organisation', 'Other']).code).toBe(2);
	expect(await readFile(join(bench.folder, 'assessment.json'), 'utf8')).toBe(before);
	await mkdir(join(bench.folder, 'other'));
	await writeFile(join(bench.folder, 'other/assessment.json'), '{"my":"own"}');
	expect(bench.dbvet(['init', 'other', '--yes', '--organisation', 'Other']).code).toBe(2);
	expect(await readFile(join(bench.folder, 'other/assessment.json'), 'utf8')).toBe('{"my":"own"}');
});

test('a file that is not there is told with its path, exit 3', () => {
	init();
	for (const args of [
		['target', 'add', 'x', 'postgres://u@h/db', '--ca', 'missing.pem'],
		['assess', '--answers', 'missing.yaml'],
	]) {
		const {code, err} = bench.dbvet(args);
		expect(err).toMatch(/missing\.(pem|yaml)/);
		expect(code).toBe(3);
	}
});

test('an answers file with one wrong entry records nothing and says where', async () => {
	init();
	bench.dbvet(['target', 'add', 'prod', 'postgres://u@127.0.0.1:9/db']);
	const {questions} = bench.json<{questions: {id: string; kind: string; answer: {kind: string}}[]}>(
		['questionnaire', 'list'],
	);
	const good = questions.find(q => q.kind === 'database' && q.answer.kind === 'yes-no')!.id;
	await writeFile(
		join(bench.folder, 'answers.yaml'),
		`targets:\n  prod:\n    ${good}: yes\n    ${good.slice(0, -1)}: yes\n    ${good}-x:\n      value: maybe\n`,
	);
	const before = historyLength();
	const {code, err} = bench.dbvet(['assess', '--answers', 'answers.yaml']);
	expect(code).toBe(2);
	expect(err).toMatch(/answers\.yaml:4:\d+/);
	expect(historyLength()).toBe(before);
	await writeFile(join(bench.folder, 'answers.yaml'), 'targets:\n\tprod: {');
	const broken = bench.dbvet(['assess', '--answers', 'answers.yaml']);
	expect(broken.code).toBe(2);
	expect(broken.err).toMatch(/answers\.yaml:2:1/);
	expect(bench.dbvet(['assess', '--answers', 'nowhere.yaml']).code).toBe(3);
});

test.each([
	['truncated', (text: string) => text.slice(0, text.length / 2)],
	['empty', () => ''],
	['not ours', () => '{"hello":"world"}'],
	['a newer version', (text: string) => text.replace('dbvet/assessment@1', 'dbvet/assessment@99')],
])('an assessment.json that is %s: a clear error, nothing touched', async (_, spoil) => {
	init();
	const path = join(bench.folder, 'assessment.json');
	const spoiled = spoil(await readFile(path, 'utf8'));
	await writeFile(path, spoiled);
	const {code, err} = bench.dbvet(['status']);
	expect(code).toBe(2);
	expect(err).toContain('assessment.json');
	expect(await readFile(path, 'utf8')).toBe(spoiled);
});

test('a lost assessment.json is rebuilt with the same bytes', async () => {
	init();
	const path = join(bench.folder, 'assessment.json');
	const before = await readFile(path, 'utf8');
	await rm(path);
	expect(bench.dbvet(['status']).code).toBe(0);
	expect(await readFile(path, 'utf8')).toBe(before);
});

test('an empty assessment is not a pass', () => {
	init();
	const {code, out} = bench.dbvet(['check']);
	expect(code).toBe(1);
	expect(out).toContain('an empty assessment is not a pass');
});

test('a closed port, an unknown name and --offline are unknown with the reason, exit 3', () => {
	init();
	bench.dbvet(['target', 'add', 'closed', 'postgres://u@127.0.0.1:9/db']);
	for (const [args, reason] of [
		[['probe', 'closed'], 'connection-refused'],
		[['probe', 'closed', '--offline'], 'offline'],
	] as const) {
		const result = bench.dbvet([...args, '--json']);
		expect(result.code).toBe(3);
		const report = JSON.parse(result.out) as {
			schema: string;
			targets: {status: string; reason: string; findings: {outcome: string; reason: string}[]}[];
			summary: Record<string, number>;
		};
		expect(report.schema).toBe('dbvet/probe-report@1');
		expect(report.targets[0]).toMatchObject({status: 'unreachable', reason});
		expect(report.summary.pass).toBe(0);
		expect(report.summary.unknown).toBe(report.targets[0]?.findings.length);
		expect(report.targets[0]?.findings.every(f => f.reason === reason)).toBe(true);
	}
});

test('Ctrl+C while a server hangs ends at once with 130 and says nothing false', async () => {
	init();
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
	const started = Date.now();
	child.kill('SIGINT');
	const code = await new Promise<number | null>(resolve => child.once('exit', resolve));
	expect(code).toBe(130);
	expect(Date.now() - started).toBeLessThan(5_000);
	expect(out).not.toContain('"outcome": "pass"');
	for (const socket of sockets) socket.destroy();
	server.close();
});

test('a disk that takes no more: one message, nothing half, and the old state still opens', () => {
	init();
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
