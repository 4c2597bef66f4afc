import {afterEach, describe, expect, test} from 'vitest';
import {probeRedis, said} from '../helpers/probe-redis.js';
import {haveRedis, startRedis, type RedisServer} from '../helpers/redis-server.js';
import {asScanner, safeUsers} from '../helpers/redis-users.js';

const replicaRule = 'replica on >replica-password-4711 -@all +psync +replconf +ping';

describe.skipIf(!haveRedis)('a primary and its replica', () => {
	const running: RedisServer[] = [];
	afterEach(async () => {
		for (const server of running.splice(0)) await server.stop();
	});

	const pair = async (way: 'tls' | 'clear') => {
		const primary = await startRedis({ports: 'both', users: [...safeUsers, replicaRule]});
		running.push(primary);
		const port = way === 'tls' ? primary.tlsPort : primary.clearPort;
		const replica = await startRedis({
			users: safeUsers,
			settings: {
				replicaof: `127.0.0.1 ${port}`,
				masteruser: 'replica',
				masterauth: 'replica-password-4711',
				'tls-replication': way === 'tls' ? 'yes' : 'no',
			},
		});
		running.push(replica);
		// The replica knows only the CA of its own certificate.
		if (way === 'clear')
			await expect
				.poll(async () => JSON.stringify(await primary.send('INFO', 'replication')), {
					timeout: 20_000,
				})
				.toContain('state=online');
		return {primary, replica};
	};
	const look = ({tlsPort, ca}: RedisServer) => probeRedis({port: tlsPort, ca, ...asScanner});

	test('in clear: both sides show it', async () => {
		const {primary, replica} = await pair('clear');
		const ofPrimary = await look(primary);
		expect(said(ofPrimary, 'redis-replication-security')).toEqual(['fail high']);
		// It has no port in clear to name, so that nobody could be sent to it.
		expect(said(ofPrimary, 'redis-ha')).toEqual(['unknown unexpected-reply']);
		const ofReplica = await look(replica);
		expect(said(ofReplica, 'redis-replication-security')).toEqual(['fail high']);
		expect(said(ofReplica, 'redis-ha')).toEqual(['pass']);
	});

	test('a replica that cannot reach its primary is no help, and says that it would use TLS', async () => {
		const {replica} = await pair('tls');
		const report = await look(replica);
		expect(said(report, 'redis-replication-security')).toEqual(['pass']);
		expect(said(report, 'redis-ha')).toEqual(['fail medium']);
	});
});
