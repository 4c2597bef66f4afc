import {execFileSync} from 'node:child_process';
import {readdir, readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {issueServer} from '../helpers/certificates.js';
import {startPostgres, type PostgresServer} from '../helpers/postgres-server.js';
import {openBench, type Bench} from '../helpers/program.js';

type Finding = {
	check: string;
	outcome: string;
	object?: string;
	severity: string;
	controls: string[];
};
type Report = {
	targets: {status: string; findings: Finding[]; connections: number}[];
	summary: Record<string, number>;
};
type Status = {
	controls: {id: string; control: string; state: string; assurance: string; waived: boolean}[];
	contradictions: {id: string; resolved: boolean}[];
	risks: {id: string}[];
};
type Listed = {
	questions: {id: string; control?: string; kind: string; answer: {kind: string}}[];
	controls: {id: string; checks: {check: string; role: string}[]}[];
};

const password = 'main-job-scanner-secret';
let bench: Bench;
let postgres: PostgresServer;

beforeAll(async () => {
	const {ca, server} = await issueServer();
	postgres = await startPostgres({
		tls: {cert: server.cert, key: server.key},
		hba: ['host all app 127.0.0.1/32 scram-sha-256', 'hostssl all all 127.0.0.1/32 scram-sha-256'],
		sql: [
			"CREATE ROLE app LOGIN PASSWORD 'app'",
			"CREATE ROLE report LOGIN PASSWORD 'report'",
			`CREATE ROLE dbvet LOGIN PASSWORD '${password}'`,
			'GRANT pg_monitor TO dbvet',
		],
	});
	bench = await openBench();
	await writeFile(join(bench.folder, 'ca.pem'), ca.cert);
	expect(
		bench.dbvet(['init', '.', '--yes', '--organisation', 'Example Ltd', '--profile', 'startup'])
			.code,
	).toBe(0);
	expect(
		bench.dbvet([
			'target',
			'add',
			'prod',
			`postgres://dbvet@localhost:${postgres.port}/postgres`,
			'--ca',
			'ca.pem',
			'--password-env',
			'PROD_PW',
			'--as',
			'application=app/postgres',
			'--as',
			'reporting=report/postgres',
		]).code,
	).toBe(0);
});

afterAll(async () => {
	await bench.remove();
	await postgres.stop();
});

const env = {PROD_PW: password};
/** The question and control that the refusal of plaintext bears on. */
const plaintext = (): {question: string; control: string} => {
	const {questions, controls} = bench.json<Listed>(['questionnaire', 'list']);
	const control = controls.find(c =>
		c.checks.some(({check, role}) => check === 'tls-plaintext-refused' && role !== 'informs'),
	)!;
	const question = questions.find(
		q => q.control === control.id && (q.answer.kind === 'yes-no' || q.answer.kind === 'choice'),
	)!;
	return {question: question.id, control: control.id};
};
const good = (question: string): string => {
	const found = bench.json<{
		question: {answer: {kind: string; options?: {id: string; claim: string}[]}};
	}>(['questionnaire', 'show', question]);
	return found.question.answer.kind === 'yes-no'
		? 'yes'
		: found.question.answer.options!.find(o => o.claim === 'met')!.id;
};

describe('the main job', () => {
	test('the probe sees what is wrong and what is right, over TLS and SQL', () => {
		const result = bench.dbvet(['probe', 'prod', '--json'], env);
		expect(result.err).toContain('in clear');
		const report = JSON.parse(result.out) as Report;
		const of = (check: string): Finding[] =>
			report.targets[0]!.findings.filter(f => f.check === check);
		expect(result.code).toBe(0);
		expect(of('tls-offered').map(f => f.outcome)).toEqual(['pass']);
		const refused = new Map(of('tls-plaintext-refused').map(f => [f.object, f.outcome]));
		expect(
			[...refused].filter(([, outcome]) => outcome === 'fail').map(([object]) => object),
		).toEqual([expect.stringContaining('app')]);
		expect(
			[...refused].filter(([object]) => object?.includes('report')).map(([, outcome]) => outcome),
		).toEqual(['pass']);
		expect(of('pg-own-session-tls').map(f => f.outcome)).toEqual(['pass']);
		expect(of('pg-hba-trust').every(f => f.outcome === 'unknown')).toBe(true);
		expect(of('pg-password-hash-md5').every(f => f.outcome === 'unknown')).toBe(true);
		expect(report.summary.error).toBe(0);
		expect(new Set(report.targets[0]!.findings.map(f => f.check)).size).toBeGreaterThanOrEqual(45);
		expect(report.targets[0]!.connections).toBeLessThanOrEqual(13);
	});

	test('an answer that says otherwise is a contradiction, and counts as not met', () => {
		const {question, control} = plaintext();
		const saved = bench.dbvet(['answer', question, good(question), '--target', 'prod']);
		expect(saved.code).toBe(0);
		expect(saved.out).toContain('dbvet resolve');
		const status = bench.json<Status>(['status']);
		expect(status.controls.find(c => c.id === `prod/${control}`)?.state).toBe('contradicted');
		expect(status.contradictions.map(c => c.id)).toContain(`prod/${control}`);
		const gate = bench.dbvet(['check', '--max-unknown', '1000']);
		expect(gate.code).toBe(1);
		expect(gate.out).toContain(`prod/${control}`);
	});

	test('it can be kept with a reason and a day, or given up', () => {
		const {control} = plaintext();
		const id = `prod/${control}`;
		expect(bench.dbvet(['resolve', id, '--keep-answer']).code).toBe(2);
		expect(
			bench.dbvet(['resolve', id, '--keep-answer', '--reason', 'x', '--until', '2020-01-01']).code,
		).toBe(2);
		expect(
			bench.dbvet([
				'resolve',
				id,
				'--keep-answer',
				'--reason',
				'The app runs on the same host',
				'--until',
				'2099-01-01',
			]).code,
		).toBe(0);
		expect(bench.json<Status>(['status']).contradictions.find(c => c.id === id)?.resolved).toBe(
			true,
		);
		expect(bench.dbvet(['resolve', id, '--take-observation']).code).toBe(0);
		expect(bench.json<Status>(['status']).controls.find(c => c.id === id)?.state).toBe('not-met');
	});

	test('a waiver lets the gate pass over one failure and hides no other', () => {
		const failing = (): string[] =>
			(
				JSON.parse(bench.dbvet(['check', '--json', '--max-unknown', '1000']).out) as {
					problems: {id: string; kind: string}[];
				}
			).problems
				.filter(p => p.kind === 'failure')
				.map(p => p.id);
		const before = failing();
		const id = before.find(f => f.includes('tls-plaintext-refused'))!;
		expect(id).toBeDefined();
		expect(
			bench.dbvet([
				'waive',
				'prod',
				'tls-plaintext-refused',
				'--reason',
				'Loopback only',
				'--approver',
				'Ada',
				'--until',
				'2099-01-01',
			]).code,
		).toBe(0);
		expect(failing()).toEqual(before.filter(f => f !== id));
		expect(
			bench.json<Status>(['status']).controls.find(c => c.id === `prod/${plaintext().control}`)
				?.state,
		).toBe('not-met');
		expect(
			bench.dbvet([
				'waive',
				'prod',
				'pg-hba-trust',
				'--reason',
				'x',
				'--approver',
				'Ada',
				'--until',
				'2099-01-01',
			]).code,
		).toBe(2);
	});

	test('a risk gets a treatment with owner and day, and the documents say so', async () => {
		const [risk] = bench.json<Status>(['status']).risks;
		const id = risk!.id;
		for (const [args, expected] of [
			[['decide', 'prod/nonsense', '--treatment', 'avoid'], 'no risk'],
			[['decide', id, '--treatment', 'ignore'], 'mitigate'],
			[['decide', id, '--treatment', 'mitigate', '--owner', 'Ada'], '--due'],
			[['decide', id, '--treatment', 'mitigate', '--owner', ' ', '--due', '2099-01-01'], '--owner'],
			[
				['decide', id, '--treatment', 'mitigate', '--owner', 'Ada', '--due', '2020-01-01'],
				'passed',
			],
			[['decide', id, '--treatment', 'accept', '--approver', 'Ada'], '--reason'],
		] as const) {
			const {code, err} = bench.dbvet(args);
			expect(err, args.join(' ')).toContain(expected);
			expect(code).toBe(2);
		}
		const decided = [
			'decide',
			id,
			'--treatment',
			'mitigate',
			'--owner',
			'Ada Lovelace',
			'--due',
			'2099-03-31',
		];
		expect(bench.dbvet(decided).code).toBe(0);
		expect(bench.dbvet(['history']).out).toContain('mitigate');
		expect(
			bench.dbvet(['render', 'risk-assessment', '--format', 'md', '--out', 'decided']).code,
		).toBe(0);
		const text = await readFile(join(bench.folder, 'decided/risk-assessment.md'), 'utf8');
		expect(text).toContain('Ada Lovelace');
		expect(text).toContain('31 March 2099');
	});

	test('evidence is kept by hash, listed, and a changed artifact is found', async () => {
		await writeFile(join(bench.folder, 'proof.txt'), 'a proof');
		const {control} = plaintext();
		expect(
			bench.dbvet([
				'evidence',
				'add',
				'proof.txt',
				'--for',
				control,
				'--target',
				'prod',
				'--valid-until',
				'2099-01-01',
			]).code,
		).toBe(0);
		expect(bench.dbvet(['evidence', 'list']).out).toContain('proof.txt');
		expect(bench.dbvet(['evidence', 'verify']).code).toBe(0);
		const [artifact] = await readdir(join(bench.folder, 'evidence'));
		const path = join(bench.folder, 'evidence', artifact!);
		execFileSync('chmod', ['600', path]);
		await writeFile(path, 'a forged proof');
		expect(bench.dbvet(['evidence', 'verify']).code).toBe(1);
		await writeFile(path, 'a proof');
	});

	test('both documents in three formats; same store and clock, same bytes anywhere', async () => {
		const bytes = async (zone: string, out: string): Promise<Record<string, string>> => {
			expect(
				bench.dbvet(['render', '--out', out, '--format', 'md,html,pdf'], {
					DBVET_NOW: '2026-12-01T12:00:00Z',
					TZ: zone,
					LANG: zone === 'UTC' ? 'C.UTF-8' : 'de_DE.UTF-8',
				}).code,
			).toBe(0);
			const files = (await readdir(join(bench.folder, out))).sort();
			return Object.fromEntries(
				await Promise.all(
					files.map(
						async f =>
							[f, (await readFile(join(bench.folder, out, f))).toString('base64')] as const,
					),
				),
			);
		};
		const first = await bytes('UTC', 'one');
		expect(Object.keys(first)).toEqual([
			'risk-assessment.html',
			'risk-assessment.md',
			'risk-assessment.pdf',
			'security-baseline-prod.html',
			'security-baseline-prod.md',
			'security-baseline-prod.pdf',
		]);
		expect(await bytes('Pacific/Auckland', 'two')).toEqual(first);
	});

	test('the secret is nowhere in the workspace', async () => {
		const walk = async (path: string): Promise<string[]> =>
			(
				await Promise.all(
					(await readdir(path, {withFileTypes: true})).map(e =>
						e.isDirectory() ? walk(join(path, e.name)) : Promise.resolve([join(path, e.name)]),
					),
				)
			).flat();
		for (const file of await walk(bench.folder)) {
			expect((await readFile(file)).includes(password), file).toBe(false);
		}
	});

	test('a wrong password and a wrong CA are unknown, and the password is withheld', async () => {
		const wrong = JSON.parse(
			bench.dbvet(['probe', 'prod', '--json', '--no-record'], {PROD_PW: 'wrong'}).out,
		) as Report;
		const sql = wrong.targets[0]!.findings.filter(f => f.check.startsWith('pg-log-'));
		expect(sql.length).toBeGreaterThan(5);
		expect(new Set(sql.map(f => f.outcome))).toEqual(new Set(['unknown']));
		const {ca} = await issueServer();
		await writeFile(join(bench.folder, 'other-ca.pem'), ca.cert);
		const before = postgres.log().length;
		const url = `postgres://dbvet@localhost:${postgres.port}/postgres`;
		const unverified = JSON.parse(
			bench.dbvet(
				['probe', url, '--json', '--ca', 'other-ca.pem', '--password-env', 'PROD_PW'],
				env,
			).out,
		) as {targets: {findings: {check: string; outcome: string; reason?: string}[]}[]};
		const login = unverified.targets[0]!.findings.filter(f => f.check.startsWith('pg-log-'));
		expect(new Set(login.map(f => f.reason))).toEqual(new Set(['certificate-not-verified']));
		expect(postgres.log().slice(before)).not.toContain('connection authenticated');
	});
});
