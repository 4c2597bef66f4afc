import {cp} from 'node:fs/promises';
import {fileURLToPath} from 'node:url';
import {expect, test} from 'vitest';
import {freshBench} from '../helpers/program.js';

const example = fileURLToPath(new URL('../../evidence/example/', import.meta.url));
const env = {DBVET_NOW: '2026-11-22T12:00:00Z'};

const bench = freshBench(({folder}) => cp(example, folder, {recursive: true}));

test('a dormant answer is named, in words and in JSON', () => {
	const {dormant} = bench.json<{dormant: unknown}>(['status'], env);
	expect(dormant).toEqual([{target: 'offsite', question: 'copy-lock-gap'}]);
	expect(bench.dbvet(['status'], env).out).toContain('(offsite/copy-lock-gap)');
});

test('evidence is listed with the target of each control', () => {
	expect(bench.dbvet(['evidence', 'list'], env).out).toContain('restore-drill of prod-db');
});

test('the profiles of one target stand in the first lines of the status', () => {
	expect(bench.dbvet(['status'], env).out).not.toContain('alone:');
	bench.dbvet(['profile', 'set', 'startup', '--target', 'reporting-db', '--yes'], env);
	expect(bench.dbvet(['status'], env).out).toContain('\nFor reporting-db alone: startup\n');
});

test('an answer that changes no state does not say that it did', () => {
	const answer = () =>
		bench.dbvet(['answer', 'copy-contents', 'yes', '--target', 'offsite'], env).out;
	answer();
	expect(answer()).toMatch(/offsite\/copy-\S+ stays \S+\./);
});

test('the list of questions counts requirements as coverage does', () => {
	type Counts = {readonly frameworks: readonly {id: string; requirements: number}[]};
	const counts = (args: readonly string[]) =>
		bench
			.json<Counts>(args, env)
			.frameworks.map(({id, requirements}) => `${id} ${requirements}`)
			.toSorted();
	expect(counts(['questionnaire', 'list'])).toEqual(counts(['questionnaire', 'coverage']));
});
