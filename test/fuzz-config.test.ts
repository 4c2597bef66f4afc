import {spawnSync} from 'node:child_process';
import {readFileSync, readdirSync} from 'node:fs';
import {join} from 'node:path';
import {expect, test} from 'vitest';

const root = join(import.meta.dirname, '..');

test('every test that feeds a parser of foreign bytes with made-up ones is repeated at night', () => {
	const {stdout} = spawnSync(
		process.execPath,
		[
			join(root, 'node_modules/vitest/vitest.mjs'),
			...['list', '--filesOnly', '--config', join(root, 'vitest.fuzz.config.ts')],
		],
		{cwd: root, encoding: 'utf8', env: {...process.env, NO_COLOR: '1'}},
	);
	const atNight = new Set(stdout.split('\n').map(line => line.trim()));
	const fed = ['src/probes', 'test/integration']
		.flatMap(folder =>
			readdirSync(join(root, folder), {recursive: true, encoding: 'utf8'}).map(
				file => `${folder}/${file}`,
			),
		)
		.filter(file => file.endsWith('.test.ts'))
		.filter(file => {
			// Properties of the record over whole folders feed no parser, and 100,000 of them would take days.
			const text = readFileSync(join(root, file), 'utf8');
			return (
				text.includes("from 'fast-check'") &&
				(file.startsWith('src/') || text.includes('/src/probes/'))
			);
		});
	expect(fed).toContain('src/probes/postgresql/collect/frames.test.ts');
	expect(fed.filter(file => !atNight.has(file))).toEqual([]);
});
