import {expect, test} from 'vitest';
import {
	fakeCheck,
	fakeFamily,
	passing,
	probeFamily,
	shown,
	sharedQuietServer,
} from '../../../test/helpers/fake-family.js';
import {databaseTarget, probeRequest} from '../../../test/helpers/probe-request.js';
import type {ProbeEvent} from '../../domain/ports.js';
import {TargetReport} from '../../domain/run.js';
import type {Verdict} from './check.js';
import {lookedAtNotes} from '../../domain/looked-at.js';
import {createProbeRunner} from './runner.js';

const quiet = sharedQuietServer();

test('a report fits its schema, the first connection is not wasted, and the platform decides the remedy', async () => {
	const port = quiet.port();
	const report = await probeFamily(quiet, fakeFamily(), {}, {platform: 'aws-rds'});
	expect(TargetReport.parse(report)).toMatchObject({status: 'complete', connections: 1});
	expect(report.findings[0]).toMatchObject({endpoint: `127.0.0.1:${port}`, remediation: 'On RDS.'});
	expect(report.endpoints[0]?.facts).toEqual({fake: {value: {seen: true, value: 'x'}}});
});

test('--offline opens nothing, and --only asks for less', async () => {
	const offline = await probeFamily(quiet, fakeFamily(), {offline: true});
	expect(offline).toMatchObject({status: 'unreachable', reason: 'offline', connections: 0});
	expect(shown(offline)).toEqual(['fake-one unknown offline']);
	const two = fakeFamily({
		checks: [fakeCheck('fake-one', () => [passing]), fakeCheck('fake-two', () => [passing])],
	});
	expect(shown(await probeFamily(quiet, two, {only: ['fake-two']}))).toEqual(['fake-two pass']);
});

test('an engine without checks is partial and never complete', async () => {
	const report = await probeFamily(quiet, fakeFamily(), {}, {engine: 'redis'});
	expect(report).toMatchObject({status: 'partial', reason: 'unsupported-version', findings: []});
});

test('one of two endpoints unreachable is partial; a name that leads nowhere has its reason', async () => {
	const port = quiet.port();
	const report = await createProbeRunner({
		families: [fakeFamily()],
		clock: () => new Date(),
		lookup: host =>
			host === 'good.test'
				? Promise.resolve(['127.0.0.1'])
				: Promise.reject(new Error('ENOTFOUND')),
	}).probe(
		probeRequest(
			databaseTarget(port, {
				endpoints: [
					{role: 'primary', host: 'good.test', port},
					{role: 'replica', host: 'bad.test', port},
				],
			}),
		),
	);
	expect(report).toMatchObject({status: 'partial', reason: 'name-not-resolved', connections: 1});
	expect(report.findings.map(({endpoint, outcome}) => `${endpoint} ${outcome}`)).toEqual([
		`good.test:${port} pass`,
		`bad.test:${port} unknown`,
	]);
});

test('of a name with several addresses the record keeps which one was looked at, and says so', async () => {
	const port = quiet.port();
	const look = async (host: string, addresses: readonly string[]) =>
		createProbeRunner({
			families: [fakeFamily()],
			clock: () => new Date(),
			lookup: () => Promise.resolve(addresses),
		}).probe(probeRequest(databaseTarget(port, {endpoints: [{role: 'primary', host, port}]})));
	// Nothing listens on the first, so that the second is looked at.
	const several = await look('db.test', ['127.0.0.99', '127.0.0.1', '127.0.0.98', '127.0.0.1']);
	expect(several.endpoints[0]?.facts.network).toEqual({
		addresses: ['127.0.0.99', '127.0.0.1', '127.0.0.98'],
		count: 3,
		lookedAt: '127.0.0.1',
	});
	expect(lookedAtNotes(several)).toEqual([
		'db.test has 3 addresses; all checks but tls-ipv6-parity looked at 127.0.0.1 only.',
	]);
	const one = await look('db.test', ['127.0.0.1']);
	expect(one.endpoints[0]?.facts.network).toMatchObject({count: 1, lookedAt: '127.0.0.1'});
	expect(lookedAtNotes(one)).toEqual([]);
	const bare = await look('127.0.0.1', ['127.0.0.2']);
	expect(bare.endpoints[0]?.facts).not.toHaveProperty('network');
	const many = Array.from({length: 300}, (_, i) => `127.0.1.${i}`);
	const flood = await look('db.test', ['127.0.0.1', ...many]);
	expect(flood.endpoints[0]?.facts.network).toMatchObject({count: 301});
	expect(JSON.stringify(flood.endpoints[0]?.facts.network).length).toBeLessThan(1_500);
	expect(
		lookedAtNotes({
			endpoints: [{role: 'primary', host: 'h', port, facts: {network: {count: '9'}}}],
		}),
	).toEqual([]);
});

test('a check of the server is not made through a pooler when there is another way', async () => {
	const port = quiet.port();
	const server2 = fakeFamily({
		checks: [{...fakeCheck('fake-one', () => [passing]), scope: 'server'}],
	});
	const pooler = {role: 'pooler', host: '127.0.0.1', port} as const;
	const both = await probeFamily(
		quiet,
		server2,
		{},
		{endpoints: [{...pooler, role: 'primary'}, pooler]},
	);
	expect(both.findings).toHaveLength(1);
	expect((await probeFamily(quiet, server2, {}, {endpoints: [pooler]})).findings).toHaveLength(1);
});

test('events tell the story in order', async () => {
	const events: ProbeEvent[] = [];
	await probeFamily(
		quiet,
		fakeFamily({
			collect: ({step}) => {
				step('looking\u0007');
				return Promise.resolve({value: {seen: true, value: 'x'}});
			},
		}),
		{onEvent: event => events.push(event)},
	);
	expect(events.map(({kind}) => kind)).toEqual(['started', 'step', 'finding', 'finished']);
	expect(events[1]).toMatchObject({text: 'looking\\u{7}'});
});

test('a family that could not look makes the run partial; denied checks alone do not', async () => {
	const port = quiet.port();
	const denied: Verdict = {
		outcome: 'unknown',
		reason: 'permission-denied',
		observed: '',
		expected: '',
	};
	const checks = [fakeCheck('fake-one', () => [denied])];
	expect(await probeFamily(quiet, fakeFamily({checks}))).toMatchObject({status: 'complete'});
	const blind = await probeFamily(
		quiet,
		fakeFamily({checks, blind: () => 'authentication-failed'}),
	);
	expect(blind).toMatchObject({status: 'partial', reason: 'authentication-failed'});
	const thrown = await probeFamily(
		quiet,
		fakeFamily({collect: () => Promise.reject(new TypeError('a bug'))}),
	);
	expect(thrown).toMatchObject({status: 'partial', reason: 'internal-error'});
	const unwanted = createProbeRunner({
		families: [
			fakeFamily(),
			fakeFamily({
				id: 'other',
				checks: [fakeCheck('other-one', () => [denied])],
				blind: () => 'no-credentials',
			}),
		],
		clock: () => new Date(),
	});
	const target = databaseTarget(port, {endpoints: [{role: 'primary', host: '127.0.0.1', port}]});
	expect(await unwanted.probe(probeRequest(target, {only: ['fake-one']}))).toMatchObject({
		status: 'complete',
	});
	expect(await unwanted.probe(probeRequest(target))).toMatchObject({
		status: 'partial',
		reason: 'no-credentials',
	});
});
