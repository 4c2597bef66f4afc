/**
 * A pattern of a secret; its group `secret` (or one of `a` to `f`) is what has to go. Every pattern has to be linear on hostile
 * text: it begins with something rare, its repetitions are bounded or cannot fail afterwards, and no two of its matches begin
 * inside one token.
 */
export type SecretRule = {
	/** What it is, in words, for the marker and the message. */
	readonly kind: string;
	readonly pattern: RegExp;
	/** The value may be a setting or a reference instead of a secret. */
	readonly doubtful?: true;
};

const openRepetition = /(\\w|\[(?:[^\]\\]|\\.)+\])\{(\d+),\}/g;

/**
 * A rule whose form alone tells a secret. "At least n" is written as n and any more: V8 keeps a note for each character of the
 * first, and its stack ends after some millions of them.
 */
export const rule = (kind: string, source: string, flags = ''): SecretRule => ({
	kind,
	pattern: new RegExp(source.replace(openRepetition, '$1{$2}$1*'), `gd${flags}`),
});

/** A rule whose value may be a placeholder. */
export const doubtful = (kind: string, source: string, flags = ''): SecretRule => ({
	...rule(kind, source, flags),
	doubtful: true,
});

/** Characters of a class with what may be escaped among them, written so that a long stretch without escapes takes no stack. */
export const among = (characters: string, escape: string): string =>
	`${characters}*(?:${escape}${characters}*){0,9999}`;
