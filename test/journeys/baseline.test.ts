import {readFile, rm} from 'node:fs/promises';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {freshBench} from '../helpers/program.js';

const bench = freshBench(({init, dbvet}) => {
	init();
	dbvet(['target', 'add', 'cloud', '--kind', 'vendor']);
});

const ok = (args: readonly string[], env?: NodeJS.ProcessEnv): string => {
	const {code, out, err} = bench.dbvet(args, env);
	expect(code, err).toBe(0);
	return out;
};
const refused = (args: readonly string[], env?: NodeJS.ProcessEnv): string => {
	const {code, out, err} = bench.dbvet(args, env);
	expect([code, out]).toEqual([2, '']);
	return err;
};

/** A question of a vendor that alone decides about its control. */
const first = 'vendor-docs-published';

type Diff = {
	counts: Record<string, number>;
	deviations: {word: string; id: string; kind: string; text: string}[];
};
const words = (name?: string) =>
	bench
		.json<Diff>(['baseline', 'diff', ...(name === undefined ? [] : [name])])
		.deviations.map(({word, kind}) => `${word} ${kind}`);

test('what was approved is frozen, listed, shown, and compared with', () => {
	ok(['answer', first, 'yes']);
	const said = ok([
		'baseline',
		'approve',
		'2026-q4',
		'--note',
		'Good enough.',
		'--approver',
		'Grace',
	]);
	expect(said).toContain('The baseline 2026-q4 is approved by Grace on ');
	expect(ok(['baseline', 'list'])).toMatch(/2026-q4 +approved by Grace on .+Good enough\./);
	expect(ok(['baseline', 'show'])).toContain('approved by Grace');
	expect(ok(['baseline', 'diff'])).toContain('Nothing deviates.');
	expect(ok(['history'])).toContain('baseline 2026-q4 approved by Grace');

	ok(['answer', first, 'no']);
	ok(['target', 'rename', 'cloud', 'sky']);
	expect(words()).toEqual(['worse control', 're-answered answer']);
	ok(['baseline', 'approve', 'later']);
	expect(words()).toEqual([]);
	expect(words('2026-q4')).toEqual(['worse control', 're-answered answer']);
	ok(['target', 'retire', 'sky']);
	expect(ok(['baseline', 'diff', '2026-q4'])).toContain(
		'No longer assessed, and not compared: cloud.',
	);
});

test('a baseline is kept in the history, and comes back with it', async () => {
	ok(['answer', first, 'yes']);
	ok(['baseline', 'approve', 'one']);
	const path = join(bench.folder, 'assessment.json');
	const before = await readFile(path, 'utf8');
	await rm(path);
	ok(['baseline', 'show', 'one']);
	expect(await readFile(path, 'utf8')).toBe(before);
});

test('nothing known is not approved unless somebody says so', () => {
	expect(refused(['baseline', 'approve', 'empty'])).toContain('Nothing is known yet');
	expect(ok(['baseline', 'approve', 'empty', '--allow-empty'])).toContain('0 of ');
});

test('in the regulated profile nobody approves what they wrote', () => {
	ok(['profile', 'set', 'regulated', '--yes']);
	ok(['answer', first, 'yes'], {DBVET_USER: 'Ann'});
	expect(refused(['baseline', 'approve', 'q4'], {DBVET_USER: 'Ann'})).toContain(
		'Ann cannot approve what Ann wrote',
	);
	// The same person, spelt otherwise, and recorded by somebody else.
	expect(refused(['baseline', 'approve', 'q4', '--approver', ' ANN '])).toContain('two people');
	ok(['baseline', 'approve', 'q4', '--approver', 'Grace'], {DBVET_USER: 'Ann'});
	ok(['answer', 'vendor-network-closed', 'private'], {DBVET_USER: 'Grace'});
	expect(refused(['baseline', 'approve', 'q5', '--approver', 'Grace'])).toContain('Ann, Grace');
	// Of other targets they may have written what they like.
	ok(['target', 'add', 'other', '--kind', 'vendor']);
	ok(['answer', first, 'yes', '--target', 'other'], {DBVET_USER: 'Bob'});
	ok(['baseline', 'approve', 'q6', '--target', 'other', '--approver', 'Grace']);
	expect(ok(['baseline', 'show', 'q6'])).toContain('of other targets it says nothing');
});

test('wrong input is told, and changes nothing', () => {
	ok(['answer', first, 'yes']);
	expect(refused(['baseline', 'diff'])).toContain('No baseline was approved yet');
	expect(refused(['baseline', 'show', 'x'])).toContain('No baseline was approved yet');
	expect(ok(['baseline', 'list'])).toContain('No baseline was approved yet');
	for (const name of ['', '../x', 'a b', '__proto__', 'a'.repeat(65)])
		expect(refused(['baseline', 'approve', name])).toContain('cannot name a baseline');
	expect(refused(['baseline', 'approve', 'a', '--approver', ' \u200b '])).toContain(
		'needs an approver',
	);
	expect(refused(['baseline', 'approve', 'a', '--target', 'nothing'])).toContain('no target named');
	ok(['baseline', 'approve', 'constructor']);
	expect(refused(['baseline', 'approve', 'constructor'])).toContain('never changed');
	expect(refused(['baseline', 'diff', 'constructo'])).toContain('Did you mean constructor?');
});

test('a secret in the note is not kept', async () => {
	ok(['answer', first, 'yes']);
	const {err, code} = bench.dbvet([
		'baseline',
		'approve',
		'one',
		'--note',
		'postgres://admin:hunter2secret@db.example/shop',
	]);
	expect(code).toBe(0);
	expect(err).not.toContain('hunter2secret');
	expect(await readFile(join(bench.folder, 'assessment.json'), 'utf8')).not.toContain(
		'hunter2secret',
	);
});
