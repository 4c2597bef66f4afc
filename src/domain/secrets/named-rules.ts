import {among, doubtful, rule, type SecretRule} from './rule.js';
import {secretWord, spokenWord} from './secret-words.js';

/** The value after an opening quote, to the closing one or the end of the line. Needs no closing quote, so that it cannot fail. */
const quoted = String.raw`(?:\\"(?<a>[^"\\\r\n]+)|\\'(?<b>[^'\\\r\n]+)|"(?<c>${among(String.raw`[^"\\\r\n]`, String.raw`\\[^\r\n]`)})|'(?<d>${among(String.raw`[^'\\\r\n]`, String.raw`(?:''|\\[^\r\n])`)}))`;
const password = 'password or key';

/** Secrets that tell themselves by the word before them. */
export const namedRules: readonly SecretRule[] = [
	doubtful(
		password,
		String.raw`${secretWord}\\?["'\x60]?[ \t]{0,20}(?:=>|:=|[:=])[ \t]{0,20}(?:(?:[EU]&?|N)(?='))?${quoted}`,
		'i',
	),
	// The whole rest of the line where it can only be a value: NAME=value, name = value.
	doubtful(
		password,
		String.raw`^[ \t]*(?:export[ \t]+|set[ \t]+|-[ \t]+)?[\w.-]{0,80}${secretWord}[ \t]*=[ \t]*(?<secret>[^\s"'][^\r\n]*)`,
		'im',
	),
	doubtful(password, String.raw`${secretWord}=(?<secret>[^\s"'&;,]+)`, 'i'),
	doubtful(
		password,
		String.raw`^[ \t]*(?:-[ \t]+)?["']?[\w.-]{0,80}${secretWord}["']?[ \t]*:[ \t]*(?<secret>[^\s"'|>{[&*!#,][^\s]{0,2000}[^\s,])(?=[ \t,]{0,40}(?:\r?$|[ \t]#))`,
		'im',
	),
	doubtful(
		password,
		String.raw`${secretWord}[ \t]*:[ \t]*[|>][+-]?[ \t]*\r?\n[ \t]+(?<secret>[^\r\n]+)`,
		'i',
	),
	// In running text only what looks made up: a letter and a digit or sign in one word.
	doubtful(
		password,
		String.raw`${secretWord}[ \t]{0,4}(?:[:=]|->|\b(?:is|was|ist|war|lautet|est)\b)[ \t]{0,4}(?=[^\s]{0,200}[a-z])(?=[^\s]{0,200}[\d!$%^&*+=#@])(?<secret>[^\s"'(<[{][^\s"']{5,})`,
		'i',
	),
	doubtful(
		password,
		String.raw`\b${spokenWord}[ \t]{0,4}(?:\[[^\]\r\n]{0,40}\])?(?:[:=]|->|\b(?:is|was)\b)[ \t]{0,4}(?=[^\s]{0,200}[a-z])(?=[^\s]{0,200}[\d])(?<secret>[^\s"'(<[{][^\s"']{11,})`,
		'i',
	),
	// ENV DB_PASSWORD x of a Dockerfile, SetEnv of a web server.
	doubtful(
		password,
		String.raw`^[ \t]*(?:ENV|SetEnv)[ \t]{1,40}[\w.-]{0,80}(?:${secretWord}|_pass)[ \t]{1,40}(?:"(?<a>[^"\r\n]+)|'(?<b>[^'\r\n]+)|(?<secret>[^\s"'][^\r\n]*))`,
		'im',
	),
	// A name of several parts and a value are all that stands on the line: properties, and what tools print in two columns.
	doubtful(
		password,
		String.raw`^[ \t]{0,40}(?!(?:caching_sha2|sha256|mysql_\w{3,6})_)[\w-]{1,80}[._-](?:[\w-]{1,80}[._-]){0,8}${secretWord}[ \t]{1,80}(?<secret>[^\s"'=:|<>(){}][^\s]*)(?=[ \t]*\r?$)`,
		'im',
	),
	doubtful(
		password,
		String.raw`\b(?:parameter|option)(?:key|name)=["']?[\w.-]{0,80}${secretWord}["']?,(?:parameter)?value=(?:${quoted}|(?<secret>[^\s"',][^\s,]*))`,
		'i',
	),
	// Settings of Redis by name, as its shell prints them and as they come without a terminal.
	doubtful(
		'Redis password',
		String.raw`\b(?:requirepass|masterauth|key-file-pass)"?\r?\n[ \t]{0,40}(?:\d{1,6}\)[ \t]{1,8}"(?<a>[^"\r\n]+)|(?!\d{1,6}\)[ \t])(?<secret>[^\s"][^\r\n]*))`,
	),
	// An environment names its passwords in capitals; PASS=41 is the count of a test.
	doubtful(
		password,
		String.raw`^[ \t]*(?:(?:export|ENV|ARG)[ \t]+|-[ \t]+)?(?:[A-Z0-9_]{1,80}_PASS|PASS(?!=\d{1,9}(?:\s|$)))=(?:"(?<a>[^"\r\n]+)|'(?<b>[^'\r\n]+)|(?<secret>[^\s"'][^\r\n]*))`,
		'm',
	),
	rule(
		'credentials of a registry',
		String.raw`"auth\\?"[ \t]{0,8}:[ \t]{0,8}\\?"(?<secret>[A-Za-z0-9+/]{8,}={0,2})(?=\\?")`,
	),
	rule(
		'unseal key',
		String.raw`\b(?:unseal|recovery) key \d{1,3}:[ \t]{1,8}(?<secret>[\w+/=-]{20,})`,
		'i',
	),
	doubtful(
		password,
		String.raw`<[\w:.-]{0,80}${secretWord}(?:[ \t][^<>\r\n]{0,200})?>(?<secret>[^<\r\n]+)(?=<\/)`,
		'i',
	),
	doubtful(
		password,
		String.raw`\bname\\?["']?[ \t]{0,8}[:=][ \t]{0,8}\\?["']?[\w.-]{0,80}${secretWord}\\?["']?,?\s{0,60}\\?["']?value\\?["']?[ \t]{0,8}[:=][ \t]{0,8}(?:${quoted}|(?<secret>\$\{[^\s{}]{1,200}\}|[^\s"'{[]+))`,
		'i',
	),
	doubtful(
		password,
		String.raw`${secretWord}(?:<\/(?:name|key|string|param-name)>|["'][^<>\r\n]{0,200}>)\s{0,60}<(?:value|string|param-value)>(?<secret>[^<\r\n]+)`,
		'i',
	),
];
