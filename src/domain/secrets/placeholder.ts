/** What stands where a secret would and is none: settings, words, masks, and names of places that hold the secret. */
const harmless: readonly RegExp[] = [
	/^(?:true|false|yes|no|on|off|null|nil|none|undefined|required|optional|enabled|disabled|always|never|set|unset|unknown|rotated|stored|hashed|encrypted)[.,;:)]*$/i,
	// Names of procedures, as in "password: SCRAM-SHA-256".
	/^(?:scram(?:-sha-\d+)?|md5|sha-?\d+|aes-?\d+|bcrypt|argon2\w*|pbkdf2|oauth-?2?|saml2?|tls[\d.v]*)(?:-\w+)?[.,;:)]*$/i,
	/^(?:caching_sha2_password|sha256_password|mysql_native_password|mysql_old_password|ed25519|parsec)[.,;:)]*$/i,
	/^\[redacted\b/i,
	/^(?:\*+|x{3,}|•+|\.{3,}|…+|-+|_+|#+|\(?(?:hidden|masked|redacted|sensitive(?: value)?)\)?)$/i,
	// References that are resolved elsewhere: variables, templates, vaults, files.
	/^(?:\$[{(\w]|\{\{|<[^>]*>?$|%[\w.-]+%$|!\w|@\w+\.\w+\(|ENC\[)/,
	/^(?:arn|vault|env|file|ref|secretref|aws-sm|ssm|op|kms|secretsmanager|https?):/i,
	/^(?:\/[\w.-]+){2,}$/,
	/^projects\/[\w/.-]+$/,
	/^(?:process\.env|os\.environ|os\.getenv|getenv|var\.|local\.|data\.|module\.)/,
];

/** True for a value beside the word "password" that gives nothing away. */
export const isPlaceholder = (value: string): boolean => {
	const trimmed = value.trim().replace(/[ \t]{1,40}(?:#|;|--|\/\/).*$/, '');
	// No pattern has to look at more: what is longer is no placeholder.
	return trimmed === '' || (trimmed.length <= 300 && harmless.some(p => p.test(trimmed)));
};
