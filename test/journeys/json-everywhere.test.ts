import {expect, test} from 'vitest';
import {freshBench} from '../helpers/program.js';

const bench = freshBench(({init, dbvet}) => {
	init();
	dbvet(['target', 'add', 'acme', '--kind', 'vendor']);
});

test('a target that gets another name, or is retired, is told as one JSON document', () => {
	expect(bench.json(['target', 'rename', 'acme', 'beta'])).toMatchObject({name: 'beta'});
	expect(bench.json<{retiredAt?: string}>(['target', 'retire', 'beta']).retiredAt).toMatch(
		/^\d{4}/,
	);
	expect(bench.dbvet(['target', 'list']).out).not.toContain('beta');
});

test('an answers file to fill in is YAML, and says so', () => {
	const {code, out, err} = bench.dbvet(['assess', '--blank', '--json']);
	expect(code).toBe(2);
	expect(out).toBe('');
	expect(err).toContain('questionnaire list --json');
});
