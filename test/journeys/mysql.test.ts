import {writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {issueServer} from '../helpers/certificates.js';
import {hardened, scanners, secrets, shop, tidy} from '../helpers/mariadb-fixtures.js';
import {haveMariadb, startMariadb, type MariadbServer} from '../helpers/mariadb-server.js';
import {openBench, type Bench} from '../helpers/program.js';

type Status = {
	readonly controls: readonly {
		readonly target: string;
		readonly control: string;
		readonly state: string;
		readonly assurance: string;
	}[];
};

describe.skipIf(!haveMariadb())('a MariaDB from the command line', () => {
	let bench: Bench;
	let server: MariadbServer;

	beforeAll(async () => {
		bench = await openBench();
		const issued = await issueServer();
		await writeFile(join(bench.folder, 'ca.pem'), issued.ca.cert);
		server = await startMariadb({
			tls: issued.server,
			options: hardened,
			rootPassword: secrets.admin,
			sql: [...tidy, ...shop, ...scanners],
		});
		bench.dbvet(['init', '.', '--yes', '--organisation', 'Example', '--profile', 'startup']);
	});
	afterAll(async () => {
		await server.stop();
		await bench.remove();
	});

	test('is added, probed and assessed', () => {
		const url = `mariadb://dbvet@127.0.0.1:${server.port}/shop`;
		const added = bench.dbvet([
			...['target', 'add', 'shop', url, '--ca', 'ca.pem', '--password-env', 'PW'],
			...['--as', 'application=shop_app/shop'],
		]);
		expect(added.out).toContain('Next: dbvet probe shop');
		const probed = bench.dbvet(['probe', 'shop'], {PW: secrets.scanner});
		expect(probed.code).toBe(0);
		// One of them is the login; the others look at TLS.
		expect(Number(/(\d+) connections/.exec(probed.out)?.[1])).toBeLessThanOrEqual(12);
		// A made-up name is tried without TLS, and that is said before.
		expect(probed.err).toContain('sent in clear (to MySQL a made-up name');
		const {controls} = bench.json<Status>(['status']);
		const state = (control: string): string | undefined => {
			const found = controls.find(one => one.control === control);
			return found === undefined ? undefined : `${found.state} ${found.assurance}`;
		};
		// Proven by the checks of MySQL: those of PostgreSQL neither stay open nor count.
		expect(state('strong-login')).toBe('met verified');
		expect(state('safe-settings')).toBe('met verified');
		expect(state('supported-and-patched')).toBe('met verified');
		// These cannot be proven from inside, or not by MariaDB.
		expect(state('few-administrators')).toBe('unknown none');
		expect(state('pgaudit')).toBe('not-applicable claimed');
		expect(state('no-public-rights')).toBe('not-applicable claimed');
	});

	test('a wrong password is explained', () => {
		const wrong = bench.dbvet(['probe', 'shop'], {PW: 'wrong'});
		expect(wrong.code).toBe(3);
		const said = (wrong.out + wrong.err).replaceAll(/\s+/g, ' ');
		expect(said).toContain('an account of this name may log in from this machine');
		expect(wrong.out + wrong.err).not.toContain(secrets.scanner);
	});

	test('the checks are listed with their controls', () => {
		const {checks} = bench.json<{
			readonly checks: readonly {readonly id: string; readonly controls: readonly string[]}[];
		}>(['probe', '--list']);
		const mine = checks.filter(({id}) => id.startsWith('mysql-'));
		expect(mine).toHaveLength(66);
		expect(mine.filter(({controls}) => controls.length === 0)).toEqual([]);
	});
});
