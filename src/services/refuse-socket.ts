import {UserError} from '../domain/errors.js';
import {plainText} from '../domain/text.js';
import {unescaped} from './connection-names.js';

/** Schemes that mean a socket: `unix://` of redis-cli and redis-py, `redis+unix://` and `redis-socket://` of other clients. */
const schemes = /^\s*(?:unixs?|[a-z]+\+(?:unix|socket)|(?:redis|valkey)-socket):\/\//i;
/** The parameters in which drivers take the path of a socket. */
const parameters: ReadonlySet<string> = new Set([
	'host',
	'socket',
	'unix_socket',
	'unixsocket',
	'unix-socket',
	'socketpath',
	'socket_path',
	'sock',
]);

/** A path of a file; an @ begins a socket of Linux that lies in no folder (libpq), and `unix(` one of Go's drivers. */
const isPath = (text: string): boolean => /^\s*(?:[/@]|\.{1,2}\/|unix[(:])/i.test(unescaped(text));

/** The path that a URL gives in the place of a host; empty where only its scheme says that it means a socket. */
const pathIn = (text: string): string | undefined => {
	const rest = text.replace(/^\s*[^:]*:\/\//, '');
	const [address = '', query = ''] = rest.split('?', 2);
	const host = unescaped(address.replace(/\/[^]*$/, '').replace(/^[^]*@/, ''));
	if (isPath(host)) return host.replace(/:\d+$/, '');
	const given = new URLSearchParams(query.replace(/#[^]*$/, ''));
	for (const [name, value] of given)
		if (parameters.has(name.trim().toLowerCase()) && isPath(value)) return unescaped(value);
	return schemes.test(text) ? `/${address.replace(/^[^/]*\//, '')}` : undefined;
};

/** One message for every place that takes an address: a socket that was let in would be looked up as a name. */
const socketRefused = (path: string, next: readonly string[] = []): UserError =>
	new UserError(
		`${JSON.stringify(plainText(path, 120))} is the path of a Unix socket, and dbvet probes servers over TCP only.`,
		[
			'Give the host and the port that the server listens on, such as postgres://USER@127.0.0.1:5432/DATABASE or redis://127.0.0.1:6379.',
			'A server that listens on a socket only cannot be probed: let it listen on 127.0.0.1 too, or answer its questions by hand (dbvet assess).',
			...next,
		],
	);

/** @throws UserError for a URL that leads to a Unix socket, in any of the forms that drivers have for one */
export const refuseSocketUrl = (url: string): void => {
	const path = pathIn(url);
	if (path !== undefined) throw socketRefused(path);
};

/** @throws UserError for a host that is the path of a socket; `next` is what else to do */
export const refuseSocketHost = (host: string, next: readonly string[] = []): void => {
	if (isPath(host)) throw socketRefused(unescaped(host), next);
};
