import {UserError} from '../domain/errors.js';
import {isSecretName, quotedWord} from '../domain/hide-logins.js';
import {plainText} from '../domain/text.js';
import type {Endpoint, Engine, Identity} from '../domain/target.js';
import {databaseNameOf, nameOf, unescaped, userOf} from './connection-names.js';
import {engineSchemes} from './engine-schemes.js';
import {isSocketPath, socketEndpoint} from './socket-endpoint.js';
import {readSocketUrl, type SocketUrl} from './socket-url.js';

export type Connection = {
	readonly engine: Engine;
	readonly endpoint: Endpoint;
	/** The scanner's identity; absent when the URL names no user. */
	readonly scanner?: Identity;
};

export const isConnectionUrl = (text: string): boolean => /^\s*[a-z][a-z0-9+.-]*:\/\//i.test(text);

/**
 * Whether a password stands in a URL. The standard of URLs ends the login at the first `/`, `?` or `#`, but who pastes a password
 * with one of these in it means the last @; so whatever follows a colon before that is a password. A secret may also stand
 * among the parameters, in any case of letters.
 */
const holdsPassword = (text: string): boolean => {
	const rest = text.replace(/^\s*[^:]*:\/\//, '');
	const login = rest.slice(0, Math.max(0, rest.lastIndexOf('@')));
	if (/:[^]/.test(unescaped(login))) return true;
	const parameters = /[?#][^]*$/.exec(rest)?.[0].split(/[?&;#]/) ?? [];
	return parameters.some(one => isSecretName(unescaped(one.replace(/=[^]*$/, '')).trim()));
};

/** What a message may show of a URL: its scheme and its host, because behind either of them a password may begin. */
const shown = (text: string): string => {
	const [, scheme = '', rest = ''] = /^\s*([^:]*:\/\/)([^]*)$/.exec(text) ?? [];
	const at = rest.lastIndexOf('@');
	const [host = ''] = /^(?:\[[^\]]*\]|[^:/?#])*/.exec(rest.slice(at + 1)) ?? [];
	return plainText(`${scheme}${at < 0 ? '' : '…@'}${host}`, 120);
};

const passwordInUrl = (): UserError =>
	new UserError('The URL holds a password. dbvet never takes one in a URL.', [
		'Leave it out of the URL (and change it, if your shell keeps a history).',
		'Name where it comes from: --password-env VARIABLE, --password-command COMMAND, or ~/.pgpass.',
		'If it holds none: write an @ in the name of a user or database as %40.',
	]);

const outOfRange = (port = ''): UserError =>
	new UserError(`Port ${plainText(port, 20)} is out of range.`, ['Ports go from 1 to 65535.']);

const decoded = (check: (text: string) => string, text: string, url: string): string => {
	try {
		return check(decodeURIComponent(text));
	} catch (error) {
		if (!(error instanceof URIError)) throw error;
		throw new UserError(`${shown(url)} holds a % that begins no character.`, [
			'Write a percent sign as %25.',
		]);
	}
};

/** A host; what is no address of IPv6 and has an @ or a colon in it is the login of a URL whose @ was escaped. */
const hostOf = (text: string): string => {
	if (!text.startsWith('[') && /[:@]/.test(unescaped(text))) throw passwordInUrl();
	return nameOf('host', text);
};

/**
 * The database that the scanner logs in to. One that is not named is the user, as in libpq; Redis and Valkey number theirs
 * from 0, and a login there is not bound to any.
 */
const databaseOf = (engine: Engine, user: string, named: string): string => {
	if (engine !== 'redis' && engine !== 'valkey') return named === '' ? user : named;
	if (!/^\d{0,5}$/.test(named)) {
		throw new UserError(
			`${JSON.stringify(plainText(named, 80))} is no database of ${engine}: they have numbers.`,
			['Leave it out, or write for example rediss://USER@HOST:6379/0.'],
		);
	}
	return named === '' ? '0' : named;
};

const scannerOf = (engine: Engine, user: string, named: string): Pick<Connection, 'scanner'> => {
	// The name of the database is checked also where nobody logs in.
	const database = databaseOf(engine, user, named);
	return user === '' ? {} : {scanner: {role: 'scanner', user, database}};
};

const fromSocket = (text: string, {engine, path, port, ...names}: SocketUrl): Connection => {
	if (!Number.isInteger(port) || port < 1 || port > 65_535) throw outOfRange(String(port));
	return {
		engine,
		endpoint: socketEndpoint('primary', engine, path, port),
		...scannerOf(
			engine,
			decoded(userOf, names.user, text),
			decoded(databaseNameOf, names.database, text),
		),
	};
};

/** A URL without a host, which the path of a socket beside it makes complete. */
const namesNoHost = (text: string): boolean =>
	/^[^:]*:\/\/(?:[^/?#]*@)?(?::\d*)?(?:[/?#]|\s*$)/.test(text);

/**
 * Reads `postgres://user@host:5432/database`, and the URLs of Unix sockets in the forms that drivers have for them. Other
 * options after `?` are connection settings of drivers and are ignored.
 * @param socket path of a Unix socket that was given beside a URL, which may then go without a host
 * @throws UserError when it is not such a URL, or holds a password.
 */
export const parseConnection = (text: string, socket?: string): Connection => {
	if (holdsPassword(text)) throw passwordInUrl();
	const found = readSocketUrl(text, namesNoHost(text) ? socket : undefined);
	if (found !== undefined) {
		if (socket !== undefined && found.path !== socket)
			throw new UserError('The URL and --socket both name a socket.', ['Give it once.']);
		return fromSocket(text, found);
	}
	let url: URL;
	try {
		url = new URL(text);
	} catch {
		const port =
			/^\s*[a-z][a-z0-9+.-]*:\/\/(?:[^/?#]*@)?(?:\[[^\]]*\]|[^:/?#]*):(\d+)(?:[/?#]|$)/i.exec(text);
		if (Number(port?.[1]) > 65_535) throw outOfRange(port?.[1]);
		throw new UserError(`${shown(text)} is not a connection URL.`, [
			'Write it as postgres://USER@HOST:5432/DATABASE, without a password.',
		]);
	}
	const known = engineSchemes[url.protocol];
	if (known === undefined) {
		throw new UserError(
			`dbvet does not know ${JSON.stringify(plainText(url.protocol.slice(0, -1), 30))} URLs.`,
			[
				`It knows: ${Object.keys(engineSchemes)
					.map(scheme => `${scheme}//`)
					.join(' ')}`,
				'A bucket or a backup server is added with --kind backup.',
			],
		);
	}
	const host = decoded(hostOf, url.hostname, text).replace(/^\[(.*)\]$/, '$1');
	if (host === '') {
		throw new UserError(`${shown(text)} names no host.`, [
			`Write it as ${url.protocol}//USER@HOST:${known.port}/DATABASE.`,
		]);
	}
	if (host.includes(',') || url.port === '0') {
		throw new UserError(`${shown(text)} names ${url.port === '0' ? 'port 0' : 'several hosts'}.`, [
			'Give the primary in the URL, and others with --replica HOST:PORT.',
		]);
	}
	const user = decoded(userOf, url.username, text);
	return {
		engine: known.engine,
		endpoint: {role: 'primary', host, port: url.port === '' ? known.port : Number(url.port)},
		...scannerOf(
			known.engine,
			user,
			decoded(databaseNameOf, url.pathname.replace(/^\//, ''), text),
		),
	};
};

/** Reads `HOST:PORT`, `[::1]:PORT`, `HOST` or the path of a socket for `--replica` and `--pooler`. */
export const parseEndpoint = (
	role: Endpoint['role'],
	text: string,
	defaultPort: number,
	engine: Engine,
): Endpoint => {
	if (isSocketPath(text)) {
		// The port behind the folder is the one in the name of the socket, as in the URL.
		const [, folder = text, own] =
			(engine === 'postgresql' ? /^([^]*):(\d{1,5})$/.exec(text) : null) ?? [];
		return socketEndpoint(role, engine, folder, own === undefined ? defaultPort : Number(own));
	}
	const match = /^(?:\[([0-9a-fA-F:.]+)\]|([^:[\]/\s]+))(?::(\d+))?$/.exec(text);
	const host = match?.[1] ?? match?.[2];
	const port = match?.[3] === undefined ? defaultPort : Number(match[3]);
	if (host !== undefined && (port < 1 || port > 65_535)) throw outOfRange(match?.[3]);
	if (host === undefined) {
		throw new UserError(`${quotedWord(text)} is not HOST:PORT.`, [
			'Write for example replica.example.com:5432 or [2001:db8::1]:5432.',
		]);
	}
	return {role, host: nameOf('host', host), port};
};

/** Reads `application=USER/DATABASE` for `--as`. */
export const parseIdentity = (text: string): Identity => {
	const match = /^(application|reporting|admin|backup)=([^/]+)\/(.+)$/.exec(text);
	const [, role, user, database] = match ?? [];
	if (user === undefined || database === undefined || text.includes('://')) {
		throw new UserError(`${quotedWord(text)} is not ROLE=USER/DATABASE.`, [
			'Roles: application, reporting, admin, backup. For example: --as application=shop/shopdb',
		]);
	}
	return {
		role: role as Identity['role'],
		user: userOf(user),
		database: databaseNameOf(database),
	};
};
