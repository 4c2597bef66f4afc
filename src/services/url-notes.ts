import {UserError} from '../domain/errors.js';
import {isConnectionUrl} from './parse-connection.js';
import type {TargetOptions} from './add-target.js';
import {isTakenFromSocketUrl, readSocketUrl} from './socket-url.js';

/** A setting of drivers that means something to whoever wrote it, and what is to be done instead. */
type Rule = {
	readonly names: readonly string[];
	readonly instead: string;
	/** The option was given, so that nothing is missing. */
	readonly settled?: (options: TargetOptions) => boolean;
};

const rules: readonly Rule[] = [
	{
		names: ['sslrootcert', 'sslrootcertdir', 'ssl-ca', 'ssl_ca', 'ssl_ca_certs', 'ssl-capath'],
		instead:
			'name the file of the CA with --ca FILE; without it the public roots that Node.js brings count',
		settled: ({ca}) => ca !== undefined,
	},
	{
		names: ['sslcert', 'ssl-cert', 'ssl_cert', 'ssl_certfile'],
		instead: 'name the client certificate with --client-cert FILE',
		settled: ({clientCert}) => clientCert !== undefined,
	},
	{
		names: ['sslkey', 'ssl-key', 'ssl_key', 'ssl_keyfile'],
		instead: 'name the key of the client certificate with --client-key FILE',
		settled: ({clientKey}) => clientKey !== undefined,
	},
	{
		names: ['sslmode', 'ssl-mode', 'ssl_mode', 'ssl', 'tls', 'ssl_cert_reqs'],
		instead:
			'dbvet asks for TLS always, and sends a password only after the certificate was verified',
	},
	{
		names: ['host', 'hostaddr', 'port', 'user', 'dbname'],
		instead: 'write it in the URL itself: postgres://USER@HOST:5432/DATABASE',
	},
	{
		names: ['passfile'],
		instead: 'the variable PGPASSFILE names a file in the place of ~/.pgpass',
	},
];

/** Settings that change nothing of what a probe sees are ignored without a word. */
const harmless = new Set(['application_name', 'fallback_application_name', 'connect_timeout']);

const leadsToSocket = (url: string): boolean => {
	try {
		return readSocketUrl(url) !== undefined;
	} catch (error) {
		if (!(error instanceof UserError)) throw error;
		return false;
	}
};

/** What a URL says beside the address, and dbvet does not take: one remark each, with the option to use in its place. */
export const urlNotes = (
	url: string | undefined,
	options: TargetOptions = {},
): readonly string[] => {
	if (url === undefined || !isConnectionUrl(url)) return [];
	const onSocket = leadsToSocket(url);
	const query = /\?([^#]*)/.exec(url)?.[1] ?? '';
	const given = [...new URLSearchParams(query)].flatMap(([name, value]) => {
		const plain = name.trim().toLowerCase();
		// Libpq's word for the public roots, which count here anyway.
		if (onSocket && (isTakenFromSocketUrl(plain) || /^(ssl|tls)/.test(plain))) return [];
		const isSystem = plain === 'sslrootcert' && value === 'system';
		return isSystem || !/^[\w.-]{1,40}$/.test(plain) ? [] : [plain];
	});
	const told = rules.flatMap(({names, instead, settled}) => {
		const name = given.find(one => names.includes(one));
		return name === undefined || settled?.(options) === true
			? []
			: [`${name} in the URL is not taken: ${instead}.`];
	});
	const known = new Set(rules.flatMap(({names}) => names));
	const rest = [...new Set(given)].filter(name => !known.has(name) && !harmless.has(name));
	return rest.length === 0
		? told
		: [...told, `Not taken from the URL, because it is for drivers: ${rest.join(', ')}.`];
};
