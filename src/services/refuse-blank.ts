import {UserError} from '../domain/errors.js';
import {plainText} from '../domain/text.js';

/** Blanks and line breaks, the marks that a text of UTF-8 or UTF-16 begins with, and the zero that fills up a sign of UTF-16. */
const blank = new Set([0, 9, 10, 11, 12, 13, 32, 0xef, 0xbb, 0xbf, 0xfe, 0xff]);

/** @throws UserError for a file with nothing in it, or nothing but blanks: it proves nothing, and would count as proof. */
export const refuseBlank = (fileName: string, bytes: Uint8Array): void => {
	if (!bytes.every(byte => blank.has(byte))) return;
	throw new UserError(
		`${plainText(fileName, 200)} ${bytes.length === 0 ? 'is empty' : 'holds nothing but blanks'}, and proves nothing. Nothing was stored.`,
		['Look at what made the file: an export that failed leaves an empty one. Then add it again.'],
	);
};
