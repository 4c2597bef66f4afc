/** A name at a host as SQL wants it in a statement that a person copies. */
export const quoteAccount = (account: string): string => {
	const at = account.lastIndexOf('@');
	const quoted = (text: string): string =>
		`'${text.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
	return at < 0
		? quoted(account)
		: `${quoted(account.slice(0, at))}@${quoted(account.slice(at + 1))}`;
};

/** The scanner's account as information_schema writes it: `'user'@'host'`, with nothing escaped. */
export const ownGrantee = `CONCAT('''', LEFT(CURRENT_USER(), CHAR_LENGTH(CURRENT_USER()) - CHAR_LENGTH(SUBSTRING_INDEX(CURRENT_USER(), '@', -1)) - 1), '''@''', SUBSTRING_INDEX(CURRENT_USER(), '@', -1), '''')`;

/**
 * Shapes of secrets in the text of a routine: a quoted literal that is assigned to a name like password, also as the default of
 * a variable or by IDENTIFIED BY, a URL with a password, a literal key of AES_ENCRYPT, an access key of AWS. A regular expression
 * that MySQL 5.7, 8 and MariaDB all read.
 */
export const secretShape = [
	`(passw(or)?d|pwd|secret|api_?key|access_?key|token)[a-z_]*["\`]? *(=>|:=|=|:|[a-z]+( *[(][0-9]+[)])? +default) *(''|")[^''"]{6,}`,
	`identified +(by|via [a-z0-9_]+ +(using|as))( +password)? *[(]? *(''|")[^''"]{4,}`,
	'AKIA[0-9A-Z]{16}',
	'://[^/ :@]+:[^@ ]+@',
	"aes_(en|de)crypt *[(][^,)]+, *''[^'']+",
	'-----BEGIN [A-Z ]*PRIVATE KEY',
].join('|');
