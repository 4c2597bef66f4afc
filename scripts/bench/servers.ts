import {issueServer} from '../../test/helpers/certificates.js';
import {startMariadb} from '../../test/helpers/mariadb-server.js';
import {startPostgres} from '../../test/helpers/postgres-server.js';
import {startRedis} from '../../test/helpers/redis-server.js';

export type BenchServer = {
	readonly name: string;
	/** As `dbvet probe` takes it, without a login. */
	readonly url: string;
	/** PEM of its CA. */
	readonly ca: string;
	/** How sslscan comes to TLS there. */
	readonly sslscan: readonly string[];
	readonly stop: () => Promise<void>;
};

/** Real servers on loopback with TLS, one for each way into it. */
export const startServers = async (): Promise<readonly BenchServer[]> => {
	const {ca, server} = await issueServer({key: 'rsa-2048'});
	const postgres = await startPostgres({tls: server});
	const mariadb = await startMariadb({tls: server});
	const redis = await startRedis();
	return [
		{
			name: 'PostgreSQL',
			url: `postgres://app@localhost:${postgres.port}/postgres`,
			ca: ca.cert,
			sslscan: ['--starttls-psql', `localhost:${postgres.port}`],
			stop: postgres.stop,
		},
		{
			name: 'MariaDB',
			url: `mariadb://app@localhost:${mariadb.port}/shop`,
			ca: ca.cert,
			sslscan: ['--starttls-mysql', `localhost:${mariadb.port}`],
			stop: mariadb.stop,
		},
		{
			name: 'Redis',
			url: `rediss://app@localhost:${redis.tlsPort}/0`,
			ca: redis.ca,
			sslscan: [`localhost:${redis.tlsPort}`],
			stop: redis.stop,
		},
	];
};
