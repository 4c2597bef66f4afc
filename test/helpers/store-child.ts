import {mkdtemp, rm} from 'node:fs/promises';
import {spawn} from 'node:child_process';
import type {ChildProcess, SpawnOptions} from 'node:child_process';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {build} from 'esbuild';
import {onTestFinished} from 'vitest';

/** Compiles test/helpers/store-script.ts to one plain script that a process of its own can run; returns its path. */
export const compiledScript = async (): Promise<{
	readonly path: string;
	readonly remove: () => Promise<void>;
}> => {
	const folder = await mkdtemp(join(tmpdir(), 'dbvet-script-'));
	const path = join(folder, 'script.cjs');
	await build({
		entryPoints: [join(import.meta.dirname, 'store-script.ts')],
		bundle: true,
		platform: 'node',
		format: 'cjs',
		outfile: path,
		logLevel: 'error',
	});
	return {
		path,
		remove: async () => rm(folder, {recursive: true, force: true}),
	};
};

export type Child = {
	readonly process: ChildProcess;
	/** Complete lines of its output so far. */
	readonly lines: () => readonly string[];
	readonly errors: () => string;
	/** Resolves to the exit code, or to the name of the signal that ended it, once all output has arrived. */
	readonly ended: Promise<number | string>;
};

/** Starts a program; it is killed when the test ends, if it still runs. */
export const startChild = (
	command: string,
	args: readonly string[],
	options: Pick<SpawnOptions, 'uid' | 'gid'> = {},
): Child => {
	const child = spawn(command, args, {...options, stdio: ['ignore', 'pipe', 'pipe']});
	let output = '';
	let errors = '';
	child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
	child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
	const ended = new Promise<number | string>((resolve, reject) => {
		child.on('error', reject);
		child.on('close', (code, signal) => resolve(code ?? signal ?? 'unknown'));
	});
	onTestFinished(() => {
		if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
	});
	return {
		process: child,
		lines: () => output.split('\n').slice(0, -1),
		errors: () => errors,
		ended,
	};
};
