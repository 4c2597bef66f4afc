import {exitCode, UserError} from '../domain/errors.js';
import {systemWords} from '../domain/system-error.js';
import {plainText} from '../domain/text.js';

/** A path as it is shown in a message: whole, without anything that a terminal could obey. */
export const shown = (path: string): string => plainText(path, 1000);

/**
 * Words for an error of the file system: a UserError with the path for what a person can mend, else the error itself,
 * which is a bug. `doing` completes "Could not ...", for example "read"; `after` says what that means for the record.
 */
export const fileTrouble = (
	error: unknown,
	doing: string,
	path: string,
	after = 'Nothing was changed.',
): unknown => {
	const found = systemWords(error);
	if (found === undefined) return error;
	return new UserError(
		`Could not ${doing} ${shown(path)}: ${found.what}. ${after}`,
		[found.next],
		exitCode.unfinished,
	);
};

/** Runs `action`; what the file system refuses becomes a UserError that says what was tried on which path. */
export const telling = async <T>(
	doing: string,
	path: string,
	action: () => Promise<T>,
): Promise<T> => {
	try {
		return await action();
	} catch (error) {
		throw fileTrouble(error, doing, path);
	}
};
