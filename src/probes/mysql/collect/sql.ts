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
 * Shapes of secrets in the text of a routine: an assignment of a quoted literal to a name like password, a URL with a
 * password, a literal key of AES_ENCRYPT. A regular expression that MySQL 5.7, 8 and MariaDB all read.
 */
export const secretShape = [
	"(passw(or)?d|secret|api_?key|access_?key|token)[a-z_]* *(=|:=) *''[^'']{6,}",
	'://[^/ :@]+:[^@ ]+@',
	"aes_(en|de)crypt *[(][^,)]+, *''[^'']+",
	'-----BEGIN [A-Z ]*PRIVATE KEY',
].join('|');
