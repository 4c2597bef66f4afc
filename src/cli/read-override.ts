import {readFileSync, statSync} from 'node:fs';
import {UserError, exitCode} from '../domain/errors.js';
import {errorCode, saidOf} from '../domain/system-error.js';

/** A template is some pages of text. More is a mistake, and would cost the Markdown parser its stack. */
const maxBytes = 256 * 1024;

const step =
	'Put the template there as a text file, or move it away to use the one that dbvet ships.';

/**
 * The text of a workspace's own template, or undefined when there is none.
 * @throws UserError for what is no regular file (a pipe would be waited for, for ever), too large, no UTF-8, or unreadable
 */
export const readOverride = (path: string): string | undefined => {
	let bytes: Uint8Array;
	try {
		const facts = statSync(path);
		if (!facts.isFile()) throw new UserError(`${path} is not a regular file.`, [step]);
		if (facts.size > maxBytes) {
			throw new UserError(
				`${path} has ${facts.size} bytes; a template may have ${maxBytes} at most.`,
				[step],
			);
		}
		bytes = readFileSync(path);
	} catch (error) {
		if (error instanceof UserError) throw error;
		const code = errorCode(error);
		if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
		throw new UserError(
			`${path} could not be read: ${saidOf(error).what}.`,
			[saidOf(error).next, 'Or move it away, to use the one that dbvet ships.'],
			exitCode.unfinished,
		);
	}
	try {
		return new TextDecoder('utf-8', {fatal: true}).decode(bytes);
	} catch (error) {
		if (!(error instanceof TypeError)) throw error;
		throw new UserError(`${path} is not UTF-8 text.`, ['Save it as UTF-8.']);
	}
};
