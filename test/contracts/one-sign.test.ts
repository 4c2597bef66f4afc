import {expect, it} from 'vitest';
import {processOutput} from '../../src/cli/output.js';
import {chips} from '../../src/documents/chips.js';
import {asciiSigns} from '../../src/tui/ascii.js';
import {signs} from '../../src/tui/theme.js';

const process = (locale: string): NodeJS.Process =>
	({
		stdout: {isTTY: false},
		stderr: {},
		env: {LC_ALL: locale},
		platform: 'linux',
	}) as unknown as NodeJS.Process;

it('has one sign for what is stale, in documents, on the command line and in the terminal UI', () => {
	const {stale} = processOutput(process('C.UTF-8')).style.sign;
	expect(stale).toBe(chips.stale.sign);
	expect(stale).toBe(signs.stale);
	expect(asciiSigns(stale)).toBe(processOutput(process('C')).style.sign.stale);
});

it('has no two words for one sign where one of them is stale', () => {
	const same = Object.values(chips).filter(({sign}) => sign === chips.stale.sign);
	expect(same).toHaveLength(1);
});
