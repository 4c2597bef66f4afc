import {doubtful, rule, type SecretRule} from './rule.js';
import {secretWord} from './secret-words.js';

const kind = 'password or key';
/** A text in quotes up to the closing one or the end of the line. */
const quoted = String.raw`(?:"(?<a>[^"\r\n]+)|'(?<b>[^'\r\n]+)|\x60(?<c>[^\x60\r\n]+))`;
/** What looks made up: a letter and a digit in one word. */
const madeUp = String.raw`(?=[^\s]{0,200}[a-z])(?=[^\s]{0,200}\d)`;
/** Several of them in a list; "secrets" are more often names of places than what is kept there. */
const plural =
	'(?:pass(?:word|wd|phrase|wort)s?|pwds?|kennw(?:o|ö)rter|(?:auth|access|refresh|api|bearer)[_-]?(?:token|key)s?)';

/** Secrets in programs, in lists, in changes that a plan shows, and in documents that people write. */
export const codeRules: readonly SecretRule[] = [
	// password = "old" -> "new": the old one is found by its name, the new one stands behind the arrow.
	doubtful(
		kind,
		String.raw`${secretWord}\\?["'\x60]?[ \t]{0,20}[:=][ \t]{0,20}(?:"[^"\r\n]{0,400}"|'[^'\r\n]{0,400}'|\([^()\r\n]{0,60}\)|[^\s"']{1,400})[ \t]{1,20}(?:->|=>)[ \t]{1,20}(?:${quoted}|(?<secret>[^\s"'(][^\s]*))`,
		'i',
	),
	// environ["DB_PASSWORD"] = "x", config[:password] = 'x'.
	doubtful(
		kind,
		String.raw`${secretWord}["'\x60]?[ \t]{0,4}\][ \t]{0,8}(?:=>|:=|=)[ \t]{0,8}${quoted}`,
		'i',
	),
	// define('DB_PASSWORD', 'x'), setenv("DB_PASSWORD", "x"), and the arguments of a command as a list.
	doubtful(
		kind,
		String.raw`(?:\([ \t]{0,4}["'][\w.-]{0,80}|["']--?[\w-]{0,40})${secretWord}["'][ \t]{0,8},\s{0,40}${quoted}`,
		'i',
	),
	doubtful(
		kind,
		String.raw`^[ \t]*-[ \t]+["']?--?[\w-]{0,40}${secretWord}["']?[ \t]*\r?\n[ \t]*-[ \t]+(?:${quoted}|(?<secret>[^\s"'-][^\r\n]*))`,
		'im',
	),
	// setPassword("x"), .password('x').
	doubtful(kind, String.raw`${secretWord}[ \t]{0,4}\([ \t]{0,4}${quoted}`, 'i'),
	doubtful(
		kind,
		String.raw`\bconvertto-securestring[ \t]{1,4}(?:-string[ \t]{1,4})?${quoted}`,
		'i',
	),
	doubtful(
		kind,
		String.raw`\b${plural}\\?["']?[ \t]{0,20}[:=]\s{0,40}[[(]\s{0,200}(?<secret>\\?["'][^\]\)]{1,4000})`,
		'i',
	),
	// The name of a setting alone in its line; {"pass": 41} is the count of a test.
	doubtful(
		kind,
		String.raw`^[ \t]*(?:-[ \t]+)?pass[ \t]*(?:=[ \t]*(?!\d{1,9}[ \t]*\r?$)|:[ \t]*${madeUp})(?<secret>[^\s"'{[][^\r\n]*)`,
		'm',
	),
	rule(
		'password in a connection string',
		String.raw`(?<![\w:/@.-])[\w.-]{1,64}:(?<secret>[^\s@"'\x60]{1,200})@(?:tcp|unix)\(`,
	),
	rule(
		'password of a PgBouncer user',
		String.raw`^[ \t]*"[^"\r\n]{1,64}"[ \t]{1,8}"(?<secret>[^"\r\n]+)"[ \t]*(?:"[^"\r\n]{0,64}"[ \t]*)?\r?$`,
		'm',
	),
	rule(
		'Redis password',
		String.raw`(?:\b(?:redis|valkey)-cli\b|:\d{2,5}(?:\[\d{1,3}\])?>)(?:[ \t]{1,4}[^\s]{1,120}){0,8}?[ \t]{1,4}AUTH[ \t]{1,4}(?:[^\s[][^\s]{0,63}[ \t]{1,4})?(?<secret>[^\s]+)`,
		'i',
	),
	rule(
		'key in SQL',
		String.raw`\b(?:pgp_sym_(?:en|de)crypt(?:_bytea)?|aes_(?:en|de)crypt)[ \t]{0,4}\([ \t]{0,8}(?:'[^'\r\n]{0,400}'|[^,'\r\n]{0,200})[ \t]{0,8},[ \t]{0,8}'(?<secret>[^'\r\n]+)`,
		'i',
	),
	// **Password:** x, and a row of a table; what follows must be all there is, or look made up.
	doubtful(
		kind,
		String.raw`${secretWord}(?:[*_]{0,3}[ \t]{0,4}[:=][ \t]{0,4}[*_\x60]{1,4}|[*_]{1,3}[ \t]{0,4}[:=])[ \t]{0,4}\x60?(?<secret>[^\s*_\x60|][^\s\x60|]*)(?=[*_\x60]{0,3}[ \t]*(?:\||\r?$))`,
		'im',
	),
	doubtful(
		kind,
		String.raw`\|[^|\r\n]{0,60}${secretWord}[*_\x60]{0,3}[ \t]{0,40}\|[ \t]{0,40}[*_\x60]{0,3}${madeUp}(?<secret>[^\s|\x60][^\s|\x60]*)`,
		'i',
	),
	doubtful(
		kind,
		String.raw`${secretWord}\s{0,20}<\/t[dh]>\s{0,40}<td(?:[ \t][^>\r\n]{0,80})?>\s{0,20}(?<secret>[^<\r\n]+)`,
		'i',
	),
	// "the password Sommer2024": without anything in between, only what looks made up.
	doubtful(
		kind,
		String.raw`\b(?:password|passphrase|passwort|kennwort)[ \t]{1,4}${madeUp}(?<secret>[^\s"'(<[{=|\]][^\s"'=|\]]{5,200})(?=[\s"'|]|$)`,
		'i',
	),
];
