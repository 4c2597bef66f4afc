/** Ways to log in that let everybody in who sends no password, when none is stored. */
export const emptyMeansOpen: ReadonlySet<string> = new Set([
	'mysql_native_password',
	'mysql_old_password',
	'caching_sha2_password',
	'sha256_password',
]);

/**
 * Ways to log in where somebody else holds the proof, or where without a stored key nobody gets in (ed25519 and parsec:
 * tried on MariaDB 10.11).
 */
const proofElsewhere =
	/^(auth_socket|unix_socket|gssapi|pam|auth_pam.*|authentication_(pam|ldap|kerberos|windows|fido|webauthn|openid).*|AWSAuthenticationPlugin|aad_auth|azure_.*|cloudsql_iam.*|mysql_no_login|ed25519|parsec|named_pipe)$/i;

/** Ways to log in without a password that the server keeps. */
export const isProvenElsewhere = (plugin: string): boolean =>
	proofElsewhere.test(plugin) && !/^(ed25519|parsec)$/i.test(plugin);

export const emptyMeansNothing = (plugin: string): boolean => proofElsewhere.test(plugin);

/** How strong a way to log in is. */
export const strengthOf = (plugin: string): 'broken' | 'weak' | 'ageing' | 'sound' | undefined => {
	if (plugin === 'mysql_old_password') return 'broken';
	if (plugin === 'mysql_native_password') return 'weak';
	if (plugin === 'sha256_password') return 'ageing';
	if (plugin === 'caching_sha2_password' || proofElsewhere.test(plugin)) return 'sound';
	return undefined;
};
