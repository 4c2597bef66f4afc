import {afterAll, beforeAll} from 'vitest';
import {issueServer} from './certificates.js';
import {startPostgres, type PostgresOptions, type PostgresServer} from './postgres-server.js';
import {reconfigure} from './reconfigure.js';

/** SQL that creates the users whose connections the TLS family tries. */
export const roles = [
	"CREATE ROLE app LOGIN PASSWORD 'app'",
	"CREATE ROLE report LOGIN PASSWORD 'report'",
];
export const onlyTls = ['hostssl all all 127.0.0.1/32 scram-sha-256'];
export const app = {role: 'application', user: 'app', database: 'postgres'} as const;
export const report = {role: 'reporting', user: 'report', database: 'postgres'} as const;

export type Changed = <T>(
	options: PostgresOptions,
	look: (server: PostgresServer) => Promise<T>,
) => Promise<T>;

/** One server for all defects of a file, which gets another configuration each time; onlyTls unless rules are given. */
export const changingServer = (): Changed => {
	let shared: PostgresServer;
	beforeAll(async () => {
		const {server} = await issueServer();
		shared = await startPostgres({sql: roles, tls: {cert: server.cert, key: server.key}});
	});
	afterAll(() => shared.stop());
	return async ({sql = [], ...options}, look) => {
		await reconfigure(shared, {hba: onlyTls, ...options});
		for (const statement of sql) await shared.query(statement);
		return look(shared);
	};
};
