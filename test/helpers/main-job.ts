import {writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {afterAll, beforeAll, expect} from 'vitest';
import {issueServer} from './certificates.js';
import {startPostgres, type PostgresServer} from './postgres-server.js';
import {openBench, type Bench} from './program.js';

export type Finding = {
	check: string;
	outcome: string;
	reason?: string;
	object?: string;
	severity: string;
	controls: string[];
};
export type Report = {
	targets: {status: string; findings: Finding[]; connections: number}[];
	summary: Record<string, number>;
};
export type Status = {
	controls: {id: string; control: string; state: string; assurance: string; waived: boolean}[];
	contradictions: {id: string; resolved: boolean}[];
	risks: {id: string}[];
};
type Listed = {
	questions: {id: string; control?: string; kind: string; answer: {kind: string}}[];
	controls: {id: string; checks: {check: string; role: string}[]}[];
};

/** The password of the scanner, and the environment that brings it. */
export const password = 'main-job-scanner-secret';
export const env = {PROD_PW: password};

export type MainJob = {readonly bench: () => Bench; readonly postgres: () => PostgresServer};

/**
 * A workspace with one database target, prod, on a real PostgreSQL for all tests of a file. The server lets the application
 * in without TLS, refuses the reporting user that, and writes down who logs in.
 */
export const mainJob = (): MainJob => {
	let bench: Bench;
	let postgres: PostgresServer;
	beforeAll(async () => {
		const {ca, server} = await issueServer();
		postgres = await startPostgres({
			tls: {cert: server.cert, key: server.key},
			settings: {log_connections: 'on'},
			hba: [
				'host all app 127.0.0.1/32 scram-sha-256',
				'hostssl all all 127.0.0.1/32 scram-sha-256',
			],
			sql: [
				"CREATE ROLE app LOGIN PASSWORD 'app'",
				"CREATE ROLE report LOGIN PASSWORD 'report'",
				`CREATE ROLE dbvet LOGIN PASSWORD '${password}'`,
				'GRANT pg_monitor TO dbvet',
			],
		});
		bench = await openBench();
		await writeFile(join(bench.folder, 'ca.pem'), ca.cert);
		const init = ['init', '.', '--yes', '--organisation', 'Example Ltd', '--profile', 'startup'];
		expect(bench.dbvet(init).code).toBe(0);
		const url = `postgres://dbvet@localhost:${postgres.port}/postgres`;
		const identities = ['--as', 'application=app/postgres', '--as', 'reporting=report/postgres'];
		const how = ['--ca', 'ca.pem', '--password-env', 'PROD_PW', ...identities];
		expect(bench.dbvet(['target', 'add', 'prod', url, ...how]).code).toBe(0);
	});
	afterAll(async () => {
		await bench.remove();
		await postgres.stop();
	});
	return {bench: () => bench, postgres: () => postgres};
};

/** The question and control that the refusal of plaintext bears on. */
export const plaintext = (bench: Bench): {question: string; control: string} => {
	const {questions, controls} = bench.json<Listed>(['questionnaire', 'list']);
	const control = controls.find(c =>
		c.checks.some(({check, role}) => check === 'tls-plaintext-refused' && role !== 'informs'),
	)!;
	const question = questions.find(
		q => q.control === control.id && (q.answer.kind === 'yes-no' || q.answer.kind === 'choice'),
	)!;
	return {question: question.id, control: control.id};
};

/** The answer that claims the control of a question to be met. */
export const goodAnswer = (bench: Bench, question: string): string => {
	const found = bench.json<{
		question: {answer: {kind: string; options?: {id: string; claim: string}[]}};
	}>(['questionnaire', 'show', question]);
	return found.question.answer.kind === 'yes-no'
		? 'yes'
		: found.question.answer.options!.find(o => o.claim === 'met')!.id;
};
