import {CommanderError} from 'commander';
import {exitCode, UserError} from '../domain/errors.js';

/** True for Ctrl+C at a prompt, and for an abort that the user asked for. */
const isCancelled = (error: unknown): boolean =>
	error instanceof Error && (error.name === 'ExitPromptError' || error.name === 'AbortError');

/**
 * Writes what went wrong to `stream` and returns the exit code: what the user can mend as a message with the next step,
 * everything else as a bug with its stack.
 */
export const reportProblem = (
	error: unknown,
	stream: {write: (text: string) => unknown},
): number => {
	if (error instanceof CommanderError) {
		return error.exitCode === 0 ? exitCode.done : exitCode.usage;
	}
	if (error instanceof UserError) {
		stream.write(
			`${['', error.message, ...error.next.map(step => `  ${step}`)].join('\n').trimStart()}\n`,
		);
		return error.exitCode;
	}
	if (isCancelled(error)) {
		stream.write('Cancelled.\n');
		return exitCode.cancelled;
	}
	const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
	stream.write(`This is a bug in dbvet. Please report it with the lines below.\n${stack}\n`);
	return exitCode.bug;
};
