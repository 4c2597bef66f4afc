import {expect, test} from 'vitest';
import type {CheckInfo} from '../../src/domain/check.js';
import type {Verdict} from '../../src/probes/engine/check.js';
import {defineFamily} from '../../src/probes/engine/family.js';
import {createProbeRunner} from '../../src/probes/engine/runner.js';
import {openPostgresTls} from '../../src/probes/wire/open-postgres.js';
import {issueServer} from '../helpers/certificates.js';
import {startPostgres} from '../helpers/postgres-server.js';
import {databaseTarget, probeRequest} from '../helpers/probe-request.js';

type Channel = {readonly verified: boolean; readonly why: string; readonly protocol: string};

const info: CheckInfo = {
	id: 'test-verified',
	family: 'test',
	title: 'The channel is verified',
	question: 'Is the channel verified?',
	why: 'A password goes through it.',
	severity: 'high',
	scope: 'endpoint',
	needs: 'none',
	source: 'the handshake',
	remediation: {all: 'Mend it.'},
};

const family = defineFamily<{readonly channel: Channel | string}>({
	id: 'test',
	engines: ['postgresql'],
	connections: 2,
	checks: [
		{
			...info,
			judge: ({channel}): readonly Verdict[] =>
				typeof channel === 'string'
					? [{outcome: 'unknown', reason: 'tls-handshake-failed', observed: channel, expected: ''}]
					: [
							{
								outcome: channel.verified ? 'pass' : 'fail',
								observed: `${channel.why}, ${channel.protocol}`,
								expected: 'verified',
							},
						],
			examples: {healthy: [], defective: [], blind: []},
		},
	],
	collect: async context => {
		const channel = await openPostgresTls(context);
		if (!channel.seen) return {channel: channel.reason};
		const {verified, why, protocol} = channel.value;
		return {channel: {verified, why, protocol}};
	},
});

test('the engine hands out a verified channel to a real PostgreSQL, and only with the right CA', async () => {
	const {ca, server} = await issueServer();
	const other = await issueServer();
	const postgres = await startPostgres({tls: server});
	try {
		const files = new Map([
			['ca.pem', ca.cert],
			['other.pem', other.ca.cert],
			['broken.pem', 'nonsense'],
		]);
		const runner = createProbeRunner({
			families: [family],
			clock: () => new Date(),
			readFile: path => Promise.resolve(Buffer.from(files.get(path) ?? '')),
		});
		const look = async (file: string): Promise<string> => {
			const report = await runner.probe(
				probeRequest(databaseTarget(postgres.port, {verification: {ca: file}})),
			);
			expect(report).toMatchObject({status: 'complete', connections: 1});
			return `${report.findings[0]?.outcome} ${report.findings[0]?.observed}`;
		};
		expect(await look('ca.pem')).toBe(
			'pass the chain verifies and the certificate names the host, TLSv1.3',
		);
		expect(await look('other.pem')).toMatch(/^fail the certificate does not verify: /);
		expect(await look('broken.pem')).toMatch(/^fail the CA file cannot be used: broken.pem/);
	} finally {
		await postgres.stop();
	}
});
