import {chmod, mkdir, mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterEach, beforeEach, expect, test} from 'vitest';
import {privateLine} from './doctor-private.js';

let root: string;
const at = (name: string): string => join(root, name);
const open = async (name: string, mode: number): Promise<void> => chmod(at(name), mode);

beforeEach(async () => {
	root = await mkdtemp(join(tmpdir(), 'dbvet private '));
	await chmod(root, 0o700);
	for (const name of ['history', 'runs', 'documents']) {
		await mkdir(at(name), {mode: 0o700});
		await writeFile(at(`${name}/one`), '', {mode: 0o600});
	}
	await writeFile(at('assessment.json'), '', {mode: 0o600});
	await writeFile(at('ca.pem'), '');
	await chmod(at('ca.pem'), 0o644);
});
afterEach(() => rm(root, {recursive: true}));

test('what only its owner can read is said to be so', async () => {
	const ok = {result: 'ok', text: 'only you can read it'};
	expect(await privateLine(root)).toEqual(ok);
	await chmod(root, 0o755);
	expect(await privateLine(root)).toEqual(ok);
	// Others cannot enter the workspace, so that they do not get to a file either.
	await open('assessment.json', 0o644);
	await chmod(root, 0o700);
	expect(await privateLine(root)).toEqual(ok);
});

test.each([
	['assessment.json', 0o644],
	['assessment.json', 0o640],
	['runs', 0o755],
	['runs', 0o710, 'runs/one'],
	['documents', 0o701, 'documents/one'],
	['history', 0o750],
] as const)('%s with mode %o is not private', async (name, mode, file?: string) => {
	await chmod(root, 0o755);
	await open(name, mode);
	if (file !== undefined) await open(file, 0o644);
	const line = await privateLine(root);
	expect(line.result).toBe('note');
	expect(line.text).toBe(`others on this machine can read ${name}: chmod -R go-rwx '${root}'`);
});
