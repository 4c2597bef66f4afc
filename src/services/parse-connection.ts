import {UserError} from '../domain/errors.js';
import {isSecretName, quotedWord} from '../domain/hide-logins.js';
import {plainText} from '../domain/text.js';
import type {Endpoint, Engine, Identity} from '../domain/target.js';
import {databaseNameOf, nameOf, unescaped, userOf} from './connection-names.js';
import {refuseSocketHost, refuseSocketUrl} from './refuse-socket.js';

const engines: Readonly<Record<string, {readonly engine: Engine; readonly port: number}>> = {
	'postgres:': {engine: 'postgresql', port: 5432},
	'postgresql:': {engine: 'postgresql', port: 5432},
	'mysql:': {engine: 'mysql', port: 3306},
	'mariadb:': {engine: 'mariadb', port: 3306},
	'redis:': {engine: 'redis', port: 6379},
	'rediss:': {engine: 'redis', port: 6379},
	'valkey:': {engine: 'valkey', port: 6379},
	'valkeys:': {engine: 'valkey', port: 6379},
};

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
	new UserError('The URL holds a password. dbvet never takes one on the command line.', [
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

/**
 * Reads `postgres://user@host:5432/database`. Options after `?` are connection settings of drivers and are ignored.
 * @throws UserError when it is not such a URL, holds a password, or leads to a Unix socket.
 */
export const parseConnection = (text: string): Connection => {
	if (holdsPassword(text)) throw passwordInUrl();
	refuseSocketUrl(text);
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
	const known = engines[url.protocol];
	if (known === undefined) {
		throw new UserError(
			`dbvet does not know ${JSON.stringify(plainText(url.protocol.slice(0, -1), 30))} URLs.`,
			[
				`It knows: ${Object.keys(engines)
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
	const database = databaseOf(
		known.engine,
		user,
		decoded(databaseNameOf, url.pathname.replace(/^\//, ''), text),
	);
	return {
		engine: known.engine,
		endpoint: {role: 'primary', host, port: url.port === '' ? known.port : Number(url.port)},
		...(user === '' ? {} : {scanner: {role: 'scanner', user, database}}),
	};
};

/** Reads `HOST:PORT`, `[::1]:PORT` or `HOST` for `--replica` and `--pooler`. */
export const parseEndpoint = (
	role: Endpoint['role'],
	text: string,
	defaultPort: number,
): Endpoint => {
	refuseSocketHost(text);
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
