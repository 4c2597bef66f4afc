import {expect, test} from 'vitest';
import {freshBench} from '../helpers/program.js';

const bench = freshBench();
const flat = (text: string): string => text.replaceAll(/\s+/g, ' ');

test('a question shows its allowed answers, their labels, the effort and the limit of each profile', () => {
	const {out, code} = bench.dbvet(['questionnaire', 'show', 'copy-age-hours']);
	expect(code).toBe(0);
	expect(flat(out)).toContain('a number from 0 to 8760 (hours) | dont-know');
	expect(flat(out)).toContain('Counts as met: at most 26 hours; partly: at most 72 hours');
	const days = flat(bench.dbvet(['questionnaire', 'show', 'backup-retention']).out);
	expect(days).toMatch(/met: at least 35 days; partly: at least 1 day \(regulated\)/u);
	expect(days).toMatch(/met: at least 7 days; partly: at least 1 day \(startup[^)]*\)/u);
	expect(
		bench.json<{limits: unknown}>(['questionnaire', 'show', 'backup-retention']).limits,
	).toHaveLength(2);
	expect(out).toMatch(/If it falls short \((hours|days|weeks)\)/u);
	const choice = flat(bench.dbvet(['questionnaire', 'show', 'copy-lock']).out);
	expect(choice).toMatch(/admin-lifts: \S+/u);
	expect(choice).not.toContain('Counts as');
	expect(flat(bench.dbvet(['questionnaire', 'show', 'last-access-review']).out)).toMatch(
		/Counts as met: at most \d+ days ago/u,
	);
});

test('in a workspace the limit in force is told by the question, and in the file to mail', () => {
	const init = ['init', '.', '--yes', '--organisation', 'Ex', '--profile'];
	expect(bench.dbvet([...init, 'regulated,startup']).code).toBe(0);
	for (const [name, ...more] of [
		['prod', 'postgres://dbvet@127.0.0.1:5432/db'],
		['offsite', 's3://b/p', '--kind', 'backup', '--of', 'prod'],
	])
		expect(bench.dbvet(['target', 'add', name ?? '', ...more]).code).toBe(0);
	const limit = /Counts as met: at most 26 hours(?:; partly: at most \d+ hours)?/u;
	const shown = flat(bench.dbvet(['questionnaire', 'show', 'copy-age-hours']).out);
	const [inForce] = limit.exec(shown) ?? [];
	expect(inForce).toBeDefined();
	expect(shown).not.toContain('(startup');
	expect(flat(bench.dbvet(['assess', '--blank']).out.replaceAll('#', ''))).toContain(inForce);
	expect(bench.dbvet(['profile', 'set', 'startup', '--target', 'prod', '--yes']).code).toBe(0);
});
