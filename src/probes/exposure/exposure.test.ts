import {createServer, type Server} from 'node:net';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {databaseTarget, probeRequest} from '../../../test/helpers/probe-request.js';
import {freePort} from '../../../test/helpers/postgres-server.js';
import type {DatabaseTarget} from '../../domain/target.js';
import {kindOf} from '../engine/address-kind.js';
import type {Lookup} from '../engine/dial.js';
import {createProbeRunner} from '../../../test/helpers/noted-runner.js';
import {exposure} from './index.js';

let server: Server;
let port = 0;
let connections = 0;
beforeAll(async () => {
	server = createServer(socket => {
		connections += 1;
		socket.on('error', () => undefined);
	});
	await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
	const address = server.address();
	port = typeof address === 'object' && address !== null ? address.port : 0;
});
afterAll(() => new Promise(resolve => server.close(resolve)));

const notFound = (code: string): Promise<never> =>
	Promise.reject(Object.assign(new Error('lookup failed'), {code}));

const look = async (
	names: Readonly<Record<string, readonly string[] | string>>,
	target: Partial<DatabaseTarget>,
	request: Parameters<typeof probeRequest>[1] = {},
) => {
	const lookup: Lookup = host => {
		const found = names[host];
		if (found === undefined) return notFound('ENOTFOUND');
		return typeof found === 'string' ? notFound(found) : Promise.resolve(found);
	};
	const report = await createProbeRunner({
		families: [exposure],
		clock: () => new Date('2026-06-01T00:00:00.000Z'),
		lookup,
	}).probe(probeRequest(databaseTarget(port, target), {timeoutMs: 2_000, ...request}));
	const said = (check: string, host?: string): readonly string[] =>
		report.findings
			.filter(one => one.check === check && (host === undefined || one.endpoint.startsWith(host)))
			.map(({outcome, reason, severity}) =>
				[
					outcome,
					...(outcome === 'fail' ? [severity] : []),
					...(reason === undefined ? [] : [reason]),
				].join(' '),
			);
	return {report, said};
};
const at = (host: string, role: 'primary' | 'replica' | 'pooler' = 'primary') => ({
	role,
	host,
	port,
});

test.each([
	['8.8.8.8', 'public'],
	['2001:4860:4860::8888', 'public'],
	['10.1.2.3', 'private'],
	['172.16.0.1', 'private'],
	['172.32.0.1', 'public'],
	['192.168.1.1', 'private'],
	['169.254.1.1', 'private'],
	['100.64.0.1', 'shared'],
	['100.128.0.1', 'public'],
	['fd00::1', 'private'],
	['fe80::1%eth0', 'private'],
	['127.8.9.1', 'loopback'],
	['::1', 'loopback'],
	['::ffff:10.0.0.1', 'private'],
	['::ffff:8.8.8.8', 'public'],
	['no address', 'public'],
])('%s is %s', (address, kind) => expect(kindOf(address)).toBe(kind));

test('a name that leads to this machine is a tunnel, and a connection that was there anyway is enough', async () => {
	const before = connections;
	const {said, report} = await look({db: ['127.0.0.1']}, {endpoints: [at('db')]});
	expect(said('net-public-resolution')).toEqual(['not-applicable']);
	expect(said('net-tcp-reachable')).toEqual(['not-applicable']);
	expect(said('net-dangling-endpoint')).toEqual(['pass']);
	expect(report.connections).toBe(1);
	await expect.poll(() => connections).toBe(before + 1);
});

test('private and public addresses mixed are named, whatever answers', async () => {
	const names = {'db.example.com': ['127.0.0.1', '203.0.113.7', '2001:db8::7']};
	const {said, report} = await look(names, {endpoints: [at('db.example.com')], expect: 'private'});
	expect(said('net-public-resolution')).toEqual(['fail high']);
	expect(report.findings.find(({check}) => check === 'net-public-resolution')?.observed).toMatch(
		/seen from this machine.*203\.0\.113\.7 \(public\).*mixed/,
	);
	expect(
		(await look(names, {endpoints: [at('db.example.com')], expect: 'public'})).said(
			'net-public-resolution',
		),
	).toEqual(['pass']);
	expect(
		(await look(names, {endpoints: [at('db.example.com')]})).said('net-public-resolution'),
	).toEqual(['fail medium']);
});

test('a name that is gone from a provider’s zone is a finding; any other may be known elsewhere', async () => {
	const gone = 'old.abc.eu-central-1.rds.amazonaws.com';
	const of = async (host: string, names = {}) =>
		(await look(names, {endpoints: [at(host)]})).said('net-dangling-endpoint');
	expect(await of(gone)).toEqual(['fail medium']);
	expect(await of('db.corp.example')).toEqual(['unknown name-not-resolved']);
	expect(await of(gone, {[gone]: 'EAI_AGAIN'})).toEqual(['unknown name-not-resolved']);
	expect(await of('127.0.0.1')).toEqual(['not-applicable']);
	const {report} = await look({}, {endpoints: [at(gone)]});
	expect(report).toMatchObject({
		status: 'unreachable',
		reason: 'name-not-resolved',
		connections: 0,
	});
});

test('what does not answer from here is not private for that', async () => {
	const closed = await freePort();
	const {said} = await look({db: ['127.0.0.1']}, {endpoints: [{...at('db'), port: closed}]});
	expect(said('net-tcp-reachable')).toEqual(['unknown connection-refused']);
});

test('a replica that is more public than its primary', async () => {
	const endpoints = [at('main'), at('copy', 'replica')];
	const inner = {main: ['127.0.0.1'], copy: ['127.0.0.1', '203.0.113.7']};
	expect((await look(inner, {endpoints})).said('net-replica-exposure')).toEqual([
		'not-applicable',
		'fail high',
	]);
	const alike = {main: ['127.0.0.1'], copy: ['127.0.0.1']};
	expect((await look(alike, {endpoints})).said('net-replica-exposure', 'copy')).toEqual(['pass']);
	expect(
		(await look({copy: ['127.0.0.1']}, {endpoints})).said('net-replica-exposure', 'copy'),
	).toEqual(['unknown name-not-resolved']);
});

test('a pooler is judged as such, and --offline looks nothing up', async () => {
	const endpoints = [at('main'), at('pool', 'pooler')];
	const names = {main: ['127.0.0.1'], pool: ['127.0.0.1']};
	const {said} = await look(names, {endpoints});
	expect(said('net-pooler-exposure', 'main')).toEqual(['not-applicable']);
	const {report} = await look(names, {endpoints}, {offline: true});
	expect(new Set(report.findings.map(({outcome, reason}) => `${outcome} ${reason ?? ''}`))).toEqual(
		new Set(['unknown offline']),
	);
});
