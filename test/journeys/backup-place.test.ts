import {mkdir, readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {afterAll, afterEach, beforeAll, expect, test} from 'vitest';
import {openBench, program, type Bench} from '../helpers/program.js';
import {startInTerminal, type TerminalProcess} from '../helpers/terminal.js';

type Status = {
	controls: {targetName: string; control: string; state: string; assurance: string}[];
	risks: {id: string}[];
};

const slow = {timeout: 20_000, interval: 20};
const enter = '\r';
const now = {DBVET_NOW: '2026-11-22T12:00:00Z'};
let bench: Bench;
let terminal: TerminalProcess | undefined;

beforeAll(async () => {
	bench = await openBench();
	const init = ['init', '.', '--yes', '--organisation', 'Example Ltd', '--profile', 'regulated'];
	expect(bench.dbvet([...init, '--fact', 'personal-data=yes,kubernetes=yes']).code).toBe(0);
	const add = (...args: readonly string[]): void => {
		const {code, err} = bench.dbvet(['target', 'add', ...args]);
		expect(code, err).toBe(0);
	};
	add('prod', 'postgres://dbvet@127.0.0.1:5432/db');
	await mkdir(join(bench.folder, 'manifests'));
	add('cluster', 'manifests', '--kind', 'infrastructure', '--uses', 'prod');
	add('offsite', 's3://backups-example/prod', '--kind', 'backup', '--of', 'prod');
});
afterEach(async () => {
	await terminal?.close();
	terminal = undefined;
});
afterAll(() => bench.remove());

const states = (): Record<string, string> =>
	Object.fromEntries(
		bench
			.json<Status>(['status'], now)
			.controls.filter(c => c.state !== 'unknown')
			.map(c => [c.control, c.state]),
	);
const rendered = async (name: string): Promise<string> => {
	expect(bench.dbvet(['render', '--format', 'md'], now).code).toBe(0);
	return readFile(join(bench.folder, 'documents', name), 'utf8');
};

test('says what was added, and refuses links and addresses that make no sense', () => {
	const list = bench.dbvet(['target', 'list']).out;
	expect(list).toContain('backup of prod at s3://backups-example/prod');
	expect(list).toMatch(/infrastructure in \S+manifests, hosts prod/);
	const refused = (...args: readonly string[]): string => {
		const {code, err} = bench.dbvet(['target', 'add', 'other', ...args]);
		expect(code).toBe(2);
		return err;
	};
	expect(refused('s3://b', '--kind', 'backup', '--of', 'cluster')).toContain('not a database');
	expect(refused('s3://b', '--kind', 'backup', '--uses', 'prod')).toContain('--of');
	expect(refused('s3://b')).toContain('--kind backup');
	const secret = refused('s3://AKIAEXAMPLE:hush@b', '--kind', 'backup');
	expect(secret).toContain('holds a password');
	expect(secret).not.toContain('hush');
	expect(bench.dbvet(['target', 'list']).out).toBe(list);
});

test('facts of a cluster are not facts of the organisation', () => {
	const {code, err} = bench.dbvet(
		['init', 'elsewhere', '--yes', '--organisation', 'X', '--fact', 'database-in-cluster=yes'],
		now,
	);
	expect(code).toBe(2);
	expect(err).toContain('database-in-cluster');
});

test('asks about one place of backups, and "partly" brings up the question for the gap', async () => {
	terminal = startInTerminal({
		program,
		args: ['--workspace', bench.folder, '--by', 'Ada', 'assess', '--plain', '--target', 'offsite'],
		rows: 40,
		env: now,
	});
	const {text, type} = terminal;
	const sees = async (words: RegExp): Promise<void> => {
		await expect.poll(text, slow).toMatch(words);
	};
	await sees(/Question 1 of \d+\. Whose\s+account[\s\S]+Answer:/);
	type(`3${enter}`);
	await sees(/What\s+would\s+be\s+left/);
	type(`Nothing${enter}`);
	await sees(/Who\s+answers\s+for/);
	type(`Ada${enter}`);
	await sees(/Until\s+which\s+day/);
	type(`2027-03-31${enter}`);
	await sees(/Could\s+you\s+log\s+in/);
	type(`1${enter}`);
	await sees(/How\s+many\s+hours\s+old/);
	type(`q${enter}`);
	expect(await terminal.exit).toBe(0);
	expect(states()).toEqual({'copy-apart': 'partly'});
});

test('answers decide about the copy, and stand in both documents without doing harm', async () => {
	await writeFile(
		join(bench.folder, 'answers.yaml'),
		`targets:
  organisation:
    ops-second-factor: optional
  cluster:
    k8s-database-inside: yes
    k8s-manifests-clean: no
  prod:
    plaintext-refused: no
  offsite:
    copy-account: other-company
    copy-login-alone: yes
    copy-age-hours: 27
    copy-silence: yes
    copy-lock: locked
    copy-writer-deletes: yes
    copy-encryption: by-store
    copy-encryption-gap: '<script>x</script> | *all* of [us](http://x) =cmd()'
    copy-who-reads: few
    copy-restored-on: 2026-11-01
    copy-restore-checked: counted
    copy-restore-hours: 5
`,
	);
	const read = bench.dbvet(['assess', '--answers', 'answers.yaml'], now);
	expect(read.code, read.err).toBe(0);
	expect(states()).toEqual({
		'copy-apart': 'met',
		'copy-fresh': 'partly',
		'copy-locked': 'not-met',
		'copy-encrypted': 'partly',
		'copy-readers': 'met',
		'copy-restored': 'met',
		'k8s-no-plain-secrets': 'not-met',
		// Nobody answered it for the cluster: it is taken from the database that the cluster hosts.
		'k8s-server-tls': 'not-met',
		'ops-mfa': 'not-met',
		'tls-required': 'not-met',
	});
	const baseline = await rendered('security-baseline-prod.md');
	expect(baseline).toMatch(/The answer says: .*2026/);
	// The answer that decides stands in the row, not the first that was given.
	const locked = baseline.split('\n').find(line => line.includes('offsite/copy-locked'));
	expect(locked).toContain('Answer: yes');
	expect(baseline).toContain('cluster/k8s-server-tls');
	const assessment = await rendered('risk-assessment.md');
	expect(assessment).toContain('The copy is deleted together with what it should replace: offsite');
	expect(assessment).toContain('Somebody takes over the accounts around the databases');
	expect(`${baseline}${assessment}`).not.toMatch(/<script>|\]\(http:\/\/x\)/);
});

test('without Kubernetes nothing is asked about clusters, and the answers stay', () => {
	expect(bench.dbvet(['answer', 'runs-on-kubernetes', 'no'], now).code).toBe(0);
	const cluster = bench
		.json<Status>(['status'], now)
		.controls.filter(c => c.control.startsWith('k8s-'));
	expect(cluster).toHaveLength(13);
	expect(new Set(cluster.map(c => c.state))).toEqual(new Set(['not-applicable']));
	expect(bench.dbvet(['answer', 'runs-on-kubernetes', 'yes'], now).code).toBe(0);
	expect(states()['k8s-no-plain-secrets']).toBe('not-met');
});
