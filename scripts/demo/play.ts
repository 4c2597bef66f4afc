import {spawn, type ChildProcess} from 'node:child_process';
import {shellWord} from '../../src/cli/shell-word.js';
import {shortened} from './shorten.js';
import {say} from './stop.js';
import type {Step} from './story.js';

/** How long a command may take to end in order (ms). */
const patience = 400;

/** Ends a command: in order when it can, and for certain soon after. */
const end = (child: ChildProcess): void => {
	child.kill('SIGTERM');
	const last = setTimeout(() => child.kill('SIGKILL'), patience);
	child.once('exit', () => {
		clearTimeout(last);
	});
};

/**
 * Plays a step in a folder: a command that a person could type, and shown as such. Rejects when it ends otherwise than
 * the story expects; when `signal` fires, it is ended and the promise rejects with the reason.
 */
export const playStep = (
	{args, by, expected = [0], problems}: Step,
	{
		program,
		folder,
		env,
		signal,
	}: {
		readonly program: string;
		readonly folder: string;
		readonly env: NodeJS.ProcessEnv;
		readonly signal: AbortSignal;
	},
): Promise<void> =>
	new Promise((done, fail) => {
		signal.throwIfAborted();
		say(`\n$ dbvet ${args.map(shellWord).join(' ')}\n`);
		const child = spawn(process.execPath, [program, ...args], {
			cwd: folder,
			stdio: ['ignore', problems === undefined ? 'inherit' : 'pipe', 'inherit'],
			env: {...process.env, DBVET_USER: by, ...env},
		});
		let printed = '';
		child.stdout?.setEncoding('utf8').on('data', (text: string) => {
			printed += text;
		});
		const stop = (): void => {
			end(child);
		};
		signal.addEventListener('abort', stop);
		child.once('error', fail);
		// Not `exit`: what the command printed last may come after it.
		child.once('close', code => {
			signal.removeEventListener('abort', stop);
			if (problems !== undefined && !signal.aborted) say(shortened(printed, problems));
			if (signal.aborted) fail(new Error('stopped', {cause: signal.reason}));
			else if (code !== null && expected.includes(code)) done();
			else fail(new Error(`dbvet ${args.join(' ')} ended with ${String(code)}`));
		});
	});
