import {spawn} from 'node:child_process';
import {mkdtemp, readFile, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {expect} from 'vitest';
import {freePort} from './postgres-server.js';
import {program} from './program.js';

/** What the program may need above what it needs to look at a port where nothing listens, in MiB. */
const mostAbove = 60;

/** Leaves the peak of the process behind as it ends; what getrusage tells would hold the memory of the process before exec. */
const preload = `data:text/javascript,${encodeURIComponent(
	"import {readFileSync, writeFileSync} from 'node:fs';" +
		"process.on('exit', () => writeFileSync(process.env.DBVET_TEST_PEAK, /VmHWM:\\s+(\\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))[1]));",
)}`;

type Target = {
	readonly url: string;
	/** PEM of the CA to trust. */
	readonly ca?: string;
	readonly timeoutMs: number;
};

type Alone = {
	/** MiB of memory at the most. */
	readonly peak: number;
	readonly ms: number;
};

const probe = async (folder: string, {url, ca, timeoutMs}: Target): Promise<Alone> => {
	const peakFile = join(folder, 'peak');
	const trust = ca === undefined ? [] : ['--ca', join(folder, 'ca.pem')];
	if (ca !== undefined) await writeFile(join(folder, 'ca.pem'), ca);
	const started = performance.now();
	const child = spawn(
		process.execPath,
		[
			...['--import', preload, program, 'probe', url, ...trust, '--json'],
			...['--password-env', 'PW', '--timeout', String(timeoutMs)],
		],
		{
			cwd: folder,
			env: {...process.env, PW: 'p-secret', DBVET_TEST_PEAK: peakFile, NODE_OPTIONS: ''},
			stdio: ['ignore', 'pipe', 'ignore'],
		},
	);
	child.stdout.resume();
	await new Promise(resolve => child.once('close', resolve));
	const ms = performance.now() - started;
	return {peak: Number(await readFile(peakFile, 'utf8')) / 1024, ms};
};

/**
 * Looks at a hostile server with the built program in a process of its own, so that the memory of the server does not count.
 * It must need at most 60 MiB and 1.2 times its time above the same for a port where nothing listens.
 */
export const expectModest = async (target: Target): Promise<void> => {
	const folder = await mkdtemp(join(tmpdir(), 'dbvet-peak-'));
	try {
		const nothing = new URL(target.url);
		nothing.port = String(await freePort());
		const idle = await probe(folder, {...target, url: nothing.href});
		const {peak, ms} = await probe(folder, target);
		expect(idle.peak).toBeGreaterThan(20);
		expect(peak - idle.peak, `${target.url}, idle ${idle.peak}`).toBeLessThan(mostAbove);
		// The machine may be busy with other tests; the start of the program is in `idle`.
		expect(ms - idle.ms).toBeLessThan(target.timeoutMs * 1.2 + 1_000);
	} finally {
		await rm(folder, {recursive: true, force: true});
	}
};
