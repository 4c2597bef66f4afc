/** What the password of something is called in a setting: DB_PASS, repo1-cipher-pass, ansible_ssh_pass. */
const holders = [
	'db|user|admin|root|mysql|mariadb|pg|postgres|redis|rabbitmq|mongo|smtp|mail|imap|ftp|ldap|bind|service|cipher|key|key_?store',
	'trust_?store|proxy|repl|replication|app|auth|login|sasl|ssl|tls|ssh|sudo|become|default|conn|connection|vault|gpg|jdbc|encryption',
].join('|');

/** Keys of which no more than their name tells that they are secret. */
const keys = [
	'secret|api|access|account|encryption|private|signing|master|license|storage|azure|gcs|libsodium|cipher|aes|hmac|fernet',
	'jwt|shared|session|webhook|cookie|crypto?|unseal|recovery|auth|service_?role|cse|sse[_-]?c(?:ustomer)?',
].join('|');

/** The same word in other languages, as people write it into a note or the name of a setting. */
const foreign =
	'kennwort|kennsatz|losungswort|mot[ _-]?de[ _-]?passe|contrase[ñn]a|senha|wachtwoord|lösenord|losenord|adgangskode|salasana|hasło|пароль|パスワード|密码';

/**
 * What stands before a secret, as the source of a pattern that ignores case. It ends where the word does; what may stand before
 * (PG in PGPASSWORD) is not part of it.
 */
export const secretWord = [
	'(?:pass(?:word|wd|phrase|wort)',
	'(?<![a-z0-9])pw|pwd',
	`(?:${holders})[_-]?pass`,
	`(?:${keys})[_-]?key(?:[_-]?base)?`,
	'secret(?:[_-]?(?:string|access[_-]?key))?',
	'key[_-]secret',
	'(?:auth|access|refresh|api|bearer|session|security|identity|sas)[_-]?token',
	'(?<![a-z])token',
	'redis(?:cli)?_auth',
	String.raw`(?<!\w)_auth`,
	`${foreign})`,
].join('|');

/** Words that stand before a secret in running text only, where a key has a name more often than not. */
export const spokenWord = '(?:(?:secret|api|access|account|signing|licen[cs]e)(?: access)? key)';
