import {setImmediate} from 'node:timers/promises';
import {expect, test} from 'vitest';
import {startDeadline} from './deadline.js';

test('however many wait for the deadline or for the end of the run, Node.js does not warn of it', async () => {
	const warnings: string[] = [];
	const note = (warning: Error): void => {
		warnings.push(warning.name);
	};
	process.on('warning', note);
	const outer = new AbortController();
	const deadlines = Array.from({length: 20}, () => startDeadline(60_000, outer.signal));
	try {
		for (const {signal} of deadlines)
			for (let i = 0; i < 20; i += 1) signal.addEventListener('abort', () => undefined);
		await setImmediate();
		expect(warnings).toEqual([]);
	} finally {
		process.off('warning', note);
		for (const {release} of deadlines) release();
	}
});
