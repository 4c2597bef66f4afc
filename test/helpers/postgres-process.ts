import {spawn, type ChildProcess} from 'node:child_process';
import {owner} from './postgres-binaries.js';

export type Program = {
	readonly child: ChildProcess;
	readonly hasEnded: () => boolean;
	/** Resolves when the program has ended, however it did. */
	readonly ended: Promise<void>;
	/** Sends a signal to the program; with a group of its own, to every process that it started as well. */
	readonly kill: (signal: NodeJS.Signals) => void;
	/** Ends a server without waiting for anybody (an immediate shutdown), and for certain after half a second. */
	readonly endNow: () => Promise<void>;
};

export type ProgramOptions = {
	readonly cwd: string;
	/** A process group of its own: Ctrl+C at the terminal then reaches the caller alone, who ends the program. */
	readonly ownGroup: boolean;
	/** Variables beside those that all of them get. */
	readonly env?: Readonly<Record<string, string>>;
	readonly onOutput: (text: string) => void;
};

/** Long enough for an immediate shutdown, short enough for a person who waits (ms). */
const patience = 500;

/** Starts one of PostgreSQL's programs in the environment that all of them get here. */
export const startProgram = (
	path: string,
	args: readonly string[],
	{cwd, ownGroup, env = {}, onOutput}: ProgramOptions,
): Program => {
	const child = spawn(path, args, {
		cwd,
		stdio: ['ignore', 'pipe', 'pipe'],
		env: {PATH: process.env.PATH ?? '', LC_ALL: 'C', TZ: 'UTC', ...env},
		detached: ownGroup,
		...owner,
	});
	const keep = (chunk: Buffer): void => {
		onOutput(chunk.toString());
	};
	child.stdout.on('data', keep);
	child.stderr.on('data', keep);
	let hasEnded = false;
	const ended = new Promise<void>(resolve => {
		const end = (): void => {
			hasEnded = true;
			resolve();
		};
		child.once('exit', end);
		child.once('error', end);
	});
	const kill = (signal: NodeJS.Signals): void => {
		if (hasEnded || child.pid === undefined) return;
		try {
			process.kill(ownGroup ? -child.pid : child.pid, signal);
		} catch {
			// It ended by itself a moment ago.
		}
	};
	return {
		child,
		hasEnded: () => hasEnded,
		ended,
		kill,
		endNow: async () => {
			kill('SIGQUIT');
			const last = setTimeout(kill, patience, 'SIGKILL');
			await ended;
			clearTimeout(last);
		},
	};
};
