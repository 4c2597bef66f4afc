import {writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {issue, issueServer, type Issued} from '../helpers/certificates.js';
import {startPostgres, type PostgresServer} from '../helpers/postgres-server.js';
import {freshBench} from '../helpers/program.js';
import {onlyTls} from '../helpers/tls-server.js';

const bench = freshBench(fresh => fresh.init());

let ca: Issued;
let server: PostgresServer;
let own: PostgresServer;
beforeAll(async () => {
	const issued = await issueServer();
	ca = issued.ca;
	server = await startPostgres({
		hba: onlyTls,
		tls: {cert: issued.server.cert + ca.cert, key: issued.server.key},
	});
	const alone = await issue({name: 'alone', hosts: ['localhost']});
	own = await startPostgres({hba: onlyTls, tls: {cert: alone.cert, key: alone.key}});
});
afterAll(() => Promise.all([server.stop(), own.stop()]));

type Shown = {verification: {pin?: string; approval?: Record<string, unknown>}};
const shown = (): Shown => bench.json<Shown>(['target', 'show', 'prod']);
const add = (port: number, ...more: readonly string[]): void => {
	const url = `postgres://dbvet@localhost:${port}/postgres`;
	expect(bench.dbvet(['target', 'add', 'prod', url, ...more]).code).toBe(0);
};

describe('dbvet target pin', () => {
	test('pins the CA of a verified server with what was seen, and the probe holds it to that', async () => {
		await writeFile(join(bench.folder, 'ca.pem'), ca.cert);
		add(server.port, '--ca', 'ca.pem');
		const {code, out} = bench.dbvet(['target', 'pin', 'prod', '--yes']);
		expect(code).toBe(0);
		expect(out).toMatch(/Certificate +CN=localhost/);
		expect(out).toMatch(/Issuer +CN=dbvet test CA/);
		expect(out).toMatch(/Valid +until \d{4}-\d\d-\d\d, \d+ days/);
		expect(out).toMatch(/Verified +yes/);
		expect(out.match(/sha256\/\S{44}/g)).toHaveLength(3);
		const {pin, approval} = shown().verification;
		expect(approval).toMatchObject({key: 'ca', verified: true, subject: 'CN=localhost', ca: pin});
		const {entries} = bench.json<{entries: {kind: string; why?: string}[]}>(['history']);
		expect(entries.findLast(({kind}) => kind === 'target')?.why).toContain(`CA ${pin}`);
		expect(bench.dbvet(['target', 'show', 'prod']).out).toMatch(/Approved +\d{4}-.*CA above/);
		const probed = bench.dbvet(['probe', 'prod', '--only', 'tls-spki-pin', '-v']);
		expect(probed.out).toContain('A CA above the leaf has the pinned key');
	});

	test('a pin whose last sign has bits that mean nothing is the same key', async () => {
		await writeFile(join(bench.folder, 'ca.pem'), ca.cert);
		add(server.port, '--ca', 'ca.pem');
		expect(bench.dbvet(['target', 'pin', 'prod', '--yes', '--key', 'leaf']).code).toBe(0);
		const {pin = ''} = shown().verification;
		const signs = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
		const other = pin.replace(/.=$/, end => `${signs[signs.indexOf(end.charAt(0)) + 1] ?? ''}=`);
		expect(other).not.toBe(pin);
		expect(bench.dbvet(['target', 'change', 'prod', '--pin', other]).code).toBe(0);
		expect(shown().verification.pin).toBe(pin);
		const probed = bench.dbvet(['probe', 'prod', '--only', 'tls-spki-pin', '-v']);
		expect(probed.out).toContain('has the pinned key');
	});

	test('the key of the certificate itself, when that is wanted; another pin forgets what was seen', async () => {
		await writeFile(join(bench.folder, 'ca.pem'), ca.cert);
		add(server.port, '--ca', 'ca.pem');
		expect(bench.dbvet(['target', 'pin', 'prod', '--yes', '--key', 'leaf']).code).toBe(0);
		const {pin, approval} = shown().verification;
		expect(approval).toMatchObject({key: 'leaf', leaf: pin});
		const other = `sha256/${'B'.repeat(42)}A=`;
		expect(bench.dbvet(['target', 'change', 'prod', '--pin', other]).code).toBe(0);
		expect(shown().verification).toEqual({ca: 'ca.pem', pin: other});
	});

	test('refuses a server that nothing verifies, unless allowed, and then the record says so', () => {
		add(own.port);
		const refused = bench.dbvet(['target', 'pin', 'prod', '--yes']);
		expect(refused.code).toBe(3);
		expect(refused.err).toContain('not verified');
		expect(refused.err).toContain('--allow-unverified');
		expect(shown().verification).toEqual({});
		const allowed = ['target', 'pin', 'prod', '--yes', '--allow-unverified'];
		expect(bench.dbvet(allowed).code).toBe(0);
		expect(shown().verification.approval).toMatchObject({key: 'leaf', verified: false});
		expect(bench.dbvet(['history']).out + bench.dbvet(['history', '--json']).out).toContain(
			'Nothing else verified the server',
		);
		expect(bench.dbvet(['target', 'show', 'prod']).out).toContain('which nothing else verified');
	});

	test('a pin that is there does not vouch for the next one', () => {
		add(own.port, '--pin', `sha256/${'B'.repeat(43)}=`);
		expect(bench.dbvet(['target', 'pin', 'prod', '--yes', '--allow-unverified']).code).toBe(0);
		expect(bench.dbvet(['target', 'pin', 'prod', '--yes']).code).toBe(3);
	});

	test('asks nobody without a terminal, and pins nothing of a server that is not there', () => {
		add(own.port);
		const {code, err} = bench.dbvet(['target', 'pin', 'prod']);
		expect(code).toBe(2);
		expect(err).toContain('dbvet target pin prod --yes');
		bench.dbvet(['target', 'add', 'gone', 'postgres://dbvet@127.0.0.1:1/postgres']);
		const gone = bench.dbvet(['target', 'pin', 'gone', '--yes', '--allow-unverified']);
		expect(gone.code).toBe(3);
		expect(gone.err).toContain('No certificate of 127.0.0.1:1 could be seen');
		expect(bench.dbvet(['target', 'pin', 'gone', '--yes', '--offline']).code).toBe(3);
		expect(bench.dbvet(['target', 'pin', 'nobody', '--yes']).code).toBe(2);
	});

	test('endpoints without a key in common are refused', () => {
		add(own.port, '--replica', `localhost:${server.port}`);
		const {code, err} = bench.dbvet(['target', 'pin', 'prod', '--yes', '--allow-unverified']);
		expect(code).toBe(3);
		expect(err).toContain('has another key');
	});
});
