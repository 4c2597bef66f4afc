import {expect, test} from 'vitest';
import {probeRedis, said} from '../helpers/probe-redis.js';
import {haveRedis, startRedis} from '../helpers/redis-server.js';
import {asScanner, safeUsers} from '../helpers/redis-users.js';

test.skipIf(!haveRedis)('a line is left alone while it is mended, and found after', async () => {
	const server = await startRedis({users: safeUsers, ports: 'both'});
	try {
		const {ca, tlsPort: port} = server;
		const now = new Date('2023-06-01T00:00:00Z');
		const then = await probeRedis({port, ca, ...asScanner, now});
		expect(said(then, 'redis-version-eol')).toEqual(['pass']);
		const report = await probeRedis({port, ca, ...asScanner});
		expect(said(report, 'redis-version-eol')).toEqual(['fail high']);
	} finally {
		await server.stop();
	}
});
