import {mkdir, readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {issue} from '../helpers/certificates.js';
import {startPostgres, type PostgresServer} from '../helpers/postgres-server.js';
import {freshBench} from '../helpers/program.js';
import {onlyTls} from '../helpers/tls-server.js';

/** Half a day more, so that whole days are the same however long the tests take. */
const inDays = (days: number): Date => new Date(Date.now() + (days + 0.5) * 86_400_000);

let server: PostgresServer;
let caFile: string;
beforeAll(async () => {
	const ca = await issue({name: 'A CA of 119 days', isCa: true, notAfter: inDays(119)});
	const leaf = await issue({name: 'localhost', hosts: ['localhost'], by: ca, notAfter: inDays(49)});
	caFile = ca.cert;
	server = await startPostgres({
		hba: onlyTls,
		tls: {cert: leaf.cert + ca.cert, key: leaf.key},
	});
});
afterAll(() => server.stop());

const bench = freshBench(fresh => fresh.init());

type Control = {id: string; state: string; assurance: string; because: string};
type Status = {controls: Control[]; next: {text: string; kind: string}[]};
const status = (): Status => bench.json<Status>(['status']);
const lifetime = (): Control | undefined =>
	status().controls.find(c => c.id === 'prod/certificate-lifetime');

const probe = (): void => {
	const {code, err} = bench.dbvet(['probe', 'prod', '--only', 'tls-cert-expiry,tls-ca-expiry']);
	expect(code, err).toBe(0);
};

const addAndProbe = async (): Promise<void> => {
	await writeFile(join(bench.folder, 'ca.pem'), caFile);
	const url = `postgres://dbvet@localhost:${server.port}/postgres`;
	expect(bench.dbvet(['target', 'add', 'prod', url, '--ca', 'ca.pem']).code).toBe(0);
	probe();
	expect(lifetime()).toMatchObject({state: 'met', assurance: 'verified'});
};

describe('a profile whose limits are stricter than those a probe judged by', () => {
	test('takes the pass away until a new probe, and says so before and after', async () => {
		await addAndProbe();
		const preview = bench.dbvet(['profile', 'set', 'regulated', '--yes']).out;
		expect(preview).toContain('ca-days-left: 90 -> 180');
		expect(preview).toMatch(/1 verdict of a probe was judged by another limit: probe again/);
		expect(preview).toMatch(/prod: The CA does not expire soon.*90 days.*180/);
		expect(preview).toContain('prod/certificate-lifetime: met -> unknown');

		const after = lifetime();
		expect(after).toMatchObject({state: 'unknown', assurance: 'none'});
		expect(after?.because).toMatch(/judged by a limit of 90 days, and 180 are wanted now/);
		const steps = status().next.filter(step => step.text.includes('judged by'));
		expect(steps).toMatchObject([{kind: 'probe'}]);
		expect(bench.dbvet(['status']).out).toMatch(/1 verdict was judged by another limit/);
		expect(bench.dbvet(['check']).out).toMatch(/prod\/certificate-lifetime/);

		expect(bench.dbvet(['render', '--format', 'md']).err).toContain('judged by another limit');
		const risks = await readFile(join(bench.folder, 'documents/risk-assessment.md'), 'utf8');
		expect(risks).toContain('prod: 1 verdict was judged by another limit');

		probe();
		expect(lifetime()).toMatchObject({state: 'not-met', assurance: 'verified'});
		expect(bench.dbvet(['status']).out).not.toContain('another limit');

		// A failure by the stricter limit is no pass by the laxer one until somebody looks.
		const back = bench.dbvet(['profile', 'set', 'startup', '--yes']).out;
		expect(back.replace(/\s+/g, ' ')).toMatch(
			/judged by a limit of 180 days, and 90 are wanted now; it stays a failure until then/,
		);
		expect(lifetime()).toMatchObject({state: 'not-met'});
		probe();
		expect(lifetime()).toMatchObject({state: 'met', assurance: 'verified'});
	});

	test('beside an answer, the probe no longer counts as having seen better', async () => {
		await addAndProbe();
		expect(bench.dbvet(['profile', 'set', 'regulated', '--yes']).code).toBe(0);
		const day = (days: number): string => inDays(days).toISOString().slice(0, 10);
		expect(bench.dbvet(['answer', 'ca-expiry', day(119)]).code).toBe(0);
		expect(bench.dbvet(['answer', 'server-certificate-expiry', day(49)]).code).toBe(0);
		expect(lifetime()).toMatchObject({state: 'not-met', assurance: 'claimed'});
		expect(lifetime()?.because).not.toContain('the probe saw better');
	});

	test('a limit of the workspace does the same, and a looser one leaves the pass alone', async () => {
		await addAndProbe();
		const own = (days: number): Promise<void> =>
			writeFile(
				join(bench.folder, 'questionnaires/profiles/startup.yaml'),
				`id: startup\nextends: startup\nthresholds: {certificate-days-left: ${days}}\n`,
			);
		await mkdir(join(bench.folder, 'questionnaires/profiles'), {recursive: true});
		await own(60);
		expect(lifetime()).toMatchObject({state: 'unknown'});
		expect(lifetime()?.because).toMatch(/judged by a limit of 30 days, and 60 are wanted now/);
		await own(20);
		expect(lifetime()).toMatchObject({state: 'met', assurance: 'verified'});
	});
});
