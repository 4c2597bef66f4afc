import {readFile, stat} from 'node:fs/promises';
import {saidOf} from '../domain/system-error.js';
import {error, type Problem} from './problem.js';

/** A content file is some ten thousand words at most; more than this is a mistake or an attack. */
const maxBytes = 2 * 1024 * 1024;

export type TextOrProblem =
	{readonly ok: true; readonly text: string} | {readonly ok: false; readonly problem: Problem};

const reasons: Readonly<Record<string, string>> = {
	ENOENT: 'this file does not exist',
	EACCES: 'this file may not be read by you; change its permissions',
	EPERM: 'this file may not be read by you; change its permissions',
	EISDIR: 'this is a folder, and a file is expected here',
	ELOOP: 'this is a symbolic link that leads back to itself',
};

/** The system's error code, or undefined when the thrown value carries none. */
export const systemCode = (thrown: unknown): string | undefined =>
	thrown instanceof Error && 'code' in thrown && typeof thrown.code === 'string'
		? thrown.code
		: undefined;

/** What a failed read means in words, by the system's error code. */
export const readFailure = (code: string): string =>
	reasons[code] ??
	`this file could not be read: ${saidOf(Object.assign(new Error(code), {code})).what}`;

/**
 * The text of bytes that must be UTF-8, without its byte order mark. Anything else is a problem: UTF-16, other
 * encodings, and binary data (control characters other than tab and line ends).
 */
export const decodeText = (bytes: Uint8Array, file: string): TextOrProblem => {
	const no = (message: string): TextOrProblem => ({
		ok: false,
		problem: error({file, line: 1, column: 1}, message),
	});
	if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
		return no('this file is UTF-16; save it as UTF-8');
	}
	let text: string;
	try {
		text = new TextDecoder('utf-8', {fatal: true}).decode(bytes);
	} catch (thrown) {
		// The decoder reports bytes that are no UTF-8 as a TypeError; anything else is not ours to explain.
		if (!(thrown instanceof TypeError)) throw thrown;
		return no('this file is not UTF-8 text; save it as UTF-8');
	}
	// eslint-disable-next-line no-control-regex -- control characters are just what is looked for.
	if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(text)) {
		return no('this file is binary, or holds control characters; a YAML text is expected');
	}
	// A carriage return alone ends a line as well; only the parser of YAML does not know it.
	return {ok: true, text: text.replace(/\r(?!\n)/g, '\n')};
};

/** Reads a text file of at most 2 MiB; `file` is the name that problems show. */
export const readText = async (path: string, file: string): Promise<TextOrProblem> => {
	const no = (message: string): TextOrProblem => ({
		ok: false,
		problem: error({file, line: 1, column: 1}, message),
	});
	try {
		const {size, isDirectory, isFile} = await stat(path).then(s => ({
			size: s.size,
			isDirectory: s.isDirectory(),
			isFile: s.isFile(),
		}));
		if (isDirectory) return no(readFailure('EISDIR'));
		if (!isFile) return no('this is not a regular file');
		if (size > maxBytes) return no(`this file has ${size} bytes; at most ${maxBytes} are read`);
		return decodeText(await readFile(path), file);
	} catch (thrown) {
		const code = systemCode(thrown);
		if (code === undefined) throw thrown;
		return no(readFailure(code));
	}
};
