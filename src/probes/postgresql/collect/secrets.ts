import {valueSecret} from './sql.js';

/** Texts of the catalogue are compared with these shapes by the server; none of them leaves it. */
const words = '(passw(or)?d|secret|api_?key|access_?key|auth_?token|private_?key)';
/** A password in a connection string: what stands between the quotes, and is neither empty nor put together at run time. */
export const dsnPassword = `\\mpassword\\s*=\\s*('''')?[^\\s''"|%$]{4,}`;
/** A variable of a type that holds text. */
const typed = `(\\s+constant)?(\\s+(text|varchar|character varying|char|bytea)(\\([0-9]+\\))?)?(\\s+not null)?`;
/** A name that speaks of a secret, and not of the name or number of one, with a literal assigned to it. */
const assigned = `\\m\\w*${words}(?!\\w*(name|hint|type|kind|label|version|_id|_at)\\M)\\w*(\\)?::(text|bpchar|character varying))?${typed}\\s*(:=|=>|=|\\mdefault)\\s*e?(''[^''\\s]{8,}''|\\$\\w*\\$[^$\\s]{8,}\\$)`;
/** A key in quotes, of JSON or hstore, also where the quotes are escaped. */
const inJson = `${words}\\\\?"\\s*(:|=>)\\s*\\\\?"[^"\\s%$]{8,}"`;
/**
 * A note such as `password: …`. One word with a digit in it, because prose stands there too; a date, an address and the name
 * of an algorithm or of the place where it is kept are none.
 */
const noted = `(${words}|passphrase|\\mpwd)\\s*:(?![:=])\\s*["'']{0,2}(?!(https?|vault|env|file|arn|ssm|op|ref|scram|sha|md5|bcrypt|argon|aes|pbkdf|base64)|[0-9]{4}-[0-9]{2}|[%$<{([])(?=[^\\s"'',\\u003b()]*[0-9])[^\\s"'',\\u003b()]{8,}`;
/** Passwords of roles in DDL inside a body, where a statement in quotes has its own quotes doubled. */
const ddlPassword = `\\mpassword\\s+(''){1,4}[^''\\s]{4,}''`;
/** The key of pgcrypto as a literal; its options have an equals sign. */
const cryptoKey = `pgp_sym_(en|de)crypt(_bytea)?\\s*\\([^()]*,\\s*''[^''=]{6,}''`;

/** Every shape has one of these in it. They are looked for first, because the server takes a tenth of the time for them. */
const signs =
	'://|private key|akia|eyj|bearer|k_live_|gh[pousr]_|xox|glpat|passw|passphrase|pwd|secret|key|token|pgp_sym';

/** True for a text of SQL that has the shape of a secret in it. */
export const hides = (text: string): string =>
	`(${text} ~* '${signs}' AND (${[
		`${text} ~ '${valueSecret}'`,
		...[dsnPassword, assigned, inJson, noted, ddlPassword, cryptoKey].map(
			shape => `${text} ~* '${shape}'`,
		),
	].join(' OR ')}))`;
