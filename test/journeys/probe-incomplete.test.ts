import {mkdir, readFile, rename, rm, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {issueServer} from '../helpers/certificates.js';
import {startPostgres, type PostgresServer} from '../helpers/postgres-server.js';
import {openBench, type Bench} from '../helpers/program.js';

type Report = {
	readonly targets: readonly {
		readonly status: string;
		readonly reason?: string;
		readonly findings: readonly {
			readonly check: string;
			readonly outcome: string;
			readonly grant?: string;
		}[];
	}[];
};

let bench: Bench;
let postgres: PostgresServer;
const right = {DB_PW: 'right-one'};
beforeAll(async () => {
	bench = await openBench();
	const {ca, server} = await issueServer();
	await writeFile(join(bench.folder, 'ca.pem'), ca.cert);
	postgres = await startPostgres({
		tls: {cert: server.cert, key: server.key},
		sql: ["CREATE ROLE monitor LOGIN PASSWORD 'right-one'", 'GRANT pg_monitor TO monitor'],
	});
	bench.dbvet(['init', '.', '--yes', '--organisation', 'Example Ltd']);
	const add = (name: string, database: string, ...more: readonly string[]): void => {
		const url = `postgres://monitor@127.0.0.1:${postgres.port}/${database}`;
		const args = ['target', 'add', name, url, '--password-env', 'DB_PW', ...more];
		expect(bench.dbvet(args).code).toBe(0);
	};
	add('prod', 'postgres', '--ca', 'ca.pem');
	add('strange', 'postgres');
	add('missing', 'nowhere', '--ca', 'ca.pem');
});
afterAll(async () => {
	await postgres.stop();
	await bench.remove();
});

const look = (name: string, env: NodeJS.ProcessEnv) => {
	const text = bench.dbvet(['probe', name], env);
	const json = bench.dbvet(['probe', name, '--json'], env);
	return {text, json, report: (JSON.parse(json.out) as Report).targets[0]!};
};

describe('a probe that nobody let in is not complete', () => {
	test.each([
		[
			'prod',
			{DB_PW: 'wrong'},
			'authentication-failed',
			'prod: the server refused the password of monitor for database postgres. Check DB_PW.',
		],
		['prod', {DB_PW: ''}, 'no-credentials', 'DB_PW is not set'],
		['strange', right, 'certificate-not-verified', 'dbvet target change strange --ca FILE'],
		['missing', right, 'authentication-failed', 'missing: there is no database nowhere. Check'],
	])('%s with %j: %s', (name, env, reason, sentence) => {
		const {text, json, report} = look(name, env);
		expect(text.code).toBe(3);
		expect(json.code).toBe(3);
		expect(report).toMatchObject({status: 'partial', reason});
		expect(report.findings.some(f => f.check.startsWith('tls-') && f.outcome === 'pass')).toBe(
			true,
		);
		const [first = ''] = text.out.replaceAll('\n  ', ' ').split('\n');
		expect(first).toContain(sentence);
		expect(json.err.replaceAll('\n', ' ')).toContain(sentence);
		expect(text.out).not.toMatch(/pg-log-|pg-hba-/);
		expect(text.out.split('\n').filter(line => line.includes(reason))).toHaveLength(2);
		expect(bench.dbvet(['probe', name, '--verbose'], env).out).toContain('pg-log-');
	});

	test('the documents say that the run was partial, and why', async () => {
		look('prod', {DB_PW: 'wrong'});
		const out = join(bench.folder, 'documents');
		expect(bench.dbvet(['render', '--format', 'md']).code).toBe(0);
		const baseline = await readFile(join(out, 'security-baseline-prod.md'), 'utf8');
		expect(baseline).toContain('partial (the login was refused)');
		const risks = await readFile(join(out, 'risk-assessment.md'), 'utf8');
		expect(risks).toMatch(
			/prod: the login as `monitor` to the database `postgres` did not succeed/,
		);
	});
});

test('an unreachable server is one sentence with the next step', () => {
	for (const [name, url, sentence] of [
		['gone', 'postgres://u@127.0.0.1:1/db', '127.0.0.1:1 refused the connection. Is the server'],
		['lost', 'postgres://u@no-such-name.invalid/db', 'leads to no address'],
	] as const) {
		expect(bench.dbvet(['target', 'add', name, url]).code).toBe(0);
		const {code, out} = bench.dbvet(['probe', name]);
		expect(code).toBe(3);
		expect(out).toContain(sentence);
		expect(out.trim().split('\n').length).toBeLessThan(6);
	}
	const offline = bench.dbvet(['--offline', 'probe', 'gone']);
	expect(offline.out).toContain('Leave out --offline');
	expect(offline.code).toBe(3);
});

test('too few rights leave a run complete, and name the exact right that is not advised', async () => {
	const {text, report} = look('prod', right);
	expect(text.code).toBe(0);
	expect(report.status).toBe('complete');
	const ids = ['pg-password-equals-name', 'pg-password-hash-md5', 'pg-role-without-password'];
	const hidden = report.findings.filter(f => ids.includes(f.check));
	expect(hidden.map(f => f.outcome)).toEqual(['unknown', 'unknown', 'unknown']);
	for (const {grant = ''} of hidden) {
		expect(grant).toMatch(
			/^GRANT SELECT .* ON pg_authid TO monitor \/\* in database \w+ \*\/; -- not advised: /,
		);
		expect(grant).toMatch(/superuser.*: (SELECT rolname FROM pg_authid|dbvet probe )/);
		const query = /SELECT rolname FROM .*$/.exec(grant)?.[0];
		if (query !== undefined) await postgres.query(query);
	}
	expect(text.out.replace(/\s+/g, ' ')).toContain('not advised: a monitoring role');
	bench.dbvet(['render', 'risk-assessment', '--format', 'md']);
	const risks = await readFile(join(bench.folder, 'documents/risk-assessment.md'), 'utf8');
	expect(risks).not.toMatch(/ON pg_authid TO monitor[^;|]*;`? *\|/);
	expect(risks).toContain('Not advised: a monitoring role');
	// The right that is named is exactly the one that is missing.
	for (const {grant = ''} of hidden.slice(0, 1)) await postgres.query(grant);
	const now = look('prod', right).report.findings.filter(f => ids.includes(f.check));
	expect(now.find(f => f.check === 'pg-password-equals-name')?.outcome).toBe('pass');
	expect(now.find(f => f.check === 'pg-password-hash-md5')?.outcome).toBe('pass');
	const left = now.filter(f => f.check === 'pg-role-without-password');
	for (const {outcome, grant} of left)
		if (outcome === 'unknown') expect(grant).toContain('pg_hba_file_rules');
});

test('a workspace that was moved with the CA file in it still knows the server', async () => {
	const moved = `${bench.folder}-moved`;
	await rename(bench.folder, moved);
	try {
		// The program runs in an empty folder where the workspace was.
		await mkdir(bench.folder);
		const {code, out} = bench.dbvet(['probe', 'prod', '--workspace', moved], right);
		expect(out).toMatch(/^prod\b/m);
		expect(out).not.toContain('ca.pem');
		expect(code).toBe(0);
	} finally {
		await rm(bench.folder, {recursive: true});
		await rename(moved, bench.folder);
	}
});

test('a target with a replica brings no warning of Node.js', () => {
	const url = `postgres://monitor@127.0.0.1:${postgres.port}/postgres`;
	const replica = [
		'--replica',
		`127.0.0.1:${postgres.port}`,
		'--pooler',
		`localhost:${postgres.port}`,
	];
	const {err} = bench.dbvet(
		['probe', url, ...replica, '--ca', 'ca.pem', '--password-env', 'DB_PW', '--no-record'],
		right,
	);
	expect(err).toContain('Trying whether plaintext is refused');
	expect(err).not.toContain('Warning');
});

test('a password command that hangs is named, and not the server', () => {
	const url = `postgres://monitor@127.0.0.1:${postgres.port}/postgres`;
	const {out, err, code} = bench.dbvet([
		...['probe', url, '--ca', 'ca.pem', '--timeout', '2500'],
		...['--password-command', 'exec sleep 30', '--no-record'],
	]);
	expect(code).toBe(3);
	expect((out + err).replace(/\s+/g, ' ')).toContain(
		'The password command of url took longer than the time for this target',
	);
	expect(out + err).not.toContain(`${postgres.port} took longer`);
});
