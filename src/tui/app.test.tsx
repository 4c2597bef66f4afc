import {afterEach, describe, expect, test} from 'vitest';
import {fakeTargets, ids} from '../../test/helpers/fake-record.js';
import {fakeWorkbench} from '../../test/helpers/fake-workbench.js';
import {renderScreen, type RenderedScreen} from '../../test/helpers/render-screen.js';
import {cells} from './cells.js';

let screen: RenderedScreen | undefined;
afterEach(async () => {
	await screen?.close();
});

const show = (
	columns: number,
	rows: number,
	keys: readonly string[] = [],
	workbench = fakeWorkbench(),
): RenderedScreen => {
	const shown = renderScreen(workbench, {columns, rows});
	screen = shown;
	shown.press(...keys);
	return shown;
};

const places: Readonly<Record<string, readonly string[]>> = {
	home: [],
	question: ['j', 'enter'],
	asking: ['j', 'enter', 'enter'],
	note: ['j', 'enter', 'n'],
	field: ['j', 'enter', 's', 's', 's', 'enter'],
	outline: ['j', 'enter', 'l'],
	end: ['j', 'enter', ...Array.from({length: 9}, () => 's')],
	probes: ['G', 'p'],
	findings: ['f'],
	detail: ['f', 'enter'],
	documents: ['d'],
	vendors: ['v'],
	'vendors verdict': ['v', 'tab'],
	'vendors duties': ['v', 'tab', 'tab'],
	help: ['?'],
	search: ['/', 't', 'l', 's'],
	palette: [':'],
	'palette typed': [':', 'p', 'r', 'o'],
	history: ['H'],
	filtered: ['j', 'enter', 'o', 'o', 'o'],
	'nothing under a filter': ['j', 'enter', 'o', 'o', 'o', 'o', 's', 's'],
	'no finding under a filter': ['f', 'o', 'o', 'o', 'o', 'o', 'o', 'o', 'o'],
	waive: ['f', 'a'],
};

describe.each([
	[60, 16],
	[80, 24],
	[120, 40],
	[200, 60],
])('at %d x %d', (columns, rows) => {
	test.each(Object.keys(places))(
		'%s fits: no line too long, none too many, the footer in view',
		async place => {
			const {lines} = show(columns, rows, places[place]);
			await expect.poll(() => lines().length).toBe(rows - 1);
			for (const l of lines()) expect(cells(l), l).toBeLessThanOrEqual(columns - 1);
			expect(lines().at(-1)).toMatch(/Enter|Esc|help/);
			expect(lines()[1]).toMatch(/^ ─+$/);
			expect(lines().at(-2)).toMatch(/^ ─+$/);
		},
	);
});

test('the home screen at 80x24', async () => {
	const {frame} = show(80, 24);
	await expect.poll(frame).toContain('prod-db');
	expect(frame()).toMatchInlineSnapshot(`
		" dbvet  Example Health · regulated                                   18 % known
		 ──────────────────────────────────────────────────────────────────────────────

		 Next   ▸ Probe reporting-db: nothing about it has been observed yet.     Enter

		   Target        kind         answered         verified failing     expires
		   prod-db       database     ░░░░░░░     0/6  1        2 (1 crit)  41 d CA
		   reporting-db  database     ░░░░░░░     0/6  0        0           –
		   aiven         vendor       ░░░░░░░     0/1  0        0           –
		   shop-api      application  ░░░░░░░     0/1  0        0           –

		 Left     14 questions, about 7 minutes
		 Risk     before       ████████░░ critical
		          as answered  ████████░░ critical
		          as verified  ████████░░ critical    ? 13 controls not known






		 ──────────────────────────────────────────────────────────────────────────────
		 Enter open · p probe · f findings · d documents · / search · ? help · q quit"
	`);
});

test('a question at 80x24 with its observation beside it', async () => {
	const {frame} = show(80, 24, places.question);
	await expect.poll(frame).toContain('Observed 2 minutes ago');
	expect(frame()).toMatchInlineSnapshot(`
		" prod-db › Encryption in transit                         1 of 2 · 6 left, 3 min
		 ──────────────────────────────────────────────────────────────────────────────
		 Does the server refuse every connection that is not encrypted?

		 ▸ Yes, for everyone                Observed 2 minutes ago
		   Except known ones                ✖ user app, database shop: let in without
		   No                                 TLS
		   Don't know                       ? user backup: not tried (could not look:
		   Not applicable…                    no-credentials)
		                                    ✔ user report: refused
		                                    ⚠ This answer would contradict it: you will
		                                    be asked.

		 Note      none · n writes one

		 Why it matters
		 One client that may speak in clear is enough: its password and every row it
		 reads can be copied on the way, and nobody will notice.



		 ──────────────────────────────────────────────────────────────────────────────
		 Enter save · n note · s skip · b back · l list · h how to · ? help · q quit"
	`);
});

test('the list and the detail stand side by side where there is room', async () => {
	const {lines} = show(120, 40, places.findings);
	await expect.poll(() => lines().join('\n')).toContain('Observed');
	expect(lines()[2]).toMatch(/▸ ✖ critical .* {3}Plaintext connections are refused$/);
	screen?.resize(80, 24);
	await expect.poll(() => screen?.lines().length).toBe(23);
});

test('a small window says what to do, and a resize brings everything back', async () => {
	const {frame, resize} = show(80, 24, places.question);
	resize(59, 16);
	await expect.poll(frame).toBe('59x16 is too small, 60x16 is needed. Ctrl+C or q leaves.');
	resize(80, 24);
	await expect.poll(frame).toContain('Does the server refuse');
	resize(40, 10);
	await expect.poll(frame).toBe('40x10 is too small, 60x16 is needed.\nCtrl+C or q leaves.');
	resize(10, 3);
	await expect.poll(() => frame().split('\n').length).toBe(1);
});

test('"saved" is said only after the record is on disk', async () => {
	let release: () => void = () => undefined;
	const gate = new Promise<void>(resolve => {
		release = resolve;
	});
	const {frame, press} = show(80, 24, places.question, fakeWorkbench({beforeSave: () => gate}));
	press('3', 'enter');
	await expect.poll(frame).toContain('saving…');
	expect(frame()).not.toMatch(/ saved \d/);
	release();
	await expect.poll(frame).toMatch(/ saved \d\d:\d\d/);
	expect(frame()).toContain('Which clients still connect');
});

test('hostile text from a server or a person is shown, never obeyed', async () => {
	const evil = '\u001B]0;owned\u0007\u001B[2Jname\u202E\nnext';
	const base = fakeWorkbench().snapshot().evaluation.findings[0]!;
	const finding = {
		...base,
		object: evil,
		observed: `${evil} ${'x'.repeat(5_000)}`,
		outcome: 'fail' as const,
	};
	const workbench = fakeWorkbench({
		findings: [finding],
		answers: {
			[`${ids.prod}/tls-version`]: {
				target: ids.prod,
				question: 'tls-version',
				value: 'yes',
				note: evil,
				by: evil,
				at: '2026-11-22T11:00:00.000Z',
			},
		},
	});
	await workbench.answer({target: ids.prod, question: 'who-owns', value: evil, note: evil});
	for (const keys of [
		['j', 'enter'],
		['j', 'enter', 's'],
		['f'],
		['f', 'enter'],
		['/', 'n', 'a', 'm', 'e'],
		['H'],
		['H', 'w', 'w'],
	]) {
		const {frame, lines} = show(80, 24, keys, workbench);
		await expect.poll(() => lines().length).toBe(23);
		for (const hidden of ['\u001B', '\u0007', '\u202E']) expect(frame()).not.toContain(hidden);
		await screen?.close();
	}
});

test('forty targets with long names do not break the table, and the mark stays in view', async () => {
	const many = Array.from({length: 40}, (_, n) => ({
		...fakeTargets[0]!,
		id: `t-00000001${String(n).padStart(2, '0')}`,
		name: `database-with-a-very-long-name-indeed-number-${n}`,
	}));
	const {lines, press} = show(80, 24, [], fakeWorkbench({targets: many, findings: []}));
	press('G');
	await expect.poll(() => lines().some(l => l.includes('▸ database-with'))).toBe(true);
	expect(lines()).toHaveLength(23);
	for (const l of lines()) expect(cells(l)).toBeLessThanOrEqual(79);
	// Which of how many are on the screen, so that none seems to be missing.
	expect(lines().join('\n')).toMatch(/Target \d+-40\/40/);
});

test('typing through the keyboard: a paste is text, an arrow is a key', async () => {
	const {frame, type} = show(80, 24, places.note);
	await expect.poll(frame).toContain('▏');
	type('\u001B[200~from\rthe q clipboard\u001B[201~');
	await expect.poll(frame).toContain('from the q clipboard▏');
	type('\u001B[D\u001B[D!');
	await expect.poll(frame).toContain('from the q clipboa!▏rd');
	type('\u0003');
	await expect.poll(() => screen?.left()).toBe('interrupted');
});

test('nothing is drawn while nothing happens', async () => {
	const {frame, frames} = show(80, 24, places.question);
	await expect.poll(frame).toContain('Does the server');
	const before = frames();
	const began = performance.now();
	await expect.poll(() => performance.now() - began, {timeout: 2_000}).toBeGreaterThan(600);
	expect(frames()).toBe(before);
});
