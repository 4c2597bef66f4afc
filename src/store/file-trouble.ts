import {exitCode, UserError} from '../domain/errors.js';
import {plainText} from '../domain/text.js';
import {errorCode} from './files.js';

type Words = {readonly what: string; readonly next: string};

const full = {what: 'the disk is full', next: 'Free some space, then try again.'};
const denied = {
	what: 'permission denied',
	next: 'Give yourself the rights on it, then try again.',
};
const special = {what: 'it is not a regular file', next: 'Put a regular file in its place.'};
const tooMany = {what: 'too many files are open', next: 'Close other programs, then try again.'};

const words: ReadonlyMap<string | undefined, Words> = new Map([
	['ENOSPC', full],
	['EDQUOT', full],
	['EFBIG', {what: 'the file may not grow any more', next: 'Raise the limit on file sizes.'}],
	['EACCES', denied],
	['EPERM', denied],
	[
		'EROFS',
		{
			what: 'the file system is read-only',
			next: 'Make it writable, or copy the workspace to where you may write.',
		},
	],
	['ELOOP', {what: 'it is a symbolic link', next: 'Put the real file in its place.'}],
	['EISDIR', {what: 'it is a folder', next: 'Move the folder away.'}],
	['ENOTDIR', {what: 'part of the path is not a folder', next: 'Move what is in the way.'}],
	['EEXIST', {what: 'something is in the way', next: 'Move what is in the way.'}],
	['ENOENT', {what: 'it is not there', next: 'Bring it back, or check the path.'}],
	['ENXIO', special],
	['ENODEV', special],
	['EMFILE', tooMany],
	['ENFILE', tooMany],
	['EIO', {what: 'the device reports an error', next: 'Check the disk; copy the workspace away.'}],
	['ENAMETOOLONG', {what: 'its name is too long', next: 'Use a shorter path.'}],
]);

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
	const found = words.get(errorCode(error));
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
