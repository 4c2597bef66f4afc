import {afterEach, describe, expect, test} from 'vitest';
import {fakeWorkbench} from '../../../../test/helpers/fake-workbench.js';
import {renderScreen, type RenderedScreen} from '../../../../test/helpers/render-screen.js';
import type {ContentTrouble} from '../../../domain/content-gaps.js';
import {cells} from '../../cells.js';
import {lineCells} from '../lines/lines.js';
import {leftOutRows} from './left-out.js';

const fault = (file: string, message: string): ContentTrouble['leftOut'][number] => ({
	file,
	faults: [{line: 5, column: 1, message}],
	follows: false,
});
const trouble: ContentTrouble = {
	leftOut: [
		fault('questionnaires/profiles/ours.yaml', 'unknown key "mandatry"; did you mean "mandatory"?'),
		fault('questionnaires/ours/questionnaire.yaml', 'the key "why" is missing here'),
	],
	profiles: ['ours'],
};

let screen: RenderedScreen | undefined;
afterEach(async () => {
	await screen?.close();
});

const show = (columns: number, rows: number, keys: readonly string[], now = trouble) => {
	const workbench = fakeWorkbench();
	const {evaluation, ...rest} = workbench.snapshot();
	const snapshot = {...rest, evaluation: {...evaluation, trouble: now}};
	screen = renderScreen({...workbench, snapshot: () => snapshot}, {columns, rows});
	screen.press(...keys);
	return screen;
};

describe('files that are left out', () => {
	test.each([
		[60, 16],
		[80, 24],
		[120, 40],
	])('are told at %d x %d on every screen, and nothing overflows', async (columns, rows) => {
		for (const keys of [[], ['f'], ['f', 'enter'], ['d'], ['v'], ['?'], ['j', 'enter'], ['P']]) {
			const {lines, close} = show(columns, rows, keys);
			await expect.poll(() => lines().length).toBe(rows - 1);
			await expect.poll(() => lines().join('\n')).toMatch(/⚠ 2 own files left out/);
			for (const l of lines()) expect(cells(l), l).toBeLessThanOrEqual(columns - 1);
			expect(lines().at(-2)).toMatch(/^ ─+$/);
			await close();
		}
	});

	test('name file, line and column, the profile in force, and where all are listed', async () => {
		const {frame} = show(120, 40, []);
		await expect
			.poll(frame)
			.toContain('questionnaires/profiles/ours.yaml:5:1 unknown key "mandatry"');
		expect(frame()).toContain('questionnaires/ours/questionnaire.yaml:5:1 the key "why"');
		expect(frame()).toContain('In force and left out: ours. The strictest of all others counts.');
		expect(frame()).toContain('dbvet questionnaire lint');
	});

	test('that do not all fit end in a mark, and hostile names do nothing', () => {
		const many = Array.from({length: 9}, (_, i) => fault(`q/\u001b[2J\u202e${i}.yaml`, 'x'));
		const rows = leftOutRows({leftOut: many, profiles: []}, {width: 78, rows: 24, full: true});
		expect(rows).toHaveLength(4);
		const text = rows.map(spans => spans.map(s => s.text).join('')).join('\n');
		expect(text).toMatch(/ …$/);
		// eslint-disable-next-line no-control-regex -- an escape character is just what must not be there.
		expect(text).not.toMatch(/[\u001b\u202e]/);
		for (const row of rows) expect(lineCells(row)).toBeLessThanOrEqual(78);
	});

	test('a profile that is in no file is one line of its own, and a line beside files', () => {
		const text = (now: ContentTrouble, full: boolean): readonly string[] =>
			leftOutRows(now, {width: 78, rows: 24, full}).map(spans => spans.map(s => s.text).join(''));
		const gone = /In force and in no file: lost\. The strictest/;
		for (const full of [true, false]) {
			expect(text({leftOut: [], profiles: ['lost']}, full)).toEqual([expect.stringMatching(gone)]);
		}
		expect(text({...trouble, profiles: ['lost', 'ours']}, true).join('\n')).toMatch(gone);
	});

	test('are no line at all when there are none', () => {
		expect(leftOutRows(undefined, {width: 78, rows: 24, full: true})).toEqual([]);
	});
});
