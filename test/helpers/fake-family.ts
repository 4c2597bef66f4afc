import {createServer, type Server} from 'node:net';
import {afterAll, beforeAll} from 'vitest';
import type {ProbeRequest} from '../../src/domain/ports.js';
import type {TargetReport} from '../../src/domain/run.js';
import type {Check, Observed, Verdict} from '../../src/probes/engine/check.js';
import {defineFamily, type Family, type FamilyDefinition} from '../../src/probes/engine/family.js';
import {createProbeRunner} from '../../src/probes/engine/runner.js';
import {databaseTarget, probeRequest} from './probe-request.js';

type Facts = {readonly value: Observed<string>};

/** A check of the fake family, which judges what it is told to. */
export const fakeCheck = (
	id: string,
	judge: (facts: Facts) => readonly Verdict[],
): Check<Facts> => ({
	id,
	family: 'fake',
	title: 'A title',
	question: 'Is it so?',
	why: 'Because.',
	severity: 'high',
	scope: 'endpoint',
	needs: 'none',
	source: 'SELECT 1',
	remediation: {all: 'General.', 'aws-rds': 'On RDS.'},
	judge,
	examples: {healthy: [], defective: [], blind: []},
});

export const passing: Verdict = {outcome: 'pass', observed: 'yes', expected: 'yes'};

/** A family with one check that passes, and which opens one connection. */
export const fakeFamily = (definition: Partial<FamilyDefinition<Facts>> = {}): Family =>
	defineFamily<Facts>({
		id: 'fake',
		engines: ['postgresql'],
		connections: 3,
		checks: [fakeCheck('fake-one', () => [passing])],
		collect: async ({dial}) => {
			const connection = await dial();
			return {value: connection.seen ? {seen: true, value: 'x'} : connection};
		},
		...definition,
	});

export type QuietServer = {
	readonly port: () => number;
	/** How many connections are open now. */
	readonly connections: () => Promise<number>;
};

/** A server that takes every connection and never says a word, for all tests of a file. */
export const sharedQuietServer = (): QuietServer => {
	let server: Server;
	beforeAll(async () => {
		server = createServer(socket => socket.on('error', () => undefined));
		await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
	});
	afterAll(() => new Promise(resolve => server.close(resolve)));
	return {
		port: () => {
			const address = server.address();
			if (typeof address !== 'object' || address === null) throw new Error('nobody listens');
			return address.port;
		},
		connections: () =>
			new Promise((resolve, reject) => {
				server.getConnections((error, count) => (error ? reject(error) : resolve(count)));
			}),
	};
};

/** The report of one family on a database whose primary is that server. */
export const probeFamily = (
	server: QuietServer,
	family: Family,
	request: Partial<ProbeRequest> = {},
	target: Parameters<typeof databaseTarget>[1] = {},
): Promise<TargetReport> => {
	const port = server.port();
	const endpoints = [{role: 'primary', host: '127.0.0.1', port}] as const;
	return createProbeRunner({
		families: [family],
		clock: () => new Date('2026-06-01T00:00:00.000Z'),
	}).probe(probeRequest(databaseTarget(port, {endpoints, ...target}), request));
};

/** Each finding in a line: check, outcome, and the reason where there is one. */
export const shown = ({findings}: TargetReport): readonly string[] =>
	findings.map(({check: id, outcome, reason}) => [id, outcome, reason].filter(Boolean).join(' '));
