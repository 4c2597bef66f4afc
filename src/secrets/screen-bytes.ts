import {UserError} from '../domain/errors.js';
import {redactFound, redactSecrets, type Redaction} from '../domain/secrets/redact.js';
import {readableText} from './text.js';

/** What was found in a file before it is stored. `binary`: nobody looked into it. */
export type Screened = {
	readonly bytes: Uint8Array;
	readonly redacted: readonly Redaction[];
	readonly looked: 'text' | 'binary';
};

/** The most text that is looked through, in bytes; beyond it a hostile file could keep the rules busy for minutes. */
export const maxTextBytes = 32 * 1024 * 1024;

/**
 * The bytes of a file without the secrets in it: dbvet's own rules first, then those of secretlint on what is left. A file
 * that is no text comes back as it is, and says so.
 * @throws UserError for a text over the limit, because what was not looked through must not pass for clean
 */
export const screenBytes = async (bytes: Uint8Array): Promise<Screened> => {
	const readable = readableText(bytes);
	if (readable === undefined) return {bytes, redacted: [], looked: 'binary'};
	if (bytes.length > maxTextBytes) {
		throw new UserError(
			`This text has ${Math.ceil(bytes.length / 1024 / 1024)} MB; up to ${maxTextBytes / 1024 / 1024} MB are looked through for secrets. Nothing was stored.`,
			['Add the part that proves the control, or split the file.'],
		);
	}
	const own = redactSecrets(readable.text);
	const {lintSecrets} = await import('./secretlint.js');
	const both = redactFound(own.text, await lintSecrets(own.text));
	const redacted = [...own.redacted, ...both.redacted].toSorted((a, b) => a.line - b.line);
	return {
		// Untouched bytes stay the bytes that they were, whatever their encoding.
		bytes: redacted.length === 0 ? bytes : readable.bytesOf(both.text),
		redacted,
		looked: 'text',
	};
};
