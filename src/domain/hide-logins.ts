import {plainText} from './text.js';

/**
 * Whatever stands between the first colon after `scheme://` and the last @ may be a password: one with `/`, `?`, `#` or a blank in
 * it ends no part of the URL for whoever typed it. Not so a port with what usually follows one. A path leaves one slash of two.
 */
const passwordInUrl =
	/(\b[a-z][a-z0-9+.-]{1,30}:\/\/?[^\s:@/?#]{0,128}):(?:(?!\d{1,5}(?:[/?#\s"]|$))[^\n]{0,1000}@|[^\s"]{1,1000}@)/gi;

/** A text without the passwords of the URLs in it. It is the last net, for messages that repeat what was given to them. */
export const hideLogins = (text: string): string => text.replace(passwordInUrl, '$1:…@');

/** Names of settings whose value is a secret, in URLs and in keyword strings; `passfile` is the name of a file. */
export const isSecretName = (name: string): boolean =>
	/passw(?:or)?d|passphrase|^pass$|pwd|secret|token|^scram_(?:client|server)_key$|api_?key|credential/i.test(
		name,
	);

/** True for a text with a setting such as `password=…` in it. */
export const holdsSecretSetting = (text: string): boolean =>
	[...text.matchAll(/([\w.-]{1,80})\s{0,8}=\s{0,8}[^\s&;]/g)].some(([, name = '']) =>
		isSecretName(name),
	);

/** True for what was typed in the place of a name and looks like an address with a login in it, or like a setting with a secret. */
const mayHoldPassword = (text: string): boolean =>
	/:[^]*@|:\/\//.test(text) || holdsSecretSetting(text);

/** A word of the user in quotes, to be repeated in a message; not repeated where a password may stand in it. */
export const quotedWord = (text: string, max = 80): string =>
	mayHoldPassword(text)
		? '(not repeated here, because a password may stand in it)'
		: `"${plainText(text, max)}"`;
