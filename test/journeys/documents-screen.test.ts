import {cp, mkdtemp, readdir, readFile, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {afterEach, beforeEach, expect, test} from 'vitest';
import {program} from '../helpers/program.js';
import {startInTerminal, type TerminalProcess} from '../helpers/terminal.js';

const example = fileURLToPath(new URL('../../evidence/example', import.meta.url));
const slow = {timeout: 30_000, interval: 20};

let folder: string;
let running: TerminalProcess;
beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'dbvet-documents-'));
	await cp(example, folder, {recursive: true});
	await rm(join(folder, 'documents'), {recursive: true, force: true});
	running = startInTerminal({program, args: ['--workspace', folder]});
	await expect.poll(running.text, slow).toMatch(/Target +kind/);
	running.type('d');
	await expect.poll(running.text, slow).toContain('Risk assessment');
});
afterEach(async () => {
	await running.close();
	await rm(folder, {recursive: true, force: true});
});

const written = (): Promise<readonly string[]> =>
	readdir(join(folder, 'documents')).catch(() => []);

/** Whatever is there is a whole document. */
const allWhole = async (): Promise<void> => {
	for (const name of await written()) {
		const text = await readFile(join(folder, 'documents', name), 'latin1');
		expect(text.trimEnd().endsWith(name.endsWith('.pdf') ? '%%EOF' : '</html>'), name).toBe(true);
	}
};

test('while documents are written the screen lives, and the question whether to leave goes away with its reason', async () => {
	running.type('\r');
	const seen = new Set<string>();
	await expect
		.poll(() => {
			const sign = /(.) Writing the documents…/.exec(running.text())?.[1];
			if (sign !== undefined) seen.add(sign);
			return seen.size;
		}, slow)
		.toBeGreaterThan(2);
	running.type('q');
	await expect.poll(running.text, slow).toContain('Documents are still being written.');
	await expect.poll(running.text, slow).toMatch(/\d files written:/);
	expect(running.text()).not.toContain('Leave?');
	for (const name of await written()) expect(running.text()).toContain(name);
	expect((await written()).length).toBeGreaterThan(3);
	await allWhole();
	running.type('q');
	expect(await running.exit).toBe(0);
});

test.each([
	['Ctrl+C', 130, () => running.type('\u0003')],
	['SIGTERM', 143, () => running.kill('SIGTERM')],
	['SIGHUP', 129, () => running.kill('SIGHUP')],
])('%s while documents are written leaves at once, and no part of one', async (_, code, leave) => {
	running.type('\r');
	await expect.poll(running.text, slow).toContain('Writing the documents…');
	const from = performance.now();
	leave();
	expect(await running.exit).toBe(code);
	expect(performance.now() - from).toBeLessThan(2_000);
	expect(running.alternate()).toBe(false);
	expect(running.cursorShown()).toBe(true);
	await allWhole();
});
