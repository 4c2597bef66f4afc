import {mkdtemp, readdir, readFile, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {onTestFinished} from 'vitest';
import type {Change, Settings} from '../../src/domain/workspace.js';

/** A fresh folder that is removed when the test ends. */
export const temporaryFolder = async (): Promise<string> => {
	const folder = await mkdtemp(join(tmpdir(), 'dbvet-store-'));
	onTestFinished(async () => {
		await rm(folder, {recursive: true, force: true});
	});
	return folder;
};

export const settings: Settings = {
	organisation: 'Example Health',
	profiles: ['regulated'],
	confidentiality: 'Confidential',
	createdAt: '2026-11-22T03:00:00.000Z',
};

/** The instant `seconds` after the samples begin. */
export const instant = (seconds: number): string =>
	new Date(Date.parse('2026-11-22T03:00:00.000Z') + seconds * 1000).toISOString();

export const meta = (seconds: number, by = 'Ada'): {readonly by: string; readonly at: string} => ({
	by,
	at: instant(seconds),
});

/** An answer to a question of one made-up target. */
export const answer = (question: string, value: string | number, seconds = 0): Change => ({
	kind: 'answer',
	key: `t-0123456789/${question}`,
	after: {target: 't-0123456789', question, value, by: 'Ada', at: instant(seconds)},
});

export const noAnswer = (question: string): Change => ({
	kind: 'answer',
	key: `t-0123456789/${question}`,
	after: null,
});

/** Every file below a folder with its content, by relative path. */
export const contentOf = async (folder: string): Promise<Readonly<Record<string, string>>> => {
	const names = await readdir(folder, {recursive: true, withFileTypes: true});
	const files = names.filter(n => n.isFile()).map(n => join(n.parentPath, n.name));
	const pairs = await Promise.all(
		files.sort().map(async path => [path.slice(folder.length + 1), await readFile(path, 'latin1')]),
	);
	return Object.fromEntries(pairs) as Readonly<Record<string, string>>;
};
