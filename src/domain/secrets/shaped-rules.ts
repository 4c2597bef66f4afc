import {among, doubtful, rule, type SecretRule} from './rule.js';

/** Prefixes by which vendors make their tokens known: those of repositories and vaults first, then of database services. */
const tokens = [
	String.raw`gh[pousr]_\w{20,}|github_pat_\w{20,}|glpat-[\w-]{16,}|xox[a-z]-[\w-]{10,}|[sr]k_(?:live|test)_\w{16,}`,
	String.raw`hv[sbr]\.[\w-]{20,}|AGE-SECRET-KEY-1\w{20,}|AIza[\w-]{30,}|GOCSPX-[\w-]{20,}|ya29\.[\w-]{20,}|npm_\w{30,}|gls?[ac]_\w{20,}`,
	String.raw`do[op]_v1_\w{32,}|sbp_\w{20,}|sb_secret_\w{16,}|napi_\w{20,}|npg_[A-Za-z0-9]{8,}|AVNS_[\w-]{10,}`,
	String.raw`pscale_(?:pw|tkn|oauth)_[\w.-]{16,}|CCDB1_\w{16,}|dapi[0-9a-f]{32}|HRKU-[\w-]{30,}|dp\.(?:st|pt|ct|sa)\.[\w.-]{20,}`,
].join('|');

/** A text of SQL up to its closing quote. */
const inSql = among(String.raw`[^'\r\n]`, "''");
/** Host, port, database and user of a .pgpass line; an IPv6 address alone looks much like it. */
const pgpass = String.raw`(?!(?:[0-9a-f]{1,4}:){1,6}:|(?:[0-9a-f]{1,4}:){7}[0-9a-f]{1,4}(?![\w:.-]))(?:[\w.*\-/[\]]|\\:){1,255}:(?:\*|\d{3,5}):(?:[^\s:\\]|\\.){1,64}:(?:[^\s:\\]|\\.){1,64}:`;

/** Secrets that tell themselves by their form. */
export const shapedRules: readonly SecretRule[] = [
	doubtful(
		'password in a URL',
		// A colon and a port with a path behind it is no password, though an @ may come later.
		String.raw`(?<![a-z0-9+.-])[a-z][a-z0-9+.-]{1,30}:\/\/[^\s:@/"'<>]{0,128}:(?!\d{1,5}(?:[/?#]|\s|$))(?<secret>[^\s"'<>\x60]{1,512})@(?=[\w[%.*$-])`,
		'i',
	),
	rule('JSON web token', String.raw`(?<![\w-])(?<secret>eyJ[\w-]{8,}\.[\w-]{4,}(?:\.[\w-]*){1,3})`),
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
	rule('access token', String.raw`(?<![\w-])(?<secret>${tokens})`),
	rule(
		'password in SQL',
		String.raw`\b(?:password|identified[ \t\r\n]{1,8}(?:with[ \t\r\n]{1,8}[\w"'\x60]{1,64}[ \t\r\n]{1,8})?(?:by|as)|identified[ \t\r\n]{1,8}(?:with|via)[ \t\r\n]{1,8}[\w"'\x60]{1,64}[ \t\r\n]{1,8}using)[ \t\r\n]{1,8}(?:password[ \t]{1,8})?(?:E|U&)?(?:'(?<secret>${inSql})|\$(?<tag>\w{0,32})\$(?<e>[^$\r\n]+)|"(?<f>[^"\r\n]+))`,
		'i',
	),
	rule(
		'password in SQL',
		String.raw`\bset[ \t]{1,8}password[ \t]{1,8}for[ \t]{1,8}[^\s=]{1,160}[ \t]{0,8}=[ \t]{0,8}'(?<secret>${inSql})`,
		'i',
	),
	// A function call: SET PASSWORD = PASSWORD('…').
	rule('password in SQL', String.raw`\bpassword[ \t]{0,8}\([ \t]{0,8}'(?<secret>${inSql})`, 'i'),
	rule(
		'password in a .pgpass line',
		String.raw`(?:^[ \t]{0,200}(?:[>#*-][ \t]{1,8})?${pgpass}(?<secret>[^\r\n]+)|(?<![^\s=|>])${pgpass}(?<a>[^\s"']+)|(?<=["'])${pgpass}(?<b>${among(String.raw`[^\r\n"'\\]`, String.raw`\\[^\r\nnr]`)}))`,
		'im',
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
