import {expect} from 'vitest';
import {freshBench, type Bench} from './program.js';

/** A secret that must not be found where evidence is kept. */
export const secret = 'Zq9-hunter2';
export const asExport = ['--kind', 'configuration-export'];

/** A workspace with one database for each test, and evidence for a control of it. */
export const evidenceBench = () => {
	const bench: Bench = freshBench(fresh => {
		fresh.init();
		const url = 'postgres://dbvet@127.0.0.1:5432/db';
		expect(fresh.dbvet(['target', 'add', 'prod', url]).code).toBe(0);
	});
	const add = (file: string, ...more: readonly string[]) =>
		bench.dbvet(['evidence', 'add', file, '--for', 'tls-required', ...more]);
	return {bench, add};
};
