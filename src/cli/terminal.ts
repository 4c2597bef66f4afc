import {UserError} from '../domain/errors.js';

/** True when a person can answer: both ends are a terminal. */
export const hasTerminal = (): boolean => process.stdin.isTTY && process.stdout.isTTY;

/**
 * Stops before anything would be asked without a terminal.
 * @param instead what to use then, one step a line
 */
export const needTerminal = (what: string, instead: readonly string[]): void => {
	if (!hasTerminal())
		throw new UserError(`${what} needs a terminal, and there is none here.`, instead);
};

/** A person asked for lines instead of a full screen, by option or by a convention of the environment. */
export const wantsPlain = (option: boolean | undefined, env: NodeJS.ProcessEnv): boolean =>
	option === true ||
	['DBVET_PLAIN', 'ACCESSIBLE', 'INK_SCREEN_READER'].some(name => {
		const value = env[name];
		return value !== undefined && value !== '' && value !== '0' && value !== 'false';
	}) ||
	env.TERM === 'dumb';

const signalNumber = {SIGHUP: 1, SIGINT: 2, SIGTERM: 15} as const;
type Signal = keyof typeof signalNumber;

/**
 * An abort signal that Ctrl+C, SIGTERM and the end of the terminal (SIGHUP) fire; `done` takes the handlers away again.
 * `code` is the exit code of the first of them, 128 and its number as shells count; undefined while none came.
 */
export const interruptible = (): {
	readonly signal: AbortSignal;
	readonly code: () => number | undefined;
	readonly done: () => void;
} => {
	const controller = new AbortController();
	let code: number | undefined;
	const stop = (signal: Signal): void => {
		code ??= 128 + signalNumber[signal];
		controller.abort(new DOMException('Interrupted', 'AbortError'));
	};
	const signals = Object.keys(signalNumber) as Signal[];
	for (const signal of signals) process.on(signal, stop);
	return {
		signal: controller.signal,
		code: () => code,
		done: () => {
			for (const signal of signals) process.off(signal, stop);
		},
	};
};
