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

/** An abort signal that Ctrl+C and SIGTERM fire; `done` takes the handlers away again. */
export const interruptible = (): {readonly signal: AbortSignal; readonly done: () => void} => {
	const controller = new AbortController();
	const stop = (): void => controller.abort(new DOMException('Interrupted', 'AbortError'));
	process.on('SIGINT', stop);
	process.on('SIGTERM', stop);
	return {
		signal: controller.signal,
		done: () => {
			process.off('SIGINT', stop);
			process.off('SIGTERM', stop);
		},
	};
};
