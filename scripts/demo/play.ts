import {spawn, type ChildProcess} from 'node:child_process';
import {shellWord} from '../../src/cli/shell-word.js';
import type {Step} from './story.js';

/** The person stopped the demo. */
export class Stopped extends Error {}

export type Player = {
	/** Runs one step as a command; rejects when it ends otherwise than the story expects. */
	readonly play: (step: Step, env: NodeJS.ProcessEnv) => Promise<void>;
	/** Ends the command that runs, and refuses every further one. */
	readonly stop: () => void;
	/** Throws `Stopped` after `stop`. */
	readonly guard: () => void;
};

/** Plays steps in a folder: each is a command that a person could type, and is shown as such. */
export const createPlayer = (program: string, folder: string): Player => {
	let child: ChildProcess | undefined;
	let stopped = false;
	const guard = (): void => {
		if (stopped) throw new Stopped();
	};
	return {
		guard,
		stop: () => {
			stopped = true;
			child?.kill('SIGTERM');
		},
		play: ({args, by, expected = [0]}, env) =>
			new Promise((done, fail) => {
				guard();
				process.stdout.write(`\n$ dbvet ${args.map(shellWord).join(' ')}\n`);
				child = spawn(process.execPath, [program, ...args], {
					cwd: folder,
					stdio: ['ignore', 'inherit', 'inherit'],
					env: {...process.env, DBVET_USER: by, ...env},
				});
				child.once('error', fail);
				child.once('exit', code => {
					if (stopped) fail(new Stopped());
					else if (code !== null && expected.includes(code)) done();
					else fail(new Error(`dbvet ${args.join(' ')} ended with ${String(code)}`));
				});
			}),
	};
};
