import {stat} from 'node:fs/promises';
import type {Reason} from '../../domain/outcome.js';
import {WireFailure} from './connection.js';

const absent = 'there is no such socket on this machine';

/** What is wrong with a path that leads to no connection, by the code of the error (unix(7), connect(2)). */
const known: Readonly<Record<string, readonly [Reason, string]>> = {
	ENOENT: ['connection-refused', absent],
	ENOTDIR: ['connection-refused', absent],
	EACCES: ['permission-denied', 'this user may not connect to the socket, or not enter its folder'],
	EPERM: ['permission-denied', 'this user may not connect to the socket'],
	EAGAIN: ['connection-refused', 'the server takes no more connections at present'],
	EPROTOTYPE: ['connection-refused', 'the socket is not one for connections'],
};

const refused = (detail: string): WireFailure => new WireFailure('connection-refused', detail);

/**
 * Why no connection to a Unix socket was made. The kernel refuses a file that is none and a socket that nobody listens on in
 * the same words, so that the file is looked at.
 */
export const socketFailure = async (path: string, code: string): Promise<WireFailure> => {
	if (code !== 'ECONNREFUSED' && code !== 'ENOTSOCK') {
		const [reason, detail] = known[code] ?? ['connection-closed' as const, code];
		return new WireFailure(reason, detail);
	}
	const kind = await stat(path).catch(() => undefined);
	if (kind?.isDirectory() === true) return refused('this is a folder and no socket');
	return kind === undefined || kind.isSocket()
		? refused('the socket is there, and nobody listens on it')
		: refused('this is a file and no socket');
};
