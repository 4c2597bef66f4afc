import {spawn, spawnSync} from 'node:child_process';
import {existsSync} from 'node:fs';
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {afterEach, beforeEach, expect} from 'vitest';

/** The built program; `npm test` builds it first. */
export const program = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));

export type Result = {readonly code: number | null; readonly out: string; readonly err: string};

export type Bench = {
	readonly folder: string;
	/** Runs dbvet in the folder without a terminal. A stack trace fails the test wherever it appears. */
	readonly dbvet: (args: readonly string[], env?: NodeJS.ProcessEnv) => Result;
	/** The JSON document that a command prints. */
	// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- the caller says what it expects, so that each test need not cast.
	readonly json: <T>(args: readonly string[], env?: NodeJS.ProcessEnv) => T;
	/** Makes the folder a workspace, without a question. */
	readonly init: (organisation?: string) => void;
	readonly start: (args: readonly string[], env?: NodeJS.ProcessEnv) => ReturnType<typeof spawn>;
	readonly remove: () => Promise<void>;
};

const environment = (env: NodeJS.ProcessEnv): NodeJS.ProcessEnv => {
	const base = {...process.env};
	for (const name of ['CI', 'NO_COLOR', 'FORCE_COLOR', 'DBVET_NOW', 'PGPASSWORD', 'PGPASSFILE'])
		Reflect.deleteProperty(base, name);
	return {...base, DBVET_USER: 'Test Author', ...env};
};

/** A temporary folder to use the built program in. */
export const openBench = async (): Promise<Bench> => {
	if (!existsSync(program)) throw new Error('dist/ is missing: run npm run build first');
	const folder = await mkdtemp(join(tmpdir(), 'dbvet-journey-'));
	const dbvet: Bench['dbvet'] = (args, env = {}) => {
		const run = spawnSync(process.execPath, [program, ...args], {
			cwd: folder,
			encoding: 'utf8',
			env: environment(env),
			input: '',
			timeout: 60_000,
			maxBuffer: 64 * 1024 * 1024,
		});
		expect(run.stderr, `dbvet ${args.join(' ')}`).not.toMatch(/^\s+at .+:\d+:\d+/m);
		expect(run.status, run.stderr).not.toBe(70);
		return {code: run.status, out: run.stdout, err: run.stderr};
	};
	return {
		folder,
		dbvet,
		json: (args, env) => {
			const result = dbvet([...args, '--json'], env);
			return JSON.parse(result.out) as never;
		},
		init: (organisation = 'Example Ltd') => {
			const {code, err} = dbvet(['init', '.', '--yes', '--organisation', organisation]);
			expect(code, err).toBe(0);
		},
		start: (args, env = {}) =>
			spawn(process.execPath, [program, ...args], {
				cwd: folder,
				env: environment(env),
				stdio: ['ignore', 'pipe', 'pipe'],
			}),
		remove: () => rm(folder, {recursive: true, force: true}),
	};
};

/** A bench in a new folder for each test of a file; `prepare` is called with it before the test. */
export const freshBench = (prepare?: (bench: Bench) => unknown): Bench => {
	let bench: Bench;
	beforeEach(async () => {
		bench = await openBench();
		await prepare?.(bench);
	});
	afterEach(() => bench.remove());
	return {
		get folder() {
			return bench.folder;
		},
		dbvet: (...args) => bench.dbvet(...args),
		json: (...args) => bench.json(...args),
		init: (...args) => bench.init(...args),
		start: (...args) => bench.start(...args),
		remove: () => bench.remove(),
	};
};
