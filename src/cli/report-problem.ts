import {CommanderError} from 'commander';
import {exitCode, UserError} from '../domain/errors.js';
import {hideLogins} from '../domain/hide-logins.js';
import {printableText} from '../domain/text.js';

/** True for Ctrl+C at a prompt, and for an abort that the user asked for. */
const isCancelled = (error: unknown): boolean =>
	error instanceof Error && (error.name === 'ExitPromptError' || error.name === 'AbortError');

/** The demo is a bundle of its own with its own copy of the class, so that the class alone does not tell. */
const isUserError = (error: unknown): error is UserError =>
	error instanceof UserError ||
	(error instanceof Error &&
		error.name === 'UserError' &&
		'next' in error &&
		Array.isArray(error.next) &&
		'exitCode' in error &&
		typeof error.exitCode === 'number');

/** True when the folder that the program was started in is gone: whatever path is asked for then fails. */
const hasNoFolder = (error: unknown): boolean =>
	error instanceof Error && 'syscall' in error && error.syscall === 'uv_cwd';

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
	if (isUserError(error)) {
		stream.write(
			printableText(
				hideLogins(
					`${['', error.message, ...error.next.map(step => `  ${step}`)].join('\n').trimStart()}\n`,
				),
			),
		);
		return error.exitCode;
	}
	if (hasNoFolder(error)) {
		stream.write('The current folder was deleted.\n  Change to another one, then try again.\n');
		return exitCode.unfinished;
	}
	if (isCancelled(error)) {
		stream.write('Cancelled.\n');
		return exitCode.cancelled;
	}
	const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
	stream.write(
		printableText(
			hideLogins(`This is a bug in dbvet. Please report it with the lines below.\n${stack}\n`),
		),
	);
	return exitCode.bug;
};
