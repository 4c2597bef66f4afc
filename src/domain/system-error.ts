/** What an error of the system means in words, and what a person can do about it. */
export type SystemWords = {readonly what: string; readonly next: string};

const full = {what: 'the disk is full', next: 'Free some space, then try again.'};
const denied = {
	what: 'permission denied',
	next: 'Give yourself the rights on it, then try again.',
};
const special = {what: 'it is not a regular file', next: 'Put a regular file in its place.'};
const tooMany = {what: 'too many files are open', next: 'Close other programs, then try again.'};
const inTheWay = {
	what: 'it, or a part of its path, is a file, not a folder',
	next: 'Move what is in the way, or choose another path.',
};

const words: ReadonlyMap<string | undefined, SystemWords> = new Map([
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
	['ENOTDIR', inTheWay],
	['EEXIST', inTheWay],
	['ENOENT', {what: 'it is not there', next: 'Bring it back, or check the path.'}],
	['ENOTSUP', {what: 'the file system takes no new folders there', next: 'Choose another folder.'}],
	['ENXIO', special],
	['ENODEV', special],
	['EMFILE', tooMany],
	['ENFILE', tooMany],
	['EIO', {what: 'the device reports an error', next: 'Check the disk; copy the workspace away.'}],
	['ENAMETOOLONG', {what: 'its name is too long', next: 'Use a shorter path.'}],
]);

/** The code of an error of the system, for example `ENOENT`; undefined for any other error. */
export const errorCode = (error: unknown): string | undefined =>
	error instanceof Error && 'code' in error && typeof error.code === 'string'
		? error.code
		: undefined;

/** Words for an error of the file system; undefined for every other error, which is a bug where nobody expects it. */
export const systemWords = (error: unknown): SystemWords | undefined => words.get(errorCode(error));

/**
 * `systemWords` where something has to be said in any case: a code without words is shown as it is, because it is all that is
 * known.
 */
export const saidOf = (error: unknown): SystemWords =>
	systemWords(error) ?? {
		what: `the system says ${errorCode(error) ?? 'no more than that'}`,
		next: 'Check the path, then try again.',
	};
