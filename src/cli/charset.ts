import {asciiOnly, asciiSigns, showsUnicode} from '../tui/ascii.js';

/**
 * What may be written: `unicode` everything, `signs` typographic signs as ASCII and letters as they are, `ascii` nothing
 * else.
 */
export type Charset = 'unicode' | 'signs' | 'ascii';

type Env = Readonly<Record<string, string | undefined>>;

/**
 * What a stream may be sent. A terminal that does not show UTF-8 gets ASCII, because it could take the bytes of a letter for
 * a command. A file or a pipe keeps letters, which are data, and gets UTF-8 unless the locale names something else: a job
 * without any locale is usual, and its reader expects UTF-8.
 */
export const charsetOf = (
	stream: {readonly isTTY?: boolean},
	env: Env,
	platform: string,
): Charset => {
	if (stream.isTTY === true) return showsUnicode(env, platform) ? 'unicode' : 'ascii';
	const locale = [env.LC_ALL, env.LC_CTYPE, env.LANG].find(v => v !== undefined && v !== '');
	return locale === undefined || /utf-?8/i.test(locale) ? 'unicode' : 'signs';
};

const translate: Readonly<Record<Charset, (text: string) => string>> = {
	unicode: text => text,
	signs: asciiSigns,
	ascii: asciiOnly,
};

type Write = (chunk: unknown, ...rest: readonly unknown[]) => boolean;

/** From here on everything that this process writes for people suits where it goes: prompts, help and errors too. */
export const suitStreams = (process: NodeJS.Process): void => {
	for (const stream of [process.stdout, process.stderr]) {
		const charset = charsetOf(stream, process.env, process.platform);
		if (charset === 'unicode') continue;
		const write = stream.write.bind(stream) as Write;
		const suited: Write = (chunk, ...rest) =>
			write(typeof chunk === 'string' ? translate[charset](chunk) : chunk, ...rest);
		stream.write = suited;
	}
};

/** JSON keeps every character, as an escape where it could not be written. */
export const suitedJson = (json: string, charset: Charset): string =>
	charset === 'unicode'
		? json
		: json.replace(
				/[\u0080-\uffff]/g,
				unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
			);
