import {spawnSync} from 'node:child_process';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';

/** Debian packages of the programs that some tests look through. */
const packages: Readonly<Record<string, string>> = {
	qpdf: 'qpdf',
	pdftotext: 'poppler-utils',
	pdfinfo: 'poppler-utils',
	pdffonts: 'poppler-utils',
	chromium: 'chromium',
	'redis-server': 'redis-server',
	pgbouncer: 'pgbouncer',
	openssl: 'openssl',
};

/** True when all programs are there; else says aloud which tests are skipped and which Debian package they want. */
export const haveTools = (...names: readonly string[]): boolean => {
	const missing = names.filter(n => spawnSync('sh', ['-c', `command -v ${n}`]).status !== 0);
	for (const name of missing) {
		console.warn(`Skipped: ${name} is not installed (Debian package ${packages[name] ?? name}).`);
	}
	return missing.length === 0;
};

/** Runs a program on bytes in a temporary file, whose path stands for `FILE` in the arguments. */
export const runOn = (
	bytes: Uint8Array,
	program: string,
	args: readonly string[],
): {readonly status: number | null; readonly output: string} => {
	const folder = mkdtempSync(join(tmpdir(), 'dbvet-document-'));
	const file = join(folder, 'document');
	try {
		writeFileSync(file, bytes);
		const real = args.map(a => (a === 'FILE' ? file : a));
		const {status, stdout, stderr} = spawnSync(program, real, {
			encoding: 'utf8',
			maxBuffer: 64 * 1024 * 1024,
		});
		return {status, output: stdout + stderr};
	} finally {
		rmSync(folder, {recursive: true});
	}
};
