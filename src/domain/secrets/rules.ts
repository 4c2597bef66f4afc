/**
 * A pattern of a secret; its group `secret` is what has to go. Every pattern has to be linear on hostile text: it begins with
 * something rare, its repetitions are bounded or cannot fail afterwards, and no two of its matches begin inside one token.
 */
export type SecretRule = {
	/** What it is, in words, for the marker and the message. */
	readonly kind: string;
	readonly pattern: RegExp;
	/** The value may be a setting or a reference instead of a secret. */
	readonly doubtful?: true;
};

const word = [
	'(?:pass(?:word|wd|phrase|wort)',
	'pwd',
	'(?:db|user|admin|root|mysql|pg|redis|smtp|mail|ldap|service)_?pass',
	'(?:secret|api|access|account|encryption|private|signing|master|license)[_-]?key',
	'secret(?:[_-]?(?:string|access[_-]?key))?',
	'(?:auth|access|refresh|api|bearer|session|security)[_-]?token',
	'(?<![a-z])token',
	'redis(?:cli)?_auth',
	String.raw`(?<!\w)_auth)`,
].join('|');
/** The value after an opening quote, to the closing one or the end of the line. Needs no closing quote, so that it cannot fail. */
const quoted = String.raw`(?:\\"(?<a>[^"\\\r\n]+)|\\'(?<b>[^'\\\r\n]+)|"(?<c>(?:[^"\\\r\n]|\\[^\r\n])+)|'(?<d>(?:[^'\\\r\n]|''|\\[^\r\n])+))`;
const rule = (kind: string, source: string, flags = ''): SecretRule => ({
	kind,
	pattern: new RegExp(source, `gd${flags}`),
});
const doubtful = (kind: string, source: string, flags = ''): SecretRule => ({
	...rule(kind, source, flags),
	doubtful: true,
});

const password = 'password or key';

/** Secrets that tell themselves by their form. */
const shaped: readonly SecretRule[] = [
	doubtful(
		'password in a URL',
		// A colon and a port with a path behind it is no password, though an @ may come later.
		String.raw`(?<![a-z0-9+.-])[a-z][a-z0-9+.-]{1,30}:\/\/[^\s:@/"'<>]{0,128}:(?!\d{1,5}(?:[/?#]|\s|$))(?<secret>[^\s"'<>\x60]{1,512})@(?=[\w[%.*$-])`,
		'i',
	),
	rule('JSON web token', String.raw`(?<![\w-])(?<secret>eyJ[\w-]{8,}\.[\w-]{4,}(?:\.[\w-]*){1,3})`),
	rule(
		'SCRAM verifier',
		String.raw`(?<secret>SCRAM-SHA-256\$\d{1,9}:[\w+/=]{8,200}\$[\w+/=]{20,200}:[\w+/=]{20,200})`,
	),
	rule('MD5 password hash', String.raw`(?<![\w])(?<secret>md5[0-9a-f]{32})(?![0-9a-f])`),
	rule('MySQL password hash', String.raw`(?<![\w*])(?<secret>\*[0-9A-F]{40})(?![0-9A-F])`),
	rule('MySQL password hash', String.raw`(?<secret>\$A\$005\$[^\r\n'"]{20,100})`),
	rule('Bearer token', String.raw`\bbearer[ \t]{1,8}(?<secret>[\w.~+/=-]{16,})`, 'i'),
	rule(
		'credentials in an HTTP header',
		String.raw`\bauthorization\\?["']?[ \t]{0,8}[:=][ \t]{0,8}\\?["']?(?:basic|digest|negotiate|token|apikey)[ \t]{1,8}(?<secret>[^\r\n"'\\]{6,})`,
		'i',
	),
	rule(
		'signature of a shared link',
		String.raw`[?&;](?:sig|x-amz-signature|x-goog-signature|signature)=(?<secret>[\w%+/=.-]{16,})`,
		'i',
	),
	rule(
		'access token',
		String.raw`(?<![\w-])(?<secret>(?:gh[pousr]_\w{20,}|github_pat_\w{20,}|glpat-[\w-]{16,}|xox[a-z]-[\w-]{10,}|sk_(?:live|test)_\w{16,}|dop_v1_\w{32,}|hv[sbr]\.[\w-]{20,}|sbp_\w{20,}|sb_secret_\w{16,}|napi_\w{20,}|AGE-SECRET-KEY-1\w{20,}|AIza[\w-]{30,}))`,
	),
	rule(
		'password in SQL',
		String.raw`\b(?:password|identified[ \t\r\n]{1,8}(?:with[ \t\r\n]{1,8}[\w"'\x60]{1,64}[ \t\r\n]{1,8})?(?:by|as))[ \t\r\n]{1,8}(?:password[ \t]{1,8})?(?:E|U&)?(?:'(?<secret>(?:[^'\r\n]|'')+)|\$(?<tag>\w{0,32})\$(?<e>[^$\r\n]+)|"(?<f>[^"\r\n]+))`,
		'i',
	),
	rule(
		'password in a .pgpass line',
		String.raw`^(?:[\w.*\-/[\]]|\\:){1,255}:(?:\*|\d{3,5}):(?:[^\s:\\]|\\.){1,64}:(?:[^\s:\\]|\\.){1,64}:(?<secret>[^\r\n]+)`,
		'm',
	),
	rule(
		'password on a command line',
		String.raw`\b(?:mysql|mariadb)(?:-?dump|-?admin)?(?:[ \t]{1,4}[^\s]{1,120}){0,16}?[ \t]{1,4}-p(?<secret>[^\s-][^\s]*)`,
	),
	rule(
		'password on a command line',
		String.raw`\b(?:redis|valkey)-cli(?:[ \t]{1,4}[^\s]{1,120}){0,16}?[ \t]{1,4}(?:-a|--pass)[ \t]{1,4}(?<secret>[^\s]+)`,
	),
	rule(
		'password on a command line',
		String.raw`\bcurl(?:[ \t]{1,4}[^\s]{1,120}){0,16}?[ \t]{1,4}(?:-u|--user)[ \t]{1,4}["']?[^\s:"']{1,128}:(?<secret>[^\s"']+)`,
	),
	rule(
		'Redis password',
		String.raw`^[ \t]*(?:requirepass|masterauth)[ \t]+"?(?<secret>[^\s"]+)`,
		'im',
	),
	rule(
		'Redis password',
		String.raw`\b(?:user|setuser)[ \t]{1,4}[^\s]{1,64}(?=[ \t][^\r\n]{0,400}\bon\b)(?:[ \t]{1,4}[^\s>]{1,64}){0,20}?[ \t]{1,4}(?:>|#(?=[0-9a-f]{64}))(?<secret>[^\s]+)`,
		'i',
	),
];

/** Secrets that tell themselves by the word before them. */
const named: readonly SecretRule[] = [
	doubtful(
		password,
		String.raw`${word}\\?["'\x60]?[ \t]{0,20}(?:=>|:=|[:=])[ \t]{0,20}(?:[EU]&?)?${quoted}`,
		'i',
	),
	// The whole rest of the line where it can only be a value: NAME=value, name = value.
	doubtful(
		password,
		String.raw`^[ \t]*(?:export[ \t]+|set[ \t]+|-[ \t]+)?[\w.-]{0,80}${word}[ \t]*=[ \t]*(?<secret>[^\s"'][^\r\n]*)`,
		'im',
	),
	doubtful(password, String.raw`${word}=(?<secret>[^\s"'&;,]+)`, 'i'),
	doubtful(
		password,
		String.raw`^[ \t]*(?:-[ \t]+)?["']?[\w.-]{0,80}${word}["']?[ \t]*:[ \t]*(?<secret>[^\s"'|>{[&*!#,][^\s,]{2,})(?=[ \t,]{0,40}(?:\r?$|[ \t]#))`,
		'im',
	),
	doubtful(
		password,
		String.raw`${word}[ \t]*:[ \t]*[|>][+-]?[ \t]*\r?\n[ \t]+(?<secret>[^\r\n]+)`,
		'i',
	),
	// In running text only what looks made up: a letter and a digit or sign in one word.
	doubtful(
		password,
		String.raw`${word}[ \t]{0,4}(?:[:=]|->|\bis\b|\bwas\b)[ \t]{0,4}(?=[^\s]{0,200}[a-z])(?=[^\s]{0,200}[\d!$%^&*+=#@])(?<secret>[^\s"'(<[{][^\s"']{5,})`,
		'i',
	),
	doubtful(
		password,
		String.raw`<[\w:.-]{0,80}${word}(?:[ \t][^<>\r\n]{0,200})?>(?<secret>[^<\r\n]+)(?=<\/)`,
		'i',
	),
	doubtful(
		password,
		String.raw`\bname\\?["']?[ \t]{0,8}[:=][ \t]{0,8}\\?["']?[\w.-]{0,80}${word}\\?["']?,?\s{0,60}\\?["']?value\\?["']?[ \t]{0,8}[:=][ \t]{0,8}(?:${quoted}|(?<secret>[^\s"'{[]+))`,
		'i',
	),
];

/** All of dbvet's own rules; private keys, which span lines, have a reader of their own. */
export const secretRules: readonly SecretRule[] = [...shaped, ...named];
