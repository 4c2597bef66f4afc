import {execFile} from 'node:child_process';
import {readFile, readdir} from 'node:fs/promises';
import {setTimeout as delay} from 'node:timers/promises';
import {promisify} from 'node:util';

type Running = {readonly pid: number; readonly command: string};

/** Every process with its command line: from /proc where there is one, else from ps. */
export const everyProcess = async (): Promise<readonly Running[]> => {
	if (process.platform !== 'linux') {
		const {stdout} = await promisify(execFile)('ps', ['-axww', '-o', 'pid=,command='], {
			maxBuffer: 16 * 1024 * 1024,
		});
		return stdout.split('\n').flatMap(text => {
			const [, pid, command] = /^\s*(\d+)\s+(.*)$/.exec(text) ?? [];
			return pid === undefined ? [] : [{pid: Number(pid), command: command ?? ''}];
		});
	}
	const pids = (await readdir('/proc')).filter(name => /^\d+$/.test(name));
	return Promise.all(
		pids.map(async pid => ({
			pid: Number(pid),
			command: await readFile(`/proc/${pid}/cmdline`, 'utf8').then(
				text => text.replaceAll('\0', ' '),
				// It ended while we looked.
				() => '',
			),
		})),
	);
};

/** PostgreSQL's programs that work in a folder; its name is random, so that nothing else has it on its command line. */
const workingIn = async (folder: string): Promise<readonly number[]> =>
	(await everyProcess())
		.filter(
			({command}) => /(?:postgres|initdb) /.test(command) && command.includes(`-D ${folder}/`),
		)
		.map(({pid}) => pid);

const send = (pid: number, signal: NodeJS.Signals): void => {
	try {
		process.kill(pid, signal);
	} catch {
		// It ended by itself, or is not ours to end.
	}
};

/** Ends the servers that work in a folder: at once, and for certain after a second. */
export const endProcessesIn = async (folder: string): Promise<void> => {
	for (let turn = 0; turn < 20; turn += 1) {
		const pids = await workingIn(folder);
		if (pids.length === 0) return;
		if (turn % 10 === 0) for (const pid of pids) send(pid, turn === 0 ? 'SIGQUIT' : 'SIGKILL');
		await delay(100);
	}
};
