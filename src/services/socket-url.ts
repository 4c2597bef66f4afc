import {UserError} from '../domain/errors.js';
import {plainText} from '../domain/text.js';
import type {Engine} from '../domain/target.js';
import {unescaped} from './connection-names.js';
import {engineSchemes, socketScheme} from './engine-schemes.js';
import {isSocketPath} from './socket-endpoint.js';

/** The parameters in which drivers take the path of a socket. */
const pathParameters: ReadonlySet<string> = new Set([
	'host',
	'socket',
	'unix_socket',
	'unixsocket',
	'unix-socket',
	'socketpath',
	'socket_path',
	'sock',
]);
/** The parameters that say to a socket what a URL with a host says before them. */
const others = {user: ['user', 'username'], database: ['dbname', 'database', 'db'], port: ['port']};

/** A parameter that is taken out of the URL of a socket. */
export const isTakenFromSocketUrl = (name: string): boolean =>
	pathParameters.has(name) || Object.values(others).some(names => names.includes(name));

/** What a URL says that leads to a Unix socket; nothing of it is checked yet. */
export type SocketUrl = {
	readonly engine: Engine;
	readonly path: string;
	readonly port: number;
	readonly user: string;
	readonly database: string;
};

/** Where in a URL the path stands. */
type Found = {readonly path: string; readonly database: string; readonly port?: string | undefined};

const parametersOf = (query: string): ReadonlyMap<string, string> =>
	new Map(
		// A plus is a plus in a path, and no blank.
		[...new URLSearchParams(query.replace(/#[^]*$/, '').replaceAll('+', '%2B'))].map(
			([name, value]) => [name.trim().toLowerCase(), value] as const,
		),
	);

/** `/path` behind a scheme that means a socket; some clients write localhost before it. */
const inAddress = (place: string): Found => ({
	path: unescaped(place).replace(/^localhost(?=\/)/i, ''),
	database: '',
});

/** PHP writes `localhost:/path.sock`; a port that was left empty before the name of a database is none. */
const inPhp = (host: string, path: string): Found | undefined =>
	host.endsWith(':') && (/\/[^/]+\//.test(path) || path.endsWith('.sock'))
		? {path: unescaped(path), database: ''}
		: undefined;

/** `unix(/path)/database` of Go's drivers. */
const inGo = (place: string): Found | undefined => {
	const [, path, database = ''] = /^unix\(([^)]*)\)(?:\/([^]*))?$/i.exec(place) ?? [];
	return path === undefined ? undefined : {path: unescaped(path), database};
};

const portIn = (host: string): string | undefined => /:(\d+)$/.exec(host)?.[1];

const inHost = (host: string, database: string): Found | undefined => {
	const [, path = '', port] = /^([^]*?)(?::(\d+))?$/.exec(host) ?? [];
	return isSocketPath(path) ? {path: unescaped(path), database, port} : undefined;
};

const inParameters = (
	parameters: ReadonlyMap<string, string>,
	host: string,
	database: string,
): Found | undefined => {
	const path = [...parameters].find(
		([name, value]) => pathParameters.has(name) && isSocketPath(value),
	);
	return path === undefined ? undefined : {path: unescaped(path[1]), database, port: portIn(host)};
};

/** A URL in its parts, as they stand there. */
const partsOf = (text: string) => {
	const [, name = '', rest = ''] = /^\s*([a-z][a-z0-9+.-]*):\/\/([^]*)$/i.exec(text) ?? [];
	const [address = '', ...queries] = rest.split('?');
	const plain = address.replace(/#[^]*$/, '').trimEnd();
	const at = (plain.split('/', 1)[0] ?? '').lastIndexOf('@');
	const place = plain.slice(at + 1);
	const [host = ''] = place.split('/', 1);
	const path = place.slice(host.length);
	return {
		scheme: name.toLowerCase(),
		login: plain.slice(0, Math.max(0, at)),
		place,
		host,
		path,
		database: path.replace(/^\//, ''),
		parameters: parametersOf(queries.join('?')),
	};
};

const find = (
	{scheme, place, host, path, database, parameters}: ReturnType<typeof partsOf>,
	given: string | undefined,
): Found | undefined =>
	(socketScheme(scheme) === undefined ? undefined : inAddress(place)) ??
	inGo(place) ??
	inHost(host, database) ??
	inParameters(parameters, host, database) ??
	(scheme === 'mysql' || scheme === 'mariadb' ? inPhp(host, path) : undefined) ??
	(given === undefined ? undefined : {path: given, database, port: portIn(host)});

/**
 * Reads a URL that leads to a Unix socket, in any of the forms that drivers have for one; undefined for one that does not.
 * `given`: the path that was given beside a URL without a host.
 * @throws UserError for one whose engine is not known, or that names no path
 */
export const readSocketUrl = (text: string, given?: string): SocketUrl | undefined => {
	const parts = partsOf(text);
	const {scheme, parameters} = parts;
	const found = find(parts, given);
	if (found === undefined) return undefined;
	const known = socketScheme(scheme) ?? engineSchemes[`${scheme}:`];
	const shown = plainText(scheme, 30);
	if (known === undefined)
		throw new UserError(`dbvet does not know ${JSON.stringify(shown)} URLs.`, [
			`It knows: ${[...Object.keys(engineSchemes), 'unix:'].map(one => `${one}//`).join(' ')}`,
		]);
	if (found.path === '' || found.path === '/')
		throw new UserError(`The ${shown} URL names no socket.`, [
			`Write the path behind it: ${shown}:///run/${known.engine}/${known.engine}.sock`,
		]);
	const parameter = (names: readonly string[]): string | undefined =>
		names.map(one => parameters.get(one)).find(value => value !== undefined && value !== '');
	return {
		engine: known.engine,
		path: found.path,
		port: Number(parameter(others.port) ?? found.port ?? known.port),
		user: parameter(others.user) ?? parts.login,
		database: parameter(others.database) ?? found.database,
	};
};
