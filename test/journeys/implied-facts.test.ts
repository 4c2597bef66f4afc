import {writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import {freshBench, program} from '../helpers/program.js';
import {startInTerminal} from '../helpers/terminal.js';

const bench = freshBench();
const said =
	"counts as yes, because “Do your databases hold information about people's health?” is answered yes: health data is personal data (GDPR, Art. 4(15) and Art. 9). Change one of the two answers.";
const flat = (text: string): string => text.replace(/\s+/g, ' ');

const init = (...facts: readonly string[]) =>
	bench.dbvet([
		...['init', '.', '--yes', '--organisation', 'Clinic', '--profile', 'startup'],
		...(facts.length === 0 ? [] : ['--fact', facts.join(',')]),
	]);

/** The states of what the vendor has to sign. */
const agreements = (): readonly string[] => {
	bench.dbvet(['target', 'add', 'acme', '--kind', 'vendor']);
	return bench
		.json<{controls: {control: string; state: string}[]}>(['status'])
		.controls.filter(c => ['vendor-dpa', 'vendor-sub-processors'].includes(c.control))
		.map(c => `${c.control} ${c.state}`);
};
const asked = ['vendor-dpa unknown', 'vendor-sub-processors unknown'];

describe('health data without personal data', () => {
	test('init says it, and the agreements with the vendor still apply', () => {
		const {code, err} = init('personal-data=no', 'health-data=yes');
		expect(code).toBe(0);
		expect(flat(err)).toContain(said);
		expect(agreements()).toEqual(asked);
		expect(flat(bench.dbvet(['status']).out)).toContain(said);
	});

	test('counts as personal data where nobody answered about that, and nothing is said', () => {
		expect(init('health-data=yes').err).toBe('');
		expect(agreements()).toEqual(asked);
		expect(bench.dbvet(['status']).out).not.toContain('counts as');
	});

	test('other answers decide as ever', () => {
		expect(init('personal-data=no', 'health-data=no').err).toBe('');
		expect(agreements()).toEqual([
			'vendor-dpa not-applicable',
			'vendor-sub-processors not-applicable',
		]);
	});

	test.each([
		['holds-personal-data', 'no', 'holds-health-data', 'yes'],
		['holds-health-data', 'yes', 'holds-personal-data', 'no'],
	])('answer says it with the second answer, in whichever order: %s %s', (one, a, two, b) => {
		init();
		expect(bench.dbvet(['answer', one, a]).err).toBe('');
		expect(flat(bench.dbvet(['answer', two, b]).err)).toContain(said);
		expect(bench.dbvet(['answer', 'holds-personal-data', 'yes']).err).toBe('');
	});

	test('an answers file says it', async () => {
		init();
		await writeFile(
			join(bench.folder, 'a.yaml'),
			"targets: {organisation: {holds-personal-data: 'no', holds-health-data: 'yes'}}\n",
		);
		expect(flat(bench.dbvet(['assess', '--answers', 'a.yaml']).err)).toContain(said);
	});

	test('the terminal UI says it at both questions', async () => {
		init('personal-data=no', 'health-data=yes');
		const terminal = startInTerminal({
			program,
			args: ['--workspace', bench.folder],
			columns: 80,
			rows: 24,
			env: {DBVET_USER: 'Test Author'},
		});
		try {
			const slow = {timeout: 15_000, interval: 20};
			await expect.poll(terminal.text, slow).toContain('organisation');
			for (const words of ['identifiable people', "people's health"]) {
				terminal.type('/');
				await expect.poll(terminal.text, slow).toContain('Search');
				terminal.type(words);
				await expect.poll(terminal.text, slow).toContain('1 hit');
				terminal.type('\r');
				await expect
					.poll(() => flat(terminal.text()), slow)
					.toContain('Change one of the two answers.');
				terminal.type('\u001b');
				await expect.poll(() => flat(terminal.text()), slow).not.toContain('Change one of');
			}
			terminal.type('q');
			expect(await terminal.exit).toBe(0);
		} finally {
			await terminal.close();
		}
	});
});
