import {mkdir, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {issueServer} from '../helpers/certificates.js';
import {startPostgres, type PostgresServer} from '../helpers/postgres-server.js';
import {freshBench} from '../helpers/program.js';
import {onlyTls} from '../helpers/tls-server.js';

const dayMs = 86_400_000;
/** The first minute of a UTC day, so that the certificate has less than whole days left at every other hour. */
const ends = (days: number): Date =>
	new Date((Math.floor(Date.now() / dayMs) + days) * dayMs + 60_000);
const day = (days: number): string => ends(days).toISOString().slice(0, 10);

let server: PostgresServer;
let caFile: string;
/** Days that the certificate of the server has left on the calendar. */
const left = 22;
beforeAll(async () => {
	const {ca, server: leaf} = await issueServer({notAfter: ends(left)});
	caFile = ca.cert;
	server = await startPostgres({hba: onlyTls, tls: {cert: leaf.cert + ca.cert, key: leaf.key}});
});
afterAll(() => server.stop());

const bench = freshBench(async fresh => {
	fresh.init();
	await writeFile(join(fresh.folder, 'ca.pem'), caFile);
	const url = `postgres://dbvet@localhost:${server.port}/postgres`;
	expect(fresh.dbvet(['target', 'add', 'prod', url, '--ca', 'ca.pem']).code).toBe(0);
});
const run = (...args: readonly string[]): string => {
	const {code, out, err} = bench.dbvet(args);
	expect(code, err).toBe(0);
	return out;
};
const probe = (): string => run('probe', 'prod', '--only', 'tls-cert-expiry,tls-ca-expiry');
type Control = {id: string; state: string; assurance: string; because: string};
const lifetime = (): Control | undefined =>
	bench
		.json<{controls: Control[]}>(['status'])
		.controls.find(c => c.id === 'prod/certificate-lifetime');

describe('the day on which a certificate ends', () => {
	test('is no contradiction where the answer and the probe say the same', () => {
		run('answer', 'server-certificate-expiry', day(left));
		run('answer', 'ca-expiry', day(3_000));
		probe();
		expect(lifetime()).toMatchObject({state: 'not-met', assurance: 'verified'});
		expect(lifetime()?.because).toContain(`${left} days left, 30 wanted`);
	});

	test('counts in days of the calendar on both sides, so that the hour decides nothing', async () => {
		await mkdir(join(bench.folder, 'questionnaires/profiles'), {recursive: true});
		await writeFile(
			join(bench.folder, 'questionnaires/profiles/startup.yaml'),
			`id: startup\nextends: startup\nthresholds: {certificate-days-left: ${left}}\n`,
		);
		run('answer', 'server-certificate-expiry', day(left));
		run('answer', 'ca-expiry', day(3_000));
		probe();
		expect(lifetime()).toMatchObject({state: 'met', assurance: 'verified'});
	});

	test('where they differ, taking the observation withdraws the answers, and nothing is a dead end', () => {
		run('answer', 'server-certificate-expiry', day(400));
		run('answer', 'ca-expiry', day(3_000));
		probe();
		expect(lifetime()).toMatchObject({state: 'contradicted'});
		const settled = run('resolve', 'prod/certificate-lifetime', '--take-observation');
		expect(settled).toContain(
			'server-certificate-expiry is withdrawn, because only a new answer can say it: dbvet answer server-certificate-expiry VALUE --target prod',
		);
		expect(lifetime()).toMatchObject({state: 'not-met', assurance: 'verified'});
		expect(run('history')).toContain(day(400));
	});
});
