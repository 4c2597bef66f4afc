import {spawnSync} from 'node:child_process';
import {cp, mkdtemp, readdir, readFile, rm, symlink, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {afterEach, beforeEach, expect, test} from 'vitest';

const checkout = fileURLToPath(new URL('../..', import.meta.url));
const parts = ['src', 'scripts', 'questionnaires', 'templates', 'evidence', 'test/helpers'];
const files = ['package.json', 'package-lock.json', 'tsconfig.json'];

let folder: string;
beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'dbvet-build-'));
	for (const part of [...parts, ...files])
		await cp(join(checkout, part), join(folder, part), {recursive: true});
	await symlink(join(checkout, 'node_modules'), join(folder, 'node_modules'));
});
afterEach(() => rm(folder, {recursive: true, force: true}));

test('a mistake in the content ends the build with its place alone, and leaves nothing behind', async () => {
	const file = 'questionnaires/profiles/startup.yaml';
	const text = await readFile(join(folder, file), 'utf8');
	await writeFile(join(folder, file), text.replace(/^title:/m, 'titel:'));
	const before = (await readdir(folder)).toSorted();
	const {status, stdout, stderr} = spawnSync(process.execPath, ['scripts/build.mjs'], {
		cwd: folder,
		encoding: 'utf8',
	});
	expect(stderr).toMatch(/startup\.yaml:\d+:\d+ .*"titel"/);
	expect(stdout + stderr).not.toMatch(/^\s+at |node:internal|Error:/m);
	expect(status).toBe(1);
	expect((await readdir(folder)).toSorted()).toEqual(before);
});
