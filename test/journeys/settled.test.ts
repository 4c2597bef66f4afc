import {cp} from 'node:fs/promises';
import {fileURLToPath} from 'node:url';
import {expect, test} from 'vitest';
import {freshBench} from '../helpers/program.js';

const example = fileURLToPath(new URL('../../evidence/example/', import.meta.url));
const env = {DBVET_NOW: '2026-11-22T12:00:00Z'};
const bench = freshBench(({folder}) => cp(example, folder, {recursive: true}));
const contradiction = 'prod-db/tls-required';

const state = (): string | undefined =>
	bench
		.json<{controls: readonly {id: string; state: string}[]}>(['status'], env)
		.controls.find(({id}) => id === contradiction)?.state;

type Problem = {readonly kind: string; readonly id: string};
const stops = (): readonly Problem[] =>
	(
		JSON.parse(
			bench.dbvet(['check', '--json', '--fail-on', 'critical', '--max-unknown', '999'], env).out,
		) as {problems: readonly Problem[]}
	).problems.filter(
		({id}) => id === contradiction || id.startsWith('prod-db/tls-plaintext-refused/'),
	);

const run = (...args: readonly string[]): void => {
	const {code, err} = bench.dbvet(args, env);
	expect(code, err).toBe(0);
};
const answer = (value: string): void =>
	run('answer', 'plaintext-refused', value, '--target', 'prod-db');

test('what a person settled stops the gate no longer, until the answer or a failure changes', () => {
	expect(state()).toBe('contradicted');
	expect(stops().map(({kind}) => kind)).toEqual(['failure', 'contradiction']);
	run(
		...['resolve', contradiction, '--keep-answer'],
		...['--reason', 'A socket on the same host', '--until', '2027-01-31', '--by', 'Ada'],
	);
	expect(state()).toBe('met');
	expect(stops()).toEqual([]);

	// The same answer with another note is still the answer that was settled.
	run(
		...['answer', 'plaintext-refused', 'yes', '--target', 'prod-db'],
		...['--note', 'Looked at it again'],
	);
	expect(state()).toBe('met');

	answer('no');
	expect(stops().length).toBeGreaterThan(0);
	answer('yes');
	expect(state()).toBe('contradicted');
	expect(stops().map(({kind}) => kind)).toEqual(['failure', 'contradiction']);
	expect(bench.dbvet(['history', '--limit', '4'], env).out).toContain(
		'contradiction on tls-required open again, because the answer changed',
	);
});

test('the history says what was accepted, and what a proof stands beside', () => {
	const {out} = bench.dbvet(['history', '--limit', '999'], env);
	expect(out).toMatch(/prod-db: pg-[a-z-]+(?:, pg-[a-z-]+)* accepted until/);
	expect(out).toMatch(/evidence .+ for [a-z-]+\/[a-z-]+/);
});
