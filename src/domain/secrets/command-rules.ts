import {doubtful, rule, type SecretRule} from './rule.js';

const kind = 'password on a command line';
/** What may stand between the name of a program and the option that matters. */
const options = String.raw`(?:[ \t]{1,4}[^\s]{1,120}){0,16}?[ \t]{1,4}`;
/** A value with or without quotes. */
const value = String.raw`(?:"(?<a>[^"\r\n]+)|'(?<b>[^'\r\n]+)|(?<secret>[^\s"'][^\s]*))`;
/** What looks made up: a letter and a digit or sign in one word. Prose says "use --password to be asked". */
const madeUp = String.raw`(?=["']?[^\s]{0,200}[a-z])(?=["']?[^\s]{0,200}[\d!%^&*+=#@])`;

/** Secrets that stand in a command as somebody typed it. */
export const commandRules: readonly SecretRule[] = [
	rule(kind, String.raw`\b(?:mysql|mariadb)(?:-?dump|-?admin)?${options}-p(?<secret>[^\s-][^\s]*)`),
	doubtful(kind, String.raw`\b(?:redis|valkey)-cli${options}(?:-a|--pass)[ \t]{1,4}${value}`),
	rule(
		kind,
		String.raw`\bcurl${options}(?:-u|--user)[ \t]{1,4}["']?[^\s:"']{1,128}:(?<secret>[^\s"']+)`,
	),
	doubtful(kind, String.raw`\bsshpass(?:[ \t]{1,4}-v)?[ \t]{1,4}-p[ \t]{0,4}${value}`),
	doubtful(
		kind,
		String.raw`\bmongo(?:sh|dump|restore|export|import|stat|top)?${options}-p[ \t]{0,4}(?!-|\d{2,5}:\d)${value}`,
	),
	doubtful(kind, String.raw`\b(?:sqlcmd|bcp)${options}-P[ \t]{0,4}(?!-)${value}`),
	doubtful(
		kind,
		String.raw`\bldap(?:search|modify|add|delete|whoami|passwd)${options}-w[ \t]{0,4}(?!-)${value}`,
	),
	doubtful(kind, String.raw`\bsqlplus${options}["']?[\w.$#-]{1,64}\/(?<secret>[^\s@"'/]+)@`),
	doubtful(kind, String.raw`-pass(?:in|out)?[ \t]{1,4}["']?pass:(?<secret>[^\s"']+)`),
	doubtful(
		kind,
		String.raw`(?<![\w-])--?(?:[a-z0-9]{1,20}-){0,4}(?:password|passwd|passphrase|secret|token|secret-key|api-key|access-key)[ \t]{1,4}(?!-)${madeUp}${value}`,
		'i',
	),
	doubtful(
		'password of a .netrc file',
		String.raw`\b(?:machine[ \t]{1,8}[^\s]{1,255}|default)\s{1,40}(?:account\s{1,40}[^\s]{1,255}\s{1,40})?login\s{1,40}[^\s]{1,255}\s{1,40}(?:account\s{1,40}[^\s]{1,255}\s{1,40})?password\s{1,40}${value}`,
	),
	doubtful(
		'password of a .netrc file',
		String.raw`^[ \t]{0,40}(?:machine[ \t]{1,8}[^\s]{1,255}\s{1,40})?(?:login[ \t]{1,8}[^\s]{1,255}\s{1,40})password[ \t]{1,8}${value}`,
		'm',
	),
	doubtful(
		'password of a .netrc file',
		String.raw`^[ \t]{0,40}machine[ \t]{1,8}[^\s]{1,255}\s{1,40}password[ \t]{1,8}${value}(?=[ \t]*(?:\r?$|login))`,
		'm',
	),
];
