import {UserError} from '../domain/errors.js';
import {holdsSecretSetting} from '../domain/hide-logins.js';
import {plainText} from '../domain/text.js';

const lengthLimit = 255;

/**
 * A name out of a connection, as the wire protocol can carry it: a zero byte would end it early and let what follows pass for
 * something else.
 * @throws UserError for control characters and for more than 255 characters
 */
export const nameOf = (what: string, text: string): string => {
	if (/\p{Cc}/u.test(text) || text.length > lengthLimit) {
		throw new UserError(
			`The ${what} ${JSON.stringify(plainText(text, 80))} ${text.length > lengthLimit ? `is longer than ${lengthLimit} characters` : 'holds control characters'}.`,
			['Check the connection: it was perhaps pasted together with something else.'],
		);
	}
	return text;
};

const decodedOnce = (text: string): string =>
	text.replace(/(?:%[0-9a-f]{2})+/gi, escapes => {
		try {
			return decodeURIComponent(escapes);
		} catch {
			return escapes;
		}
	});

/** A text without its percent escapes, also where it was escaped several times; what is not escaped rightly stays as it is. */
export const unescaped = (text: string): string => {
	let plain = text;
	for (let i = 0; i < 8 && plain.includes('%'); i++) plain = decodedOnce(plain);
	return plain;
};

const withPassword = (what: string): UserError =>
	new UserError(
		`The ${what} seems to hold a password, because there is a colon or a setting in it. dbvet never takes one there; nothing was stored or sent.`,
		[
			'Give the name alone, without a password (and change it, if your shell keeps a history).',
			"Name where the scanner's comes from: --password-env VARIABLE, --password-command COMMAND, or ~/.pgpass. Other identities need none.",
			'A name that really holds a colon cannot be declared.',
		],
	);

/** Characters that other alphabets have for a colon are what a keyboard of theirs makes of one. */
const hasColon = (text: string): boolean => unescaped(text).normalize('NFKC').includes(':');

/**
 * The name of a login. A colon in one is legal in PostgreSQL, but what was typed is nearly always USER:PASSWORD, and a login is
 * kept, shown and sent in clear.
 * @throws UserError that does not repeat it
 */
export const userOf = (text: string): string => {
	if (hasColon(text) || holdsSecretSetting(unescaped(text))) throw withPassword('user');
	return nameOf('user', text);
};

/**
 * The name of a database, in which the rest of an address may stand with a password.
 * @throws UserError that does not repeat it
 */
export const databaseNameOf = (text: string): string => {
	if (hasColon(text) || /@[^]*\//.test(unescaped(text)) || holdsSecretSetting(unescaped(text)))
		throw withPassword('database');
	return nameOf('database', text);
};
