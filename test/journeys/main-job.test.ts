import {writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import {issueServer} from '../helpers/certificates.js';
import {logDuring} from '../helpers/log-during.js';
import {
	env,
	goodAnswer,
	mainJob,
	plaintext,
	type Finding,
	type Report,
	type Status,
} from '../helpers/main-job.js';

const {bench, postgres} = mainJob();

describe('the main job', () => {
	test('the probe sees what is wrong and what is right, over TLS and SQL', () => {
		const result = bench().dbvet(['probe', 'prod', '--json'], env);
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
		for (const hidden of ['pg-hba-trust', 'pg-password-hash-md5'])
			expect(of(hidden).map(f => f.outcome)).toEqual(['unknown']);
		expect(report.summary.error).toBe(0);
		expect(new Set(report.targets[0]!.findings.map(f => f.check)).size).toBeGreaterThanOrEqual(45);
		expect(report.targets[0]!.connections).toBeLessThanOrEqual(13);
	});

	test('an answer that says otherwise is a contradiction, and counts as not met', () => {
		const {question, control} = plaintext(bench());
		const saved = bench().dbvet([
			'answer',
			question,
			goodAnswer(bench(), question),
			'--target',
			'prod',
		]);
		expect(saved.code).toBe(0);
		expect(saved.out).toContain('dbvet resolve');
		const status = bench().json<Status>(['status']);
		expect(status.controls.find(c => c.id === `prod/${control}`)?.state).toBe('contradicted');
		expect(status.contradictions.map(c => c.id)).toContain(`prod/${control}`);
		const gate = bench().dbvet(['check', '--max-unknown', '1000']);
		expect(gate.code).toBe(1);
		expect(gate.out).toContain(`prod/${control}`);
	});

	test('it can be kept with a reason and a day, or given up', () => {
		const {control} = plaintext(bench());
		const id = `prod/${control}`;
		expect(bench().dbvet(['resolve', id, '--keep-answer']).code).toBe(2);
		expect(
			bench().dbvet(['resolve', id, '--keep-answer', '--reason', 'x', '--until', '2020-01-01'])
				.code,
		).toBe(2);
		expect(
			bench().dbvet([
				'resolve',
				id,
				'--keep-answer',
				'--reason',
				'The app runs on the same host',
				'--until',
				'2099-01-01',
			]).code,
		).toBe(0);
		expect(
			bench()
				.json<Status>(['status'])
				.contradictions.find(c => c.id === id)?.resolved,
		).toBe(true);
		expect(bench().dbvet(['resolve', id, '--take-observation']).code).toBe(0);
		expect(
			bench()
				.json<Status>(['status'])
				.controls.find(c => c.id === id)?.state,
		).toBe('not-met');
	});

	test('a waiver lets the gate pass over one failure and hides no other', () => {
		const failing = (): string[] =>
			(
				JSON.parse(bench().dbvet(['check', '--json', '--max-unknown', '1000']).out) as {
					problems: {id: string; kind: string}[];
				}
			).problems
				.filter(p => p.kind === 'failure')
				.map(p => p.id);
		const before = failing();
		const id = before.find(f => f.includes('tls-plaintext-refused'))!;
		expect(id).toBeDefined();
		expect(
			bench().dbvet([
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
			bench()
				.json<Status>(['status'])
				.controls.find(c => c.id === `prod/${plaintext(bench()).control}`)?.state,
		).toBe('not-met');
		expect(
			bench().dbvet([
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

	test('a wrong password and a wrong CA are unknown, and the password is withheld', async () => {
		const wrong = JSON.parse(
			bench().dbvet(['probe', 'prod', '--json', '--no-record'], {PROD_PW: 'wrong'}).out,
		) as Report;
		const sql = wrong.targets[0]!.findings.filter(f => f.check.startsWith('pg-log-'));
		expect(sql.length).toBeGreaterThan(5);
		expect(new Set(sql.map(f => f.outcome))).toEqual(new Set(['unknown']));
		const {ca} = await issueServer();
		await writeFile(join(bench().folder, 'other-ca.pem'), ca.cert);
		const url = `postgres://dbvet@localhost:${postgres().port}/postgres`;
		const stranger = ['probe', url, '--json', '--ca', 'other-ca.pem', '--password-env', 'PROD_PW'];
		let seen = '';
		const logged = await logDuring(postgres(), () => {
			seen = bench().dbvet(stranger, env).out;
		});
		const unverified = JSON.parse(seen) as Report;
		const login = unverified.targets[0]!.findings.filter(f => f.check.startsWith('pg-log-'));
		expect(new Set(login.map(f => f.reason))).toEqual(new Set(['certificate-not-verified']));
		expect(logged).toContain('connection received');
		expect(logged).not.toContain('identity="dbvet"');
		const allowed = await logDuring(postgres(), () =>
			bench().dbvet([...stranger, '--allow-unverified'], env),
		);
		expect(allowed).toContain('connection authenticated: identity="dbvet"');
	});
});
