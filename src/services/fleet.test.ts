import {describe, expect, test} from 'vitest';
import {runFleet, type Ending, type FleetLimits, type Pace} from './fleet.js';

const limits: FleetLimits = {atOnce: 3, waiting: 10, perGroup: 2};
const turn = (): Promise<void> => new Promise(resolve => setImmediate(resolve));
const idle: Pace = {isIdle: () => true, moment: turn};
const busy: Pace = {isIdle: () => false, moment: turn};
const never = new AbortController().signal;
const numbers = (n: number): readonly number[] => Array.from({length: n}, (_, i) => i);

/** Work that ends when it is told to, and counts. */
const bench = (ending: Ending = 'answered') => {
	const ends = new Map<number, () => void>();
	let most = 0;
	return {
		work: (item: number): Promise<Ending> =>
			new Promise(resolve => {
				ends.set(item, () => {
					ends.delete(item);
					resolve(ending);
				});
				most = Math.max(most, ends.size);
			}),
		open: () => [...ends.keys()],
		most: () => most,
		end: (item: number) => ends.get(item)?.(),
		endAll: () => {
			for (const end of [...ends.values()]) end();
		},
	};
};
const settle = async (): Promise<void> => {
	for (let i = 0; i < 20; i += 1) await turn();
};
const alone = (item: number): string => String(item);

describe('a fleet', () => {
	test('keeps to the few at once while the processor is busy', async () => {
		const {work, open, end, endAll, most} = bench();
		const done = runFleet(numbers(6), work, {limits, groupOf: alone, pace: busy, signal: never});
		await settle();
		expect(open()).toEqual([0, 1, 2]);
		end(1);
		await settle();
		expect(open()).toEqual([0, 2, 3]);
		endAll();
		await settle();
		endAll();
		await done;
		expect(most()).toBe(3);
	});

	test('begins more while the processor waits, and no more than may wait', async () => {
		const {work, open, endAll} = bench();
		const done = runFleet(numbers(30), work, {limits, groupOf: alone, pace: idle, signal: never});
		await settle();
		expect(open()).toHaveLength(10);
		for (let i = 0; i < 4; i += 1) {
			endAll();
			await settle();
		}
		await done;
	});

	test('does not use up one server, and lets others go first', async () => {
		const {work, open, endAll, most} = bench();
		const groupOf = (item: number): string => (item < 8 ? 'one' : String(item));
		const done = runFleet(numbers(10), work, {limits, groupOf, pace: idle, signal: never});
		await settle();
		expect(open()).toEqual([0, 1, 8, 9]);
		for (let i = 0; i < 6; i += 1) {
			endAll();
			await settle();
		}
		await done;
		expect(most()).toBe(4);
	});

	test('has nothing to spare on a server that says nothing', async () => {
		const {work, open, end, endAll} = bench('silent');
		const done = runFleet(numbers(9), work, {
			limits,
			groupOf: () => 'one',
			pace: idle,
			signal: never,
		});
		await settle();
		expect(open()).toEqual([0, 1]);
		end(0);
		await settle();
		expect(open()).toHaveLength(8);
		endAll();
		await done;
	});

	test('begins nothing after a cancel, and waits for what was begun', async () => {
		const {work, open, endAll} = bench();
		const cancel = new AbortController();
		const done = runFleet(numbers(9), work, {
			limits,
			groupOf: alone,
			pace: busy,
			signal: cancel.signal,
		});
		await settle();
		cancel.abort();
		let isOver = false;
		const over = done.then(() => {
			isOver = true;
		});
		await settle();
		expect(isOver).toBe(false);
		endAll();
		await over;
		expect(open()).toEqual([]);
	});

	test('an error stops no other, and is thrown at the end', async () => {
		const seen: number[] = [];
		const work = (item: number): Promise<Ending> => {
			seen.push(item);
			return item === 1 ? Promise.reject(new Error('one')) : Promise.resolve('answered');
		};
		await expect(
			runFleet(numbers(5), work, {limits, groupOf: alone, pace: busy, signal: never}),
		).rejects.toThrow('one');
		expect(seen).toEqual([0, 1, 2, 3, 4]);
	});

	test('nothing to do is done', async () => {
		await runFleet([], () => Promise.reject(new Error('never')), {
			limits,
			groupOf: alone,
			pace: busy,
			signal: never,
		});
	});
});
