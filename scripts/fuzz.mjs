/**
 * Feeds every parser of foreign bytes, and every property of the assessment, at least 100,000 inputs (DBVET_FUZZ_RUNS for
 * another number): for the night, since it takes minutes. The test run does the same with a few hundred. A failure prints the seed that repeats it.
 */
import {spawnSync} from 'node:child_process';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const {status} = spawnSync(
	process.execPath,
	[
		join(root, 'node_modules/vitest/vitest.mjs'),
		'run',
		'--config',
		join(root, 'vitest.fuzz.config.ts'),
		...process.argv.slice(2),
	],
	{cwd: root, stdio: 'inherit', env: {DBVET_FUZZ_RUNS: '100000', ...process.env}},
);
process.exitCode = status ?? 1;
