import {expect, test} from 'vitest';
import {
	tinyContent,
	tinyControl,
	tinyQuestion,
	tinyQuestionnaire,
} from '../helpers/tiny-content.js';
import {ids} from '../helpers/fake-record.js';
import {fakeWorkbench} from '../helpers/fake-workbench.js';
import {tinyAnswer, tinyNow, tinyState, tinyVendor} from '../helpers/tiny-record.js';
import {press, startOn} from '../helpers/tui-state.js';
import {assess} from '../../src/assessment/index.js';
import type {Answer} from '../../src/domain/answer.js';
import type {Content} from '../../src/domain/content.js';
import type {Target} from '../../src/domain/target.js';
import type {Workbench} from '../../src/services/workbench.js';
import {search} from '../../src/tui/model/search.js';
import type {State} from '../../src/tui/state.js';
import {lineCells, type Line} from '../../src/tui/widgets/lines/lines.js';
import {compareLines} from '../../src/tui/screens/vendors/compare.js';
import {dutyLines} from '../../src/tui/screens/vendors/duties.js';

const hostile = 'evil\u001b[2J\u202e-with-a-very-long-name-that-goes-on';
const [alpha, beta, evil] = [tinyVendor('alpha'), tinyVendor('beta'), tinyVendor(hostile)] as const;

const vendorContent = tinyContent({
	questionnaires: [
		tinyQuestionnaire({
			id: 'vendors',
			kind: 'vendor',
			controls: [
				tinyControl({id: 'tls', kind: 'vendor', weight: 5, knockOut: true}),
				tinyControl({id: 'duties', kind: 'vendor', weight: 2}),
			],
			questions: [
				tinyQuestion({id: 'tls', control: 'tls'}),
				tinyQuestion({
					id: 'patching',
					control: 'duties',
					duty: {title: 'Patching'},
					answer: {
						kind: 'choice',
						options: [
							{id: 'vendor', label: 'The vendor', claim: 'met'},
							{id: 'us', label: 'We', claim: 'met'},
							{id: 'both', label: 'Both', claim: 'met'},
							{id: 'nobody', label: 'Nobody', claim: 'not-met'},
						],
					},
				}),
			],
		}),
	],
});

const on = (
	targets: readonly Target[],
	columns = 80,
	rows = 24,
	content: Content = vendorContent,
	more: readonly Answer[] = [],
): State => {
	const state = tinyState({
		targets,
		answers: targets
			.flatMap(t => [
				tinyAnswer(t, 'tls', t === beta ? 'no' : 'yes'),
				tinyAnswer(t, 'patching', 'nobody'),
			])
			.concat(more),
	});
	const evaluation = assess({content, state, runs: [], checks: [], now: tinyNow});
	const workbench: Workbench = {
		...fakeWorkbench(),
		snapshot: () => ({state, content, checks: [], evaluation}),
	};
	return press(startOn(workbench, columns, rows), 'v').state;
};

const shown = (lines: readonly Line[]): string =>
	lines
		.map(l =>
			l
				.map(s => s.text)
				.join('')
				.trimEnd(),
		)
		.join('\n');

test('v on the home screen opens the vendors, and Esc leads back', () => {
	const state = on([alpha, beta]);
	expect(state.screen).toBe('vendors');
	expect(press(state, 'esc').state.screen).toBe('home');
});

test('the home screen hands over the vendor that is marked', () => {
	const {state} = press(startOn(fakeWorkbench()), 'j', 'j', 'j', 'v');
	expect(state.vendors.vendor).toBe(ids.vendor);
});

test('vendors stand side by side, the first one first, with what rules one out', () => {
	const text = shown(compareLines(on([alpha, beta]), 78, 19));
	expect(text).toMatch(/▸alpha +beta/);
	expect(text).toMatch(/Place +1 +out/);
	expect(text).toMatch(/5\* tls holds +✔ claimed +✖ knocked out/);
});

const certified = (day: string, columns = 80, rows = 24): State => {
	const [first] = vendorContent.questionnaires;
	const own = {
		...vendorContent,
		questionnaires: [
			{
				...first!,
				controls: [...first!.controls, tinyControl({id: 'iso', kind: 'vendor', weight: 4})],
				questions: [
					...first!.questions,
					tinyQuestion({
						id: 'iso',
						control: 'iso',
						answer: {kind: 'date', met: {ahead: 0}, expires: 'ISO/IEC 27001 certificate'},
					}),
				],
			},
		],
	};
	return on([alpha, beta], columns, rows, own, [tinyAnswer(beta, 'iso', day)]);
};

test.each([
	[78, 19, /Has run out +– +ISO\/IEC 27001 *\n +certificate/],
	[118, 35, /Has run out +– +ISO\/IEC 27001 certificate/],
])('says at %d x %d what has run out, and why the marked cell says so', (width, height, row) => {
	const late = press(certified('2026-10-01'), 'right', 'down').state;
	const text = shown(compareLines(late, width, height));
	expect(text).toMatch(row);
	expect(text).toContain('beta: ISO/IEC 27001 certificate ran out on 2026-10-01.');
	expect(shown(compareLines(certified('2027-10-01'), width, height))).not.toContain('Has run out');
});

test('a wide screen names what runs out next in full', () => {
	expect(shown(compareLines(certified('2027-10-01'), 118, 35))).toMatch(
		/Runs out next +– +313 d ISO\/IEC 27001 *\n +certificate/,
	);
});

test('Enter leads to the question of the marked control of the marked vendor', () => {
	const {state} = press(on([alpha, beta]), 'right', 'down', 'enter');
	expect(state.screen).toBe('questions');
	expect(state.questions.target).toBe(beta.id);
	expect(state.questions.question).toBe('patching');
	const duty = press(on([alpha, beta]), 'tab', 'tab', 'enter').state;
	expect(duty.questions.question).toBe('patching');
});

test('the verdict has no line to open, and says so', () => {
	const {state} = press(on([alpha, beta]), 'tab', 'enter');
	expect(state.screen).toBe('vendors');
	expect(state.notice?.text).toBe('No question stands behind this.');
});

test('who does what names duties without an owner', () => {
	const state = press(on([alpha, beta]), 'tab', 'tab').state;
	expect(shown(dutyLines(state, 78, 19))).toMatch(/▸ Patching +nobody/);
});

test('more vendors than fit come into view when they are marked', () => {
	const many = Array.from({length: 9}, (_, n) => tinyVendor(`vendor-${n}`));
	const state = press(on(many), ...Array.from({length: 20}, () => 'right')).state;
	const text = shown(compareLines(state, 78, 19));
	expect(text).toContain('▸vendor-8');
	expect(text).not.toContain('vendor-0');
});

test.each([
	[58, 11],
	[78, 19],
	[118, 35],
])('a hostile name fits into %d x %d and is only shown', (width, height) => {
	const state = on([alpha, evil]);
	for (const lines of [
		compareLines(state, width, height),
		dutyLines(press(state, 'right').state, width, height),
	]) {
		expect(lines.length).toBeLessThanOrEqual(height);
		for (const l of lines) expect(lineCells(l)).toBeLessThanOrEqual(width);
		expect(shown(lines)).not.toMatch(
			// eslint-disable-next-line no-control-regex -- control characters are just what is looked for.
			/[\u0000-\u0009\u000b-\u001f\u202e]/,
		);
	}
});

test('the search finds a vendor by its name and opens the comparison', () => {
	const hit = search(on([alpha, beta]).snapshot, 'vendors beta').hits[0];
	expect(hit).toMatchObject({kind: 'vendor', place: {screen: 'vendors', vendor: beta.id}});
});
