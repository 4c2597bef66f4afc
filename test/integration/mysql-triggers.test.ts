import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {issueServer} from '../helpers/certificates.js';
import {scanners, secrets, shop, tidy, triggersNotShown} from '../helpers/mariadb-fixtures.js';
import {haveMariadb, startMariadb, type MariadbServer} from '../helpers/mariadb-server.js';
import {lines} from '../helpers/probe-local.js';
import {probeMysql} from '../helpers/probe-mysql.js';
import {findingsOf} from '../helpers/probe-postgres.js';

const ordinary = "CREATE DEFINER=shop_app@'10.0.0.%' TRIGGER";
const about = /^mysql-(routine-definer|secrets-in-routines)\b/;

describe.skipIf(!haveMariadb())('triggers of MariaDB', () => {
	let server: MariadbServer;
	let ca: string;
	const probe = () => probeMysql({port: server.port, user: 'dbvet', password: secrets.scanner, ca});
	const look = async (): Promise<readonly string[]> =>
		lines(await probe()).filter(line => about.test(line));
	const passed = ['mysql-routine-definer pass', 'mysql-secrets-in-routines pass'];

	beforeAll(async () => {
		const issued = await issueServer();
		ca = issued.ca.cert;
		server = await startMariadb({
			tls: issued.server,
			options: ['plugin-load-add=auth_ed25519', 'skip-name-resolve'],
			rootPassword: secrets.admin,
			sql: [
				...tidy,
				...shop,
				...scanners,
				'CREATE DATABASE hidden; CREATE TABLE hidden.notes (id int)',
				`${ordinary} shop.stamp BEFORE INSERT ON shop.orders FOR EACH ROW SET NEW.id = NEW.id + 1`,
			],
		});
	});
	afterAll(() => server.stop());

	test('are not believed to be absent where they are not shown, with the right that shows them', async () => {
		const report = await probe();
		expect(lines(report).filter(line => about.test(line))).toEqual(triggersNotShown);
		for (const check of ['mysql-routine-definer', 'mysql-secrets-in-routines'])
			expect(findingsOf(report, check)[0]?.grant).toBe(
				"GRANT TRIGGER ON *.* TO 'dbvet'@'127.0.0.1'; -- this right makes triggers too: take it back after the look",
			);
	});

	test('that are ordinary pass once all of them are shown', async () => {
		server.query("GRANT TRIGGER ON *.* TO dbvet@'127.0.0.1'");
		expect(await look()).toEqual(passed);
	});

	test.each([
		[
			'CREATE DEFINER=root@localhost TRIGGER hidden.lent AFTER INSERT ON hidden.notes FOR EACH ROW SET @a = 1',
			['mysql-routine-definer[trigger hidden.notes.lent] fail medium', passed[1]],
		],
		[
			'CREATE DEFINER=gone@localhost TRIGGER hidden.lent AFTER INSERT ON hidden.notes FOR EACH ROW SET @a = 1',
			['mysql-routine-definer[trigger hidden.notes.lent] fail low', passed[1]],
		],
		[
			`${ordinary} hidden.lent AFTER UPDATE ON hidden.notes FOR EACH ROW SET @api_key = 'abcdef123456'`,
			[passed[0], 'mysql-secrets-in-routines[trigger hidden.notes.lent] fail high'],
		],
	])('are found: %s', async (statement, expected) => {
		server.query(statement);
		const report = await probe();
		server.query('DROP TRIGGER hidden.lent');
		expect(lines(report).filter(line => about.test(line))).toEqual(expected);
		expect(JSON.stringify(report)).not.toContain('abcdef123456');
	});

	test('of one schema that is shown do not speak for the others', async () => {
		server.query(
			`REVOKE TRIGGER ON *.* FROM dbvet@'127.0.0.1'; GRANT TRIGGER ON shop.* TO dbvet@'127.0.0.1'; ${ordinary} shop.told BEFORE DELETE ON shop.orders FOR EACH ROW SET @pwd = 'hunter22x'`,
		);
		expect(await look()).toEqual([
			triggersNotShown[0],
			'mysql-secrets-in-routines[trigger shop.orders.told] fail high',
			'mysql-secrets-in-routines[what was not shown] unknown permission-denied',
		]);
	});
});
