import {describe, expect, test} from 'vitest';
import {checks as mysqlChecks} from '../../src/probes/mysql/checks.js';
import {example as mysqlExample, mariadb} from '../../src/probes/mysql/examples.js';
import {checks as postgresChecks} from '../../src/probes/postgresql/checks.js';
import {checks as redisChecks} from '../../src/probes/redis/checks.js';
import {seen} from '../../src/probes/engine/check.js';
import {haveMariadb, startMariadb} from '../helpers/mariadb-server.js';
import {startPostgres} from '../helpers/postgres-server.js';
import {postgresVersions} from '../helpers/postgres-versions.js';
import {haveRedis, startRedis} from '../helpers/redis-server.js';

const statementsOf = (sources: readonly string[]): readonly string[] => [
	...new Set(sources.flatMap(source => source.split('; '))),
];
const refusal = (error: unknown): string => (error instanceof Error ? error.message : 'refused');

for (const {name, binaries, missing, major} of postgresVersions)
	test.skipIf(missing)(`what shows a finding runs on ${name} as it stands`, async () => {
		const server = await startPostgres({binaries});
		try {
			const refused: string[] = [];
			const wanted = statementsOf(postgresChecks.map(({source}) => source));
			expect(wanted.length).toBeGreaterThan(80);
			for (const sql of wanted) {
				const since = Number(/PostgreSQL (\d+) and newer/.exec(sql)?.[1] ?? 0);
				if (since > major) continue;
				await server
					.query(sql)
					.catch((error: unknown) => refused.push(`${sql}: ${refusal(error)}`));
			}
			expect(refused).toEqual([]);
		} finally {
			await server.stop();
		}
	});

describe.skipIf(!haveMariadb())('on MariaDB', () => {
	test('what shows a finding runs as it stands', async () => {
		const server = await startMariadb();
		try {
			const facts = mysqlExample({observer: seen(mariadb)});
			const sources = mysqlChecks.flatMap(({sourceIn}) => sourceIn?.(facts) ?? []);
			expect(sources.length).toBeGreaterThan(mysqlChecks.length - 4);
			expect(() => server.query('SELECT no_such_column FROM mysql.user')).toThrow();
			for (const sql of statementsOf(sources)) {
				expect(sql).not.toMatch(/\(MariaDB: |\(MySQL only\)/);
				expect(() => server.query(sql), sql).not.toThrow();
			}
		} finally {
			await server.stop();
		}
	});
});

describe.skipIf(!haveRedis)('on Redis', () => {
	test('what shows a finding is a command that the server knows', async () => {
		const server = await startRedis();
		try {
			const commands = statementsOf(redisChecks.map(({source}) => source)).filter(one =>
				/^(ACL|CLIENT|COMMAND|CONFIG|INFO)\b/.test(one),
			);
			expect(commands.length).toBeGreaterThan(12);
			for (const command of commands) {
				const reply = await server.send(...command.split(' '));
				expect(['text', 'list'], `${command}: ${JSON.stringify(reply)}`).toContain(reply.kind);
				// A setting or section that does not exist is answered with nothing.
				expect(JSON.stringify(reply).length, command).toBeGreaterThan(40);
			}
		} finally {
			await server.stop();
		}
	});
});
