import {createServer, type Server} from 'node:net';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {databaseTarget, probeRequest} from '../../../test/helpers/probe-request.js';
import type {ProbeEvent, ProbeRequest} from '../../domain/ports.js';
import type {TargetReport} from '../../domain/run.js';
import {TargetReport as Schema} from '../../domain/run.js';
import type {Check, Observed, Verdict} from './check.js';
import {connectionBudget, defineFamily, type Family, type FamilyDefinition} from './family.js';
import {probeAll} from './probe-all.js';
import {lookedAtNotes} from '../../domain/looked-at.js';
import {createProbeRunner} from './runner.js';

let server: Server;
let port = 0;
beforeAll(async () => {
	server = createServer(socket => socket.on('error', () => undefined));
	await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
	const address = server.address();
	port = typeof address === 'object' && address !== null ? address.port : 0;
});
afterAll(() => new Promise(resolve => server.close(resolve)));

type Facts = {readonly value: Observed<string>};

const check = (id: string, judge: (facts: Facts) => readonly Verdict[]): Check<Facts> => ({
	id,
	family: 'fake',
	title: 'A title',
	question: 'Is it so?',
	why: 'Because.',
	severity: 'high',
	scope: 'endpoint',
	needs: 'none',
	remediation: {all: 'General.', 'aws-rds': 'On RDS.'},
	judge,
	examples: {healthy: [], defective: [], blind: []},
});

const pass: Verdict = {outcome: 'pass', observed: 'yes', expected: 'yes'};
const fake = (definition: Partial<FamilyDefinition<Facts>> = {}): Family =>
	defineFamily<Facts>({
		id: 'fake',
		engines: ['postgresql'],
		connections: 3,
		checks: [check('fake-one', () => [pass])],
		collect: async ({dial}) => {
			const connection = await dial();
			return {value: connection.seen ? {seen: true, value: 'x'} : connection};
		},
		...definition,
	});
const run = (
	family: Family,
	request: Partial<ProbeRequest> = {},
	target = {},
): Promise<TargetReport> =>
	createProbeRunner({families: [family], clock: () => new Date('2026-06-01T00:00:00.000Z')}).probe(
		probeRequest(
			databaseTarget(port, {
				endpoints: [{role: 'primary', host: '127.0.0.1', port}],
				...target,
			}),
			request,
		),
	);
const shown = ({findings}: TargetReport): readonly string[] =>
	findings.map(({check: id, outcome, reason}) => [id, outcome, reason].filter(Boolean).join(' '));

test('a report fits its schema, the first connection is not wasted, and the platform decides the remedy', async () => {
	const report = await run(fake(), {}, {platform: 'aws-rds'});
	expect(Schema.parse(report)).toMatchObject({status: 'complete', connections: 1});
	expect(report.findings[0]).toMatchObject({endpoint: `127.0.0.1:${port}`, remediation: 'On RDS.'});
	expect(report.endpoints[0]?.facts).toEqual({fake: {value: {seen: true, value: 'x'}}});
});

test('a judge that throws or says nothing is an error finding, and the others go on', async () => {
	const report = await run(
		fake({
			checks: [
				check('fake-throws', () => {
					throw new TypeError('with the password hunter2 in it');
				}),
				check('fake-silent', () => []),
				check('fake-one', () => [pass]),
			],
		}),
	);
	expect(shown(report)).toEqual([
		'fake-throws error internal-error',
		'fake-silent error internal-error',
		'fake-one pass',
	]);
	expect(JSON.stringify(report)).not.toContain('hunter2');
	expect(report.findings[0]?.observed).toMatch(/TypeError at runner\.test\.ts:\d+/);
});

test('a collector that throws is an error finding of each of its checks', async () => {
	const report = await run(fake({collect: () => Promise.reject(new Error('bug'))}));
	expect(shown(report)).toEqual(['fake-one error internal-error']);
	expect(report.status).toBe('partial');
});

test('a collector that never ends is left behind at the deadline', async () => {
	const report = await run(fake({collect: () => new Promise<Facts>(() => undefined)}), {
		timeoutMs: 100,
	});
	expect(shown(report)).toEqual(['fake-one unknown timed-out']);
	expect(report).toMatchObject({status: 'partial', reason: 'timed-out'});
	expect(report.durationMs).toBeLessThan(2_000);
});

test('cancelling keeps what was collected', async () => {
	const controller = new AbortController();
	const report = await run(
		fake({
			collect: async ({signal, stopped}) => {
				await new Promise(resolve => {
					signal.addEventListener('abort', resolve);
					setImmediate(() => controller.abort());
				});
				return {value: {seen: true, value: `kept, ${stopped()}`}};
			},
			checks: [
				check('fake-one', ({value}) => [{...pass, observed: value.seen ? value.value : 'lost'}]),
			],
		}),
		{signal: controller.signal},
	);
	expect(report.findings[0]?.observed).toBe('kept, cancelled');
	expect(report).toMatchObject({status: 'partial', reason: 'cancelled'});
});

test('a family gets no connection beyond its share, and closed sockets do not come back', async () => {
	const reasons: string[] = [];
	const report = await run(
		fake({
			collect: async ({dial, connectionsLeft}) => {
				for (let count = 0; count < 5; count += 1) {
					const left = connectionsLeft();
					const connection = await dial();
					reasons.push(`${left} ${connection.seen ? 'open' : connection.reason}`);
				}
				return {value: {seen: true, value: 'x'}};
			},
		}),
	);
	expect(reasons).toEqual(['3 open', '2 open', '1 open', '0 limit-exceeded', '0 limit-exceeded']);
	expect(report.connections).toBe(3);
	expect(connectionBudget).toBe(12);
	await expect
		.poll(() => new Promise(resolve => server.getConnections((_, count) => resolve(count))))
		.toBe(0);
});

test('a connection ends when its life is over', async () => {
	const report = await run(
		fake({
			collect: async ({dial}) => {
				const connection = await dial({lifeMs: 50});
				if (!connection.seen) return {value: connection};
				await new Promise(resolve => connection.value.socket.once('close', resolve));
				return {value: {seen: true, value: connection.value.failure()?.reason ?? 'none'}};
			},
		}),
	);
	expect(report.endpoints[0]?.facts).toEqual({fake: {value: {seen: true, value: 'timed-out'}}});
});

test('--offline opens nothing, --only asks for less, and an unknown id is the user’s to mend', async () => {
	const offline = await run(fake(), {offline: true});
	expect(offline).toMatchObject({status: 'unreachable', reason: 'offline', connections: 0});
	expect(shown(offline)).toEqual(['fake-one unknown offline']);
	const two = fake({checks: [check('fake-one', () => [pass]), check('fake-two', () => [pass])]});
	expect(shown(await run(two, {only: ['fake-two']}))).toEqual(['fake-two pass']);
	await expect(run(two, {only: ['fake-three']})).rejects.toMatchObject({name: 'UserError'});
});

test('an engine without checks is partial and never complete', async () => {
	const report = await run(fake(), {}, {engine: 'redis'});
	expect(report).toMatchObject({status: 'partial', reason: 'unsupported-version', findings: []});
});

test('one of two endpoints unreachable is partial; a name that leads nowhere has its reason', async () => {
	const report = await createProbeRunner({
		families: [fake()],
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
	const look = async (host: string, addresses: readonly string[]) =>
		createProbeRunner({
			families: [fake()],
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
	expect(lookedAtNotes(several)).toEqual(['db.test has 3 addresses; looked at 127.0.0.1 only.']);
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
	const server2 = fake({checks: [{...check('fake-one', () => [pass]), scope: 'server'}]});
	const pooler = {role: 'pooler', host: '127.0.0.1', port} as const;
	const both = await run(server2, {}, {endpoints: [{...pooler, role: 'primary'}, pooler]});
	expect(both.findings).toHaveLength(1);
	expect((await run(server2, {}, {endpoints: [pooler]})).findings).toHaveLength(1);
});

test('texts of a server come out plain, and an object is judged once, by its worst', async () => {
	const report = await run(
		fake({
			checks: [
				check('fake-one', () => [
					{...pass, object: 'a\u001b[2J'},
					{
						outcome: 'fail',
						object: 'a\u001b[2J',
						observed: '\u202e' + 'x'.repeat(9_000),
						expected: 'y',
					},
				]),
			],
		}),
	);
	expect(report.findings).toHaveLength(1);
	expect(report.findings[0]).toMatchObject({outcome: 'fail', object: 'a\\u{1b}[2J'});
	expect(report.findings[0]?.observed.length).toBeLessThanOrEqual(410);
});

test('of very many objects the worst are kept, and the rest is announced as unknown', async () => {
	const many = Array.from({length: 5_000}, (_, index) => ({...pass, object: `o${index}`}));
	const report = await run(
		fake({
			checks: [check('fake-one', () => [...many, {...pass, outcome: 'fail', object: 'last'}])],
		}),
	);
	expect(report.findings).toHaveLength(301);
	expect(report.findings[0]).toMatchObject({outcome: 'fail', object: 'last'});
	expect(report.findings.at(-1)).toMatchObject({outcome: 'unknown', reason: 'limit-exceeded'});
});

test('events tell the story in order', async () => {
	const events: ProbeEvent[] = [];
	await run(
		fake({
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

test('many targets are probed a few at a time, in the order of the requests', async () => {
	let running = 0;
	let most = 0;
	const runner = createProbeRunner({
		clock: () => new Date(),
		families: [
			fake({
				collect: async () => {
					running += 1;
					most = Math.max(most, running);
					await new Promise(setImmediate);
					running -= 1;
					return {value: {seen: true, value: 'x'}};
				},
			}),
		],
	});
	const ids = Array.from({length: 9}, (_, index) => `t-000000000${index}`);
	const reports = await probeAll(
		runner,
		ids.map(id =>
			probeRequest(
				databaseTarget(port, {id, endpoints: [{role: 'primary', host: '127.0.0.1', port}]}),
			),
		),
		{concurrency: 3},
	);
	expect(reports.map(({target}) => target)).toEqual(ids);
	expect(most).toBeLessThanOrEqual(3);
});

test('a family that could not look makes the run partial; denied checks alone do not', async () => {
	const denied: Verdict = {
		outcome: 'unknown',
		reason: 'permission-denied',
		observed: '',
		expected: '',
	};
	const checks = [check('fake-one', () => [denied])];
	expect(await run(fake({checks}))).toMatchObject({status: 'complete'});
	const blind = await run(fake({checks, blind: () => 'authentication-failed'}));
	expect(blind).toMatchObject({status: 'partial', reason: 'authentication-failed'});
	const thrown = await run(fake({collect: () => Promise.reject(new TypeError('a bug'))}));
	expect(thrown).toMatchObject({status: 'partial', reason: 'internal-error'});
	const unwanted = createProbeRunner({
		families: [
			fake(),
			fake({
				id: 'other',
				checks: [check('other-one', () => [denied])],
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
