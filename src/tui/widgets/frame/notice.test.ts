import {afterEach, describe, expect, test} from 'vitest';
import {fakeWorkbench} from '../../../../test/helpers/fake-workbench.js';
import {renderScreen, type RenderedScreen} from '../../../../test/helpers/render-screen.js';
import {UserError} from '../../../domain/errors.js';
import {cells} from '../../cells.js';
import {noticeLines} from './frame.js';

let screen: RenderedScreen | undefined;
afterEach(async () => {
	await screen?.close();
});

const failing = (folder: string) =>
	fakeWorkbench({
		beforeSave: () => {
			throw new UserError(
				`Could not save the change in ${folder}/history/w-2e797024.jsonl: permission denied. Nothing was changed.`,
				['Give yourself the rights on it, then try again.'],
			);
		},
	});

describe('a save that failed', () => {
	test.each([
		['/srv/audit', 80, 24],
		[`/srv/${'a-long-folder-name/'.repeat(8)}audit`, 80, 24],
		[`/srv/${'a-long-folder-name/'.repeat(8)}audit`, 60, 16],
		[`/srv/${'Meine Dateien/'.repeat(12)}audit`, 80, 24],
		[`/${'x'.repeat(600)}`, 120, 40],
	])('under %s at %d x %d tells why, which file and what to do', async (folder, columns, rows) => {
		screen = renderScreen(failing(folder), {columns, rows});
		screen.press('j', 'enter', '3', 'enter');
		const {lines} = screen;
		await expect.poll(() => lines().join('\n')).toContain('Not saved.');
		const told = lines().join(' ').replaceAll(/\s+/g, ' ');
		expect(told).toMatch(/w-2e797024\.jsonl: permission denied\. Nothing was changed\./);
		expect(told).toContain('Give yourself the rights on it, then try again.');
		expect(lines()).toHaveLength(rows - 1);
		for (const l of lines()) expect(cells(l), l).toBeLessThanOrEqual(columns - 1);
		expect(lines().join('\n')).toMatch(/▸ No/);
	});
});

test('what is longer than a screen can spare ends in a mark', () => {
	const lines = noticeLines({tone: 'bad', text: 'word '.repeat(400)}, 78);
	expect(lines).toHaveLength(6);
	expect(lines.at(-1)?.at(-1)?.text).toMatch(/ …$/);
});
