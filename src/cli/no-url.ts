import {UserError} from '../domain/errors.js';

/** `scheme://`, and `postgres:/` before a login, which a shell or a program made of it; a drive of Windows has one letter. */
const isUrl = (text: string): boolean =>
	/^\s*[a-z][a-z0-9+.-]+:\/\//i.test(text) ||
	/^\s*(?:postgres(?:ql)?|mysql|mariadb|rediss?|valkeys?):[^]*@/i.test(text);

/**
 * The path as it was typed. A URL would be made a path of this computer: repeated in messages and documents with the password
 * that it may hold, and even made as a folder.
 * @param what the option or argument, for the message
 * @throws UserError that does not repeat the URL
 */
export const noUrl = (what: string, text: string): string => {
	if (!isUrl(text)) return text;
	throw new UserError(
		`A URL was given for ${what}, which is a file or folder of this computer. It is not repeated here, because a password may stand in it.`,
		[
			'Give a path. Databases are named by URL to dbvet target add and dbvet probe only, without a password.',
		],
	);
};

/** The parser of an option or argument that is a path. */
export const pathFor =
	(what: string) =>
	(text: string): string =>
		noUrl(what, text);
