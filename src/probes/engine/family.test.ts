import {expect, test} from 'vitest';
import {
	fakeCheck,
	fakeFamily,
	passing,
	probeFamily,
	shown,
	sharedQuietServer,
} from '../../../test/helpers/fake-family.js';
import {connectionBudget} from './family.js';

const quiet = sharedQuietServer();

test('a collector that throws is an error finding of each of its checks', async () => {
	const report = await probeFamily(
		quiet,
		fakeFamily({collect: () => Promise.reject(new Error('bug'))}),
	);
	expect(shown(report)).toEqual(['fake-one error internal-error']);
	expect(report.status).toBe('partial');
});

test('a collector that never ends is left behind at the deadline', async () => {
	const report = await probeFamily(
		quiet,
		fakeFamily({collect: () => new Promise<never>(() => undefined)}),
		{
			timeoutMs: 100,
		},
	);
	expect(shown(report)).toEqual(['fake-one unknown timed-out']);
	expect(report).toMatchObject({status: 'partial', reason: 'timed-out'});
	expect(report.durationMs).toBeLessThan(2_000);
});

test('cancelling keeps what was collected', async () => {
	const controller = new AbortController();
	const report = await probeFamily(
		quiet,
		fakeFamily({
			collect: async ({signal, stopped}) => {
				await new Promise(resolve => {
					signal.addEventListener('abort', resolve);
					setImmediate(() => controller.abort());
				});
				return {value: {seen: true, value: `kept, ${stopped()}`}};
			},
			checks: [
				fakeCheck('fake-one', ({value}) => [
					{...passing, observed: value.seen ? value.value : 'lost'},
				]),
			],
		}),
		{signal: controller.signal},
	);
	expect(report.findings[0]?.observed).toBe('kept, cancelled');
	expect(report).toMatchObject({status: 'partial', reason: 'cancelled'});
});

test('a family gets no connection beyond its share, and closed sockets do not come back', async () => {
	const reasons: string[] = [];
	const report = await probeFamily(
		quiet,
		fakeFamily({
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
	await expect.poll(quiet.connections).toBe(0);
});

test('a connection ends when its life is over', async () => {
	const report = await probeFamily(
		quiet,
		fakeFamily({
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
