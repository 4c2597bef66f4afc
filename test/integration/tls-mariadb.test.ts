import {describe, expect, test} from 'vitest';
import type {TargetReport} from '../../src/domain/run.js';
import {issueServer} from '../helpers/certificates.js';
import {greeting, refuse, startFakeMysql} from '../helpers/fake-mysql.js';
import {startHostile} from '../helpers/hostile-server.js';
import {haveMariadb, startMariadb, type MariadbOptions} from '../helpers/mariadb-server.js';
import {mysqlPacket} from '../../src/probes/wire/mysql.js';
import {lines, notPassed, probeLocal} from '../helpers/probe-local.js';

const target = {engine: 'mariadb', identities: []} as const;

type Look = MariadbOptions & {readonly ca?: string; readonly plaintextTest?: boolean};

/** Looks at a real MariaDB once; gives the report and what the server wrote into its log meanwhile. */
const look = async ({ca, plaintextTest = true, ...options}: Look) => {
	const server = await startMariadb(options);
	try {
		const before = server.log().length;
		const request = {plaintextTest};
		const report = await probeLocal({
			port: server.port,
			target,
			request,
			...(ca === undefined ? {} : {ca}),
		});
		return {report, log: server.log().slice(before)};
	} finally {
		await server.stop();
	}
};

const observed = (report: TargetReport, check: string): string | undefined =>
	report.findings.find(finding => finding.check === check)?.observed;

describe.skipIf(!haveMariadb())('MariaDB of Debian', () => {
	test('one with nothing wrong passes all but what only a login can tell', async () => {
		const {ca, server} = await issueServer();
		const {report} = await look({
			tls: server,
			ca: ca.cert,
			options: [
				'require-secure-transport=1',
				'tls-version=TLSv1.2,TLSv1.3',
				'ssl-cipher=ECDHE+AESGCM',
			],
		});
		expect(notPassed(report)).toEqual([
			// MariaDB before 11.4 says 1045 whether it demands TLS or not: the trap is to take that for an answer.
			'mysql-wire-plaintext-refused unknown no-credentials',
			'mysql-wire-auth-plugin not-applicable',
			'tls-server-preference not-applicable',
			'tls-cert-revocation not-applicable',
			'tls-spki-pin not-applicable',
			'tls-ipv6-parity not-applicable',
		]);
		expect(observed(report, 'mysql-wire-plaintext-refused')).toContain('MariaDB before 11.4');
		expect(observed(report, 'mysql-wire-version-banner')).toMatch(/^It greets as MariaDB .*10\.11/);
		expect(report).toMatchObject({status: 'complete', connections: 8});
	});

	test('old versions and weak suites are named, and the general remedy speaks of MariaDB', async () => {
		const {ca, server} = await issueServer({key: 'rsa-2048'});
		const {report} = await look({
			tls: server,
			ca: ca.cert,
			options: ['tls-version=TLSv1.0,TLSv1.1,TLSv1.2', 'ssl-cipher=ALL:@SECLEVEL=0'],
		});
		expect(lines(report)).toEqual(
			expect.arrayContaining([
				'tls-versions[TLS 1.0] fail high',
				'tls-versions[TLS 1.1] fail high',
				'tls-ciphers-weak[anonymous (no certificate)] fail critical',
				'tls-ciphers-weak[static key exchange (no forward secrecy)] fail low',
			]),
		);
		expect(report.connections).toBeLessThanOrEqual(11);
		const remedies = report.findings.map(({remediation}) => remediation);
		expect(remedies.some(text => text.includes('tls_version'))).toBe(true);
	});

	test('no TLS and an anonymous account: both are found, and nothing passes', async () => {
		const {report} = await look({sql: ["CREATE USER ''@'%'"], options: ['skip-ssl']});
		expect(lines(report)).toEqual(
			expect.arrayContaining([
				'tls-offered fail critical',
				'mysql-wire-plaintext-refused fail critical',
				'tls-cert-expiry unknown tls-handshake-failed',
			]),
		);
		expect(lines(report).filter(line => line.endsWith(' pass'))).toEqual([
			'mysql-wire-version-banner pass',
		]);
	});

	test('without the test in clear no login is tried', async () => {
		const {server} = await issueServer();
		const options = ['log-warnings=4'];
		const tried = await look({tls: server, options});
		expect(tried.log).toContain('dbvet_nobody');
		const quiet = await look({tls: server, options, plaintextTest: false});
		expect(quiet.log).not.toContain('dbvet_nobody');
		expect(lines(quiet.report)).toContain('mysql-wire-plaintext-refused unknown cancelled');
	});
});

test.each([
	['MySQL 8.4', '8.4.13', refuse(3159), 'pass'],
	['MariaDB 11.8', '11.8.3-MariaDB', refuse(3159), 'pass'],
	['MySQL 8.4', '8.4.13', refuse(1045), 'unknown no-credentials'],
	['MariaDB 11.8', '5.5.5-11.8.3-MariaDB', refuse(1045), 'unknown no-credentials'],
	['MySQL 8.4', '8.4.13', Buffer.from([0xfe, 0x61, 0]), 'unknown no-credentials'],
	['MySQL 8.4', '8.4.13', refuse(1040), 'unknown unexpected-reply'],
	['MySQL 8.4', '8.4.13', Buffer.from([0x77]), 'unknown unexpected-reply'],
])('%s (%s) answers a login in clear with %s: %s', async (_name, version, reply, outcome) => {
	const server = await startFakeMysql(() => undefined, greeting({version}), reply);
	try {
		const report = await probeLocal({port: server.port, ca: server.ca, target});
		expect(lines(report)).toContain(`mysql-wire-plaintext-refused ${outcome}`);
	} finally {
		await server.stop();
	}
});

test.each([
	['5.7.44-log', 'fail high'],
	['5.5.5-10.4.34-MariaDB', 'fail high'],
	['8.4.13', 'pass'],
	['8.0.11-TiDB-v7.5.1', 'unknown unsupported-version'],
])('who greets as %s is judged by that: %s', async (version, outcome) => {
	const server = await startFakeMysql(() => undefined, greeting({version}));
	try {
		const report = await probeLocal({port: server.port, ca: server.ca, target});
		expect(lines(report)).toContain(`mysql-wire-version-banner ${outcome}`);
	} finally {
		await server.stop();
	}
});

test('who refuses everybody with 3159 and speaks no TLS proves nothing', async () => {
	const server = await startHostile(socket => {
		socket.write(mysqlPacket(0, greeting()));
		socket.once('data', () => socket.end(mysqlPacket(2, refuse(3159))));
	});
	try {
		const report = await probeLocal({port: server.port, target});
		expect(lines(report).filter(line => line.endsWith(' pass'))).toEqual([]);
	} finally {
		await server.stop();
	}
});

test('an address that is not let in is no answer about TLS', async () => {
	const refusal = mysqlPacket(0, Buffer.from('\xff\x6a\x04Host is not allowed', 'latin1'));
	const server = await startHostile(socket => void socket.end(refusal));
	try {
		const report = await probeLocal({port: server.port, target});
		expect(new Set(lines(report).map(line => line.split(' ').slice(1).join(' ')))).toEqual(
			new Set(['unknown connection-refused', 'not-applicable']),
		);
		expect(observed(report, 'tls-offered')).toContain('does not let this address in');
	} finally {
		await server.stop();
	}
});
