import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {openBench, type Bench} from '../helpers/program.js';

const now = {DBVET_NOW: '2026-11-22T12:00:00Z'};
let bench: Bench;

const answer = (question: string, value: string): void => {
	const {code, err} = bench.dbvet(['answer', question, value, '--target', 'prod'], now);
	expect(code, err).toBe(0);
};
const rendered = async (name: string): Promise<string> => {
	expect(bench.dbvet(['render', '--format', 'md'], now).code).toBe(0);
	return (await readFile(join(bench.folder, 'documents', name), 'utf8')).replaceAll(/\s+/g, ' ');
};
const asked = (): string => bench.dbvet(['assess', '--blank'], now).out;

beforeAll(async () => {
	bench = await openBench();
	bench.init();
	const {code, err} = bench.dbvet(['target', 'add', 'prod', 'postgres://dbvet@127.0.0.1:5432/db']);
	expect(code, err).toBe(0);
});
afterAll(() => bench.remove());

test('brings up what stands in, who answers for it and until when', async () => {
	expect(asked()).not.toContain('plaintext-exceptions:');
	expect(asked()).not.toContain('plaintext-refused-owner:');
	answer('plaintext-refused', 'partly');
	for (const id of [
		'plaintext-exceptions',
		'plaintext-refused-owner',
		'plaintext-exceptions-until',
	])
		expect(asked()).toContain(`${id}:`);
	expect(await rendered('security-baseline-prod.md')).toContain(
		'What makes up for the missing part is not recorded; no owner is named; no end is named.',
	);
});

test('shows them beside the control in both documents', async () => {
	answer('plaintext-exceptions', 'batch, from 10.0.3.7; =HYPERLINK("x") <b>| \u001b[31mred');
	answer('plaintext-refused-owner', 'Ada Moreau');
	answer('plaintext-exceptions-until', '2027-01-31');
	for (const name of ['security-baseline-prod.md', 'risk-assessment.md']) {
		const text = await rendered(name);
		expect(text).toMatch(
			/Meanwhile: batch, from 10\.0\.3\.7; .*; owner: Ada Moreau; until: 2027-01-31\./,
		);
		expect(text).not.toContain('<b>');
		expect(text).not.toContain('\u001b');
	}
	expect(bench.dbvet(['status'], now).out).toContain('exception to tls-required 70 d');
});

test('counts an exception whose day has passed as over, everywhere', async () => {
	answer('plaintext-exceptions-until', '2026-10-01');
	const status = bench.dbvet(['status'], now).out.replaceAll(/\s+/g, ' ');
	expect(status).toContain('Answered partly, which was to hold until 2026-10-01.');
	expect(bench.json<{next: {text: string}[]}>(['status'], now).next.map(s => s.text)).toContain(
		'prod: exception to tls-required ran out on 2026-10-01.',
	);
	const check = bench.dbvet(['check', '--max-unknown', '999'], now);
	expect(check.code).toBe(1);
	expect(check.out.replaceAll(/\s+/g, ' ')).toContain(
		'Answered partly, which was to hold until 2026-10-01',
	);
	for (const name of ['security-baseline-prod.md', 'risk-assessment.md'])
		expect(await rendered(name)).toContain('until: 2026-10-01, which has passed.');
});
