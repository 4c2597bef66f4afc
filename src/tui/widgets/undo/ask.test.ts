import {afterEach, expect, test} from 'vitest';
import {ids} from '../../../../test/helpers/fake-record.js';
import {fakeWorkbench} from '../../../../test/helpers/fake-workbench.js';
import {renderScreen, type RenderedScreen} from '../../../../test/helpers/render-screen.js';
import {cells} from '../../cells.js';

let screen: RenderedScreen | undefined;
afterEach(async () => {
	await screen?.close();
});

test.each([
	[60, 16],
	[80, 24],
	[120, 40],
	[200, 60],
])('what would be undone is asked whole at %d x %d', async (columns, rows) => {
	const workbench = fakeWorkbench();
	const note = 'a long reason '.repeat(4).trim();
	await workbench.answer({target: ids.prod, question: 'plaintext-refused', value: 'none', note});
	workbench.elsewhere({target: ids.prod, question: 'plaintext-refused', value: 'all'});
	screen = renderScreen(workbench, {columns, rows});
	screen.press('u');
	const {lines, frame} = screen;
	await expect.poll(frame).toContain('Bob made this change');
	expect(lines()).toHaveLength(rows - 1);
	for (const l of lines()) expect(cells(l), l).toBeLessThanOrEqual(columns - 1);
	expect(frame().replace(/\s+/g, ' ')).toContain(`Yes, for everyone → No (${note})`);
	expect(frame()).toContain('Enter undoes it · Esc keeps it');
});
