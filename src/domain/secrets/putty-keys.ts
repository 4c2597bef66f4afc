import type {FoundSecret} from './found.js';

/** The private lines of a key file of PuTTY, as lines or as \n in a string. */
const lines =
	/Private-Lines: \d{1,4}[ \t]{0,8}(?:\r?\n|(?:\\r)?\\n)(?<secret>(?:[ \t]{0,80}[\w+/=]{1,80}[ \t]{0,8}(?:\r?\n|(?:\\r)?\\n|$)){1,300})/dg;

/** The secret parts of key files of PuTTY; the public part of the file stays readable. */
export const puttyKeys = (text: string): readonly FoundSecret[] =>
	[...text.matchAll(lines)].flatMap(match => {
		const place = match.indices?.groups?.secret;
		if (place === undefined) return [];
		const [start, end] = place;
		// A line break behind the last line belongs to the text.
		const secret = text.slice(start, end).replace(/(?:\r?\n|(?:\\r)?\\n)$/, '');
		return [{kind: 'private key of PuTTY', start, end: start + secret.length}];
	});
