import {UserError} from '../domain/errors.js';
import {plainText} from '../domain/text.js';
import {isConnectionUrl} from './parse-connection.js';

/** What can be said of an address of a database that is not written as a URL; undefined parts are not known. */
type Parts = {
	readonly scheme?: string | undefined;
	readonly user?: string | undefined;
	readonly host?: string | undefined;
	readonly port?: string | undefined;
	readonly database?: string | undefined;
};

const schemes: Readonly<Record<string, string>> = {
	postgres: 'postgres',
	postgresql: 'postgres',
	mysql: 'mysql',
	mariadb: 'mariadb',
	redis: 'redis',
	rediss: 'rediss',
	valkey: 'valkey',
	valkeys: 'valkeys',
};

/** Ports that no other engine uses by default. */
const schemeOfPort: Readonly<Record<string, string>> = {
	'3306': 'mysql',
	'6379': 'redis',
	'6380': 'rediss',
};

/** The URL as it should have been written, with words in capitals for what is not known, and never with a password. */
const urlOf = ({scheme, user, host, port, database}: Parts): string => {
	const kind = scheme ?? schemeOfPort[port ?? ''] ?? 'postgres';
	const numbered = /^(redis|valkey)/.test(kind);
	const place = `${host ?? 'HOST'}${port === undefined ? '' : `:${port}`}`;
	const name = database ?? (numbered ? '' : 'DATABASE');
	return plainText(`${kind}://${user ?? 'USER'}@${place}${name === '' ? '' : `/${name}`}`, 200);
};

/** `[user[:password]@]host[:port][/database][?options]`; undefined for anything else. */
const fromAddress = (text: string): Parts | undefined => {
	const at =
		/^(?:([^@\s/:]*)(?::[^@\s]*)?@)?(\[[0-9a-f:.]+\]|[\w.-]+)?(?::(\d{1,5}))?(?:\/([^\s/?#]*))?(?:[?#].*)?$/i.exec(
			text,
		);
	if (at === null) return undefined;
	const [user, host, port, database] = at.slice(1).map(part => (part === '' ? undefined : part));
	return {user, host, port, database};
};

const fromJdbc = (text: string): Parts | undefined => {
	const found = /^jdbc:([a-z]+):(?:\/\/)?(.*)$/i.exec(text);
	if (found === null) return undefined;
	const [, product = '', rest = ''] = found;
	const scheme = schemes[product.toLowerCase()];
	// Of a product that dbvet does not know, only the form of a URL can be told.
	if (scheme === undefined) return {};
	const user = /[?&;]user=([^&;\s]+)/i.exec(rest)?.[1];
	return {
		scheme,
		...definedParts(fromAddress(rest)),
		...(user === undefined ? {} : {user}),
	};
};

const definedParts = (parts: Parts | undefined): Parts =>
	Object.fromEntries(Object.entries(parts ?? {}).filter(([, part]) => part !== undefined));

const pair = /\s*([a-z_]+)\s*=\s*(?:'((?:[^'\\]|\\.)*)'|(\S*))(?=\s|$)/iy;

/** `host=db port=5432 user=app dbname=shop`, as libpq takes it. */
const fromKeywords = (text: string): Parts | undefined => {
	const given = new Map<string, string>();
	// One pair after the other, so that no text takes long.
	const next = new RegExp(pair);
	while (next.lastIndex < text.length) {
		const found = next.exec(text);
		if (found === null) return undefined;
		given.set(found[1]?.toLowerCase() ?? '', found[2] ?? found[3] ?? '');
	}
	const host = given.get('host') ?? given.get('hostaddr');
	if (host === undefined && !given.has('dbname') && !given.has('user')) return undefined;
	return {
		host,
		port: given.get('port'),
		user: given.get('user'),
		database: given.get('dbname'),
	};
};

/** `postgres:/user@host/database` and `postgres:user@host/database`: slashes were lost. */
const fromShortScheme = (text: string): Parts | undefined => {
	const found = /^([a-z]+):\/?(?!\/)(.*)$/i.exec(text);
	const scheme = schemes[found?.[1]?.toLowerCase() ?? ''];
	return scheme === undefined
		? undefined
		: {...definedParts(fromAddress(found?.[2] ?? '')), scheme};
};

/** What a bare word must have to be taken for an address: a port behind a host, or somebody before it. */
const fromBareAddress = (text: string): Parts | undefined => {
	const parts = fromAddress(text);
	const {host, port, user} = parts ?? {};
	return host !== undefined && (port !== undefined || user !== undefined) ? parts : undefined;
};

/** The path of a socket alone, by the names that the servers give theirs. */
const urlOfSocket = (text: string): string | undefined => {
	const [, folder] = /^(\/[^\0]*)\/\.s\.PGSQL\.\d{1,5}$/.exec(text) ?? [];
	if (folder !== undefined) return plainText(`postgres://USER@/DATABASE?host=${folder}`, 200);
	const [name] = /[^/]*\.sock$/.exec(text) ?? [];
	if (!text.startsWith('/') || name === undefined) return undefined;
	return plainText(
		/redis|valkey/.test(text) ? `unix://${text}` : `mysql://USER@/DATABASE?socket=${text}`,
		200,
	);
};

/** The URL that was perhaps meant by a text that is none; undefined where it does not look like a database. */
export const meantUrl = (text: string): string | undefined => {
	const trimmed = text.trim();
	if (isConnectionUrl(trimmed) || trimmed.length > 1024) return undefined;
	const socket = urlOfSocket(trimmed);
	if (socket !== undefined) return socket;
	const parts =
		fromJdbc(trimmed) ??
		fromShortScheme(trimmed) ??
		fromKeywords(trimmed) ??
		fromBareAddress(trimmed);
	return parts === undefined ? undefined : urlOf(parts);
};

/** For a place that was given and is empty, as an unset variable leaves it. */
export const emptyPlace = (): UserError =>
	new UserError('The address is empty: is the variable set that it comes from?', [
		'A database: postgres://USER@HOST:5432/DATABASE. Anything else may go without: leave the address out and give --kind.',
	]);

/** For an address of a database that is not a URL. A password that stands in it is not repeated. */
export const notAsUrl = (url: string): UserError =>
	new UserError(
		`This looks like the address of a database. Write it as ${url}, without a password.`,
	);

/** For the folder of an application or infrastructure that is not there. */
export const noSuchFolder = (path: string): UserError =>
	new UserError(
		/[@=?]/.test(path)
			? 'The address is neither a URL nor a file or folder that is there.'
			: `There is no file or folder ${plainText(path, 120)}.`,
		[
			'A database is added by its URL: postgres://USER@HOST:5432/DATABASE',
			'An application or infrastructure may go without a folder: --kind application',
		],
	);
