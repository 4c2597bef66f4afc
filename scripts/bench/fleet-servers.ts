/** Servers for the measurements, on loopback: a real PostgreSQL with TLS, and ports that take a connection and say nothing. */
import {createServer, type Server} from 'node:net';
import {issueServer} from '../../test/helpers/certificates.js';
import {startPostgres} from '../../test/helpers/postgres-server.js';

const silentPorts = 200;
const password = 'only-for-this-measurement';

const listen = (server: Server): Promise<number> =>
	new Promise(resolve => {
		server.listen(0, '127.0.0.1', () => {
			const address = server.address();
			resolve(typeof address === 'object' && address !== null ? address.port : 0);
		});
	});

const start = async (): Promise<void> => {
	const issued = await issueServer();
	const server = await startPostgres({
		tls: issued.server,
		hba: ['hostssl all all 127.0.0.1/32 scram-sha-256'],
		sql: [`CREATE ROLE dbvet LOGIN PASSWORD '${password}'`, 'GRANT pg_monitor TO dbvet'],
	});
	const silent = await Promise.all(
		Array.from({length: silentPorts}, () =>
			listen(createServer(socket => socket.on('error', () => undefined))),
		),
	);
	const stop = (): void => {
		void server.stop().then(() => process.exit(0));
	};
	process.once('SIGTERM', stop);
	process.once('disconnect', stop);
	process.send?.({port: server.port, silent, ca: issued.ca.cert, password});
};

await start();
