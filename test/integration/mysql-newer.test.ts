import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import type {TargetReport} from '../../src/domain/run.js';
import {checks} from '../../src/probes/mysql/checks.js';
import type {MysqlFacts} from '../../src/probes/mysql/facts.js';
import {issueServer, type Issued} from '../helpers/certificates.js';
import {judgeContext} from '../helpers/judge.js';
import {identities} from '../helpers/mariadb-fixtures.js';
import {hardened, healthy, planted, weakened} from '../helpers/mysql-newer.js';
import {startMysql, type MysqlServer} from '../helpers/mysql-server.js';
import {lines} from '../helpers/probe-local.js';
import {probeMysql} from '../helpers/probe-mysql.js';

/** What dbvet collected from real servers that Debian does not have: judged in every run, collected anew where one is named. */
const recorded = JSON.parse(
	readFileSync(join(import.meta.dirname, '../fixtures/mysql-9.7.4.json'), 'utf8'),
) as Readonly<Record<'hardened' | 'weakened', MysqlFacts>>;

/** `check[object] outcome severity` of what is no pass and does apply. */
const told = (facts: MysqlFacts): readonly string[] =>
	checks.flatMap(check =>
		check
			.judge(facts, judgeContext)
			.filter(({outcome}) => outcome === 'fail' || outcome === 'unknown')
			.map(({outcome, object, severity}) =>
				[
					object === undefined ? check.id : `${check.id}[${object}]`,
					outcome,
					...(outcome === 'fail' ? [severity ?? check.severity] : []),
				].join(' '),
			),
	);

describe('facts of MySQL 9.7.4', () => {
	test('a hardened server is left alone, but for what its edition and this machine do not have', () => {
		expect(told(recorded.hardened)).toEqual([
			'mysql-audit-plugin fail medium',
			'mysql-binlog-encryption fail low',
			'mysql-percona-mariadb-encryption fail low',
		]);
	});

	test('what was planted on another is found', () => {
		const found = told(recorded.weakened);
		for (const line of planted) expect(found).toContain(line);
		expect(found.filter(line => line.includes(' unknown'))).toEqual([]);
	});
});

/** A mysqld that whoever runs the tests names; none is expected. */
const programs = [process.env.DBVET_TEST_MYSQLD].flatMap(path => path ?? []);

describe.each(programs)('a real MySQL: %s', program => {
	let tls: Issued & {readonly ca: string};
	const running: MysqlServer[] = [];
	beforeAll(async () => {
		const {ca, server} = await issueServer({key: 'rsa-2048'});
		tls = {...server, ca: ca.cert};
	});
	afterAll(async () => {
		for (const server of running) await server.stop();
	});
	const look = async (
		options: readonly string[],
		sql: readonly string[],
	): Promise<TargetReport> => {
		const server = await startMysql({program, options, sql, tls});
		running.push(server);
		return probeMysql({
			port: server.port,
			ca: tls.ca,
			user: 'dbvet',
			password: 'Scanner-Long-Pass-1!',
			identities,
			target: {engine: 'mysql'},
		});
	};

	test('a hardened one is left alone', async () => {
		const report = await look(hardened, healthy);
		expect(report.status).toBe('complete');
		expect(lines(report).filter(line => / (fail|unknown|error)/.test(line))).toEqual([
			'mysql-audit-plugin fail medium',
			'mysql-binlog-encryption fail low',
			'mysql-percona-mariadb-encryption fail low',
		]);
	});

	test('what hides a loss, a log or a password is found', async () => {
		expect(lines(await look(hardened, [...healthy, ...weakened]))).toEqual(
			expect.arrayContaining([
				'mysql-innodb-durability fail high',
				'mysql-error-log fail low',
				'mysql-validate-password fail low',
				'mysql-password-reuse[short@10.0.0.%] fail low',
				'mysql-plugins-risky[clone] fail medium',
				'mysql-super-privs[keeper@10.0.0.%] fail high',
				// Nobody logs in as these two.
				'mysql-empty-passwords pass',
				'mysql-auth-plugin pass',
			]),
		);
	});
});
