import {expect, test} from 'vitest';
import {createMeeting} from './meeting.js';

test('all wait for the last, who counts once, and for what is done then', async () => {
	let isDone = false;
	const meeting = createMeeting(2, async () => {
		await Promise.resolve();
		isDone = true;
	});
	const [one, two] = [meeting(), meeting()];
	const first = one();
	void one();
	await new Promise(resolve => setImmediate(resolve));
	expect(isDone).toBe(false);
	await two();
	expect(isDone).toBe(true);
	await first;
});
