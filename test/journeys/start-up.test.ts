import {spawnSync} from 'node:child_process';
import {copyFile, mkdir, mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {afterEach, beforeEach, expect, test} from 'vitest';
import {program} from '../helpers/program.js';

const built = dirname(program);
const manifest = join(built, '../../package.json');

let folder: string;
let alone: string;
beforeEach(async () => {
	// The first file of the program, without everything that it reads later.
	folder = await mkdtemp(join(tmpdir(), 'dbvet-start-'));
	await mkdir(join(folder, 'dist/cli'), {recursive: true});
	alone = join(folder, 'dist/cli/main.js');
	await copyFile(program, alone);
	await copyFile(join(built, 'package.json'), join(folder, 'dist/cli/package.json'));
	await copyFile(manifest, join(folder, 'package.json'));
});
afterEach(() => rm(folder, {recursive: true, force: true}));

const run = (args: readonly string[]) =>
	spawnSync(process.execPath, [alone, ...args], {encoding: 'utf8', input: '', timeout: 60_000});

test.each([
	[['--help'], 'Usage: dbvet '],
	[['help', 'target', 'add'], 'Usage: dbvet target add '],
	[['target', 'add', '--help'], '--password-command <'],
	[['probe', '--help'], '--concurrency <n>'],
	[['--version'], /^\d+\.\d+\.\d+\n$/],
])('one file is enough to answer %j, so that it is quick', (args, expected) => {
	const {status, stdout, stderr} = run(args);
	expect(stderr).toBe('');
	expect(stdout).toMatch(expected);
	expect(status).toBe(0);
});

test('a command that never ends its work is a bug, and not a success', async () => {
	await writeFile(
		join(folder, 'dist/cli/cli-actions-doctor.js'),
		'exports.doctor = () => new Promise(() => {});\n',
	);
	const {status, stdout, stderr} = run(['doctor']);
	expect(stderr).toContain('The command ended before it was done.');
	expect(stdout).toBe('');
	expect(status).toBe(70);
});
