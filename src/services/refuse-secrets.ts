import {UserError} from '../domain/errors.js';
import {byKind, linesWords} from '../domain/secrets/words.js';
import type {Redaction} from '../domain/secrets/redact.js';
import {plainText} from '../domain/text.js';

/** @throws UserError when something was found, by kind and line, so that nothing is stored. */
export const refuseSecrets = (fileName: string, redacted: readonly Redaction[]): void => {
	if (redacted.length === 0) return;
	const found = byKind(redacted).map(kind => `${kind.kind} (${linesWords(kind)})`);
	throw new UserError(
		`${plainText(fileName, 200)} has secrets in it: ${found.join('; ')}. Nothing was stored.`,
		[
			'Take them out yourself and add the file again, or leave --refuse-secrets away: then a redacted copy is kept.',
		],
	);
};
