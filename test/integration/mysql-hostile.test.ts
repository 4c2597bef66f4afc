import {afterEach, describe, expect, test} from 'vitest';
import type {TargetReport} from '../../src/domain/run.js';
import {mysqlPacket} from '../../src/probes/wire/mysql.js';
import {
	greeting,
	lengthEncoded,
	ok,
	queryOf,
	readOnlyOk,
	result,
	startFakeMysql,
	type FakeMysql,
	type FakeSession,
} from '../helpers/fake-mysql.js';
import {flood, startHostile, type HostileServer} from '../helpers/hostile-server.js';
import {expectModest} from '../helpers/peak-memory.js';
import {findingsOf} from '../helpers/probe-postgres.js';
import {probeMysql} from '../helpers/probe-mysql.js';

let running: FakeMysql | HostileServer | undefined;
afterEach(async () => {
	await running?.stop();
	running = undefined;
});

const password = 'p-very-secret';
const probe = async (
	server: {readonly port: number; readonly ca?: string},
	timeoutMs = 5_000,
): Promise<TargetReport> => {
	const started = Date.now();
	const report = await probeMysql({...server, user: 'dbvet', password, request: {timeoutMs}});
	expect(Date.now() - started).toBeLessThan(timeoutMs * 1.2 + 500);
	return report;
};
const modest = ({port, ca}: FakeMysql): Promise<void> =>
	expectModest({url: `mysql://dbvet@127.0.0.1:${port}/d`, ca, timeoutMs: 5_000});
const reasons = ({findings}: TargetReport, also = 'unknown'): readonly unknown[] => {
	expect(findings.length).toBeGreaterThan(60);
	expect(new Set(findings.map(({outcome}) => outcome))).toEqual(new Set(['unknown', also]));
	return [...new Set(findings.map(({reason}) => reason))];
};

describe('before TLS', () => {
	const cases: readonly (readonly [string, Buffer, string])[] = [
		['HTTP', Buffer.from('HTTP/1.1 400 Bad Request\r\n\r\n'), 'unexpected-reply'],
		['SSH', Buffer.from('SSH-2.0-OpenSSH_9.2\r\n'), 'unexpected-reply'],
		['a length of 16 MiB', Buffer.from([0xff, 0xff, 0xff, 0, 10]), 'unexpected-reply'],
		['an empty packet', mysqlPacket(0, Buffer.alloc(0)), 'unexpected-reply'],
		['a greeting that is cut', mysqlPacket(0, greeting().subarray(0, 20)), 'unexpected-reply'],
		['a version without an end', mysqlPacket(0, Buffer.alloc(300, 10)), 'unexpected-reply'],
		['protocol 9', mysqlPacket(0, Buffer.from([9, 0])), 'unexpected-reply'],
		['no TLS', mysqlPacket(0, greeting({tls: false})), 'tls-handshake-failed'],
		[
			'a refusal',
			mysqlPacket(0, Buffer.from('\xff\x6a\x04Host is not allowed', 'latin1')),
			'connection-refused',
		],
		[
			'more than a greeting',
			Buffer.concat([mysqlPacket(0, greeting()), Buffer.from('extra')]),
			'unexpected-reply',
		],
		['a greeting and then silence', mysqlPacket(0, greeting()), 'timed-out'],
	];
	for (const [name, bytes, reason] of cases)
		test(`${name}: ${reason}`, async () => {
			running = await startHostile(socket => void socket.write(bytes));
			expect(reasons(await probe(running, 1_000))).toEqual([reason]);
		});

	test('a server that says nothing costs the deadline and no more', async () => {
		running = await startHostile(() => undefined);
		expect(reasons(await probe(running, 700))).toEqual(['timed-out']);
	});

	test('a server that drips, and one that hangs up', async () => {
		const bytes = mysqlPacket(0, greeting());
		running = await startHostile(socket => {
			let at = 0;
			const timer = setInterval(() => socket.write(bytes.subarray(at, (at += 1))), 100);
			socket.once('close', () => clearInterval(timer));
		});
		expect(reasons(await probe(running, 800))).toEqual(['timed-out']);
		await running.stop();
		running = await startHostile(socket => socket.destroy());
		expect(reasons(await probe(running))).toEqual(['connection-closed']);
	});

	test('a flood is cut off', async () => {
		running = await startHostile(socket => flood(socket, Buffer.alloc(65_536, 1)));
		expect(reasons(await probe(running))).toEqual(['limit-exceeded']);
	});
});

const askFor =
	(plugin: string) =>
	({send}: FakeSession, _body: Buffer, count: number): void => {
		if (count === 0)
			send(Buffer.concat([Buffer.from([0xfe]), Buffer.from(`${plugin}\0`), Buffer.alloc(20, 7)]));
	};

describe('the login', () => {
	test.each([
		'mysql_clear_password',
		'mysql_old_password',
		'dialog',
		'authentication_ldap_sasl_client',
		'__proto__',
		'',
	])('a server that asks for %s gets no password', async plugin => {
		running = await startFakeMysql(askFor(plugin));
		expect(reasons(await probe(running))).toEqual(['client-cannot-offer']);
		expect(Buffer.concat([...running.heard()]).includes(password)).toBe(false);
	});

	test('the old packet for mysql_old_password gets none either', async () => {
		running = await startFakeMysql(({send}, _body, count) => {
			if (count === 0) send(Buffer.from([0xfe]));
		});
		expect(reasons(await probe(running))).toEqual(['client-cannot-offer']);
	});

	test('a proof is asked for eight times at most', async () => {
		running = await startFakeMysql(({send}) =>
			send(
				Buffer.concat([Buffer.from('\xfemysql_native_password\0', 'latin1'), Buffer.alloc(21, 7)]),
			),
		);
		expect(reasons(await probe(running))).toEqual(['unexpected-reply']);
		expect(running.heard().length).toBeLessThan(12);
	});

	const replies: readonly (readonly [string, Buffer, string])[] = [
		['gibberish', Buffer.from([0x42, 1, 2]), 'unexpected-reply'],
		['an empty packet', Buffer.alloc(0), 'unexpected-reply'],
		['a step that does not exist', Buffer.from([1, 9]), 'unexpected-reply'],
		['a cut error', Buffer.from([0xff, 1]), 'unexpected-reply'],
	];
	test.each(replies)('%s is no login', async (_name, reply, reason) => {
		running = await startFakeMysql(({send}, _body, count) => {
			if (count === 0) send(reply);
		});
		expect(reasons(await probe(running, 2_000))).toEqual([reason]);
	});

	test('silence costs the deadline', async () => {
		running = await startFakeMysql(() => undefined);
		expect(reasons(await probe(running, 700))).toEqual(['timed-out']);
	});
});

/** Logs in, confirms read-only transactions and answers every other statement in the same way. */
const after =
	(answer: (session: FakeSession, sql: string) => void) =>
	(session: FakeSession, body: Buffer, count: number): void => {
		const sql = queryOf(body);
		if (count === 0) session.send(ok());
		else if (sql === 'START TRANSACTION READ ONLY') session.send(readOnlyOk);
		else if (sql !== undefined) answer(session, sql);
	};

describe('after the login', () => {
	const wrong: readonly (readonly [string, (session: FakeSession) => void, string])[] = [
		[
			'a request for a file (LOCAL INFILE)',
			({send}) => send(Buffer.concat([Buffer.from([0xfb]), Buffer.from('/etc/passwd')])),
			'unexpected-reply',
		],
		['silence', () => undefined, 'timed-out'],
		['60,000 columns', ({send}) => send(Buffer.from([0xfc, 0x60, 0xea])), 'limit-exceeded'],
		['no columns after their number', ({send}) => send(Buffer.from([3])), 'timed-out'],
		[
			'a column that is cut',
			({send}) => send(Buffer.from([1]), Buffer.from([3, 0x64])),
			'unexpected-reply',
		],
		[
			'a row whose length lies',
			({send}) => send(...result(['a'], []).slice(0, 3), Buffer.from([0xfd, 0xff, 0xff, 0xff])),
			'unexpected-reply',
		],
		['rows of another shape', ({send}) => send(...result(['evil'], [['x']])), 'unexpected-reply'],
		[
			'a column named __proto__',
			({send}) => send(...result(['__proto__', 'constructor'], [['x', 'y']])),
			'unexpected-reply',
		],
		['an error without end', ({send}) => send(Buffer.from([0xff])), 'unexpected-reply'],
	];
	test.each(wrong)('%s', async (_name, answer, reason) => {
		running = await startFakeMysql(after(answer));
		expect(reasons(await probe(running, 1_500))).toEqual([reason]);
		expect(Buffer.concat([...running.heard()]).includes('root:')).toBe(false);
	});

	test('a server that does not confirm read-only transactions is left', async () => {
		running = await startFakeMysql(({send}, _body, count) => send(count === 0 ? ok() : ok()));
		expect(reasons(await probe(running), 'fail')).toHaveLength(2);
		expect(running.heard().filter(body => queryOf(body)?.startsWith('SELECT'))).toEqual([]);
	});

	test('rows without end are cut off, in memory that is bounded', async () => {
		const row = mysqlPacket(9, lengthEncoded('x'.repeat(60_000)));
		running = await startFakeMysql(
			after(session => {
				session.send(...result(['version'], []).slice(0, 3));
				flood(session.raw, row);
			}),
		);
		expect(reasons(await probe(running, 10_000))).toEqual(['limit-exceeded']);
		await modest(running);
	});

	test.each<[string, (session: FakeSession) => void]>([
		['a flood of one byte', ({raw}) => flood(raw, Buffer.from([1]))],
		['a flood without sense', ({raw}) => flood(raw, Buffer.alloc(65_536, 1))],
		[
			'empty cells without end',
			session => {
				const columns = Array.from({length: 200}, (_, at) => `c${at}`);
				session.send(...result(columns, []).slice(0, 202));
				flood(session.raw, mysqlPacket(9, Buffer.alloc(200, 0xfb)));
			},
		],
	])('%s costs at most 60 MiB', async (_name, answer) => {
		running = await startFakeMysql(after(answer));
		await modest(running);
	});

	test('names with escapes and markup are shown as text', async () => {
		const evil = '\u001b[31m8.4.13<img src=x>\u202e';
		running = await startFakeMysql(
			after((session, sql) =>
				sql.includes('VERSION()')
					? session.send(
							...result(
								['version', 'comment', 'account', 'hostname', 'secureFilePriv'],
								[[evil, evil, evil, evil, evil]],
							),
						)
					: session.send(...result(['Variable_name', 'Value'], [])),
			),
		);
		const report = await probe(running);
		expect(findingsOf(report, 'mysql-version-eol')).toMatchObject([{outcome: 'unknown'}]);
		// eslint-disable-next-line no-control-regex -- a raw escape or override is just what must not be there.
		expect(JSON.stringify(report)).not.toMatch(/\\u001b|[\u001b\u202e]/);
	});
});
