/** What stands for a sign on a terminal that cannot show it; every stand-in takes as many cells as the sign. */
const standIns: Readonly<Record<string, string>> = {
	'✔': '+',
	'✖': 'x',
	'⚠': '!',
	'↻': '~',
	'–': '-',
	'—': '-',
	'·': '.',
	'…': '~',
	'─': '-',
	'│': '|',
	'█': '#',
	'░': '.',
	'▸': '>',
	'›': '>',
	'↑': '^',
	'↓': 'v',
	'←': '<',
	'→': '>',
	'▏': '_',
	'‘': "'",
	'’': "'",
	'“': '"',
	'”': '"',
	'×': 'x',
	'≥': '>',
	'≤': '<',
	'−': '-',
	'•': '*',
	'✓': '+',
	'\u00a0': ' ',
};

// eslint-disable-next-line no-control-regex -- control characters belong to the frame and pass unchanged.
const beyondAscii = /[^\x00-\x7f]/gu;

/** The known signs as ASCII; letters and everything else stay, because they are somebody's data. */
export const asciiSigns = (text: string): string =>
	text.replace(beyondAscii, character => standIns[character] ?? character);

/** A frame for a terminal without UTF-8: known signs become ASCII signs, everything else a question mark. */
export const asciiOnly = (frame: string): string =>
	frame.replace(beyondAscii, character => standIns[character] ?? '?');

/**
 * True when the terminal shows UTF-8: the locale (LC_ALL, else LC_CTYPE, else LANG) names it and the terminal is
 * neither the Linux console nor `dumb`. macOS terminals often leave the locale empty and show UTF-8 all the same.
 */
export const showsUnicode = (
	env: Readonly<Record<string, string | undefined>>,
	platform: string,
): boolean => {
	if (env.TERM === 'linux' || env.TERM === 'dumb') return false;
	const locale = [env.LC_ALL, env.LC_CTYPE, env.LANG].find(v => v !== undefined && v !== '');
	if (locale === undefined) return platform === 'darwin' || platform === 'win32';
	return /utf-?8/i.test(locale);
};
