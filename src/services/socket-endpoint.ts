import {UserError} from '../domain/errors.js';
import {plainText} from '../domain/text.js';
import type {Endpoint, Engine} from '../domain/target.js';
import {nameOf, unescaped} from './connection-names.js';

/** The longest path of a Unix socket in bytes: 108 with the closing zero on Linux (unix(7)). */
const longestPath = 107;

/** A path of a file; an @ begins a socket of Linux that lies in no folder (libpq). */
export const isSocketPath = (text: string): boolean =>
	/^\s*(?:[/@]|\.{1,2}\/)/.test(unescaped(text));

const refuse = (path: string, why: string, next: string): UserError =>
	new UserError(`${JSON.stringify(plainText(path, 120))} ${why}.`, [next]);

const checked = (path: string): string => {
	if (path.startsWith('@'))
		throw refuse(
			path,
			'is an abstract socket, which lies in no folder: any user of the machine may open one of that name, and nothing tells whose it is',
			'Give the path of a socket in a folder, or the host and the port.',
		);
	if (!path.startsWith('/'))
		throw refuse(
			path,
			'is no absolute path',
			'Write the path of the socket from the root, such as /run/postgresql.',
		);
	return nameOf('path of the socket', path);
};

/**
 * The endpoint for the path of a Unix socket. PostgreSQL names the folder, and the port gives the name of the socket in it,
 * as in libpq; the socket itself is taken too.
 * @throws UserError for a path that no socket can have
 */
export const socketEndpoint = (
	role: Endpoint['role'],
	engine: Engine,
	text: string,
	port: number,
): Endpoint => {
	const given = checked(unescaped(text).trim());
	const own = engine === 'postgresql' ? /\/\.s\.PGSQL\.(\d{1,5})$/.exec(given)?.[1] : undefined;
	if (engine === 'postgresql' && given.includes(','))
		throw refuse(given, 'names several hosts', 'Give one socket, and others with --replica PATH.');
	const host =
		engine !== 'postgresql' || own !== undefined
			? given
			: `${given.replace(/\/+$/, '')}/.s.PGSQL.${port}`;
	if (Buffer.byteLength(host) > longestPath)
		throw refuse(
			host,
			`is longer than a socket’s path may be (${longestPath} bytes)`,
			'Check the path: it was perhaps pasted together with something else.',
		);
	return {role, host, port: own === undefined ? port : Number(own)};
};
