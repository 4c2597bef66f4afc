import {expect, test} from 'vitest';
import {processOutput} from './output.js';

test.each([
	[0, 80],
	[undefined, 80],
	[40, 40],
	[132, 132],
])('a terminal of %j columns is taken for one of %i', (columns, taken) => {
	const stdout = {isTTY: true, columns, write: () => true};
	const process = {stdout, env: {}, platform: 'linux'} as unknown as NodeJS.Process;
	expect(processOutput(process).columns).toBe(taken);
});
