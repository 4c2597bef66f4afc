import type {DatabaseTarget} from '../domain/target.js';

/** Why a run is not complete, as one sentence without a full stop, and the step that mends it. */
export type Explanation = {readonly text: string; readonly next: string};

type SocketCase = {
	readonly target: Pick<DatabaseTarget, 'engine'>;
	/** The path, for a socket. */
	readonly place: string;
	readonly detail: string;
	/** True where no connection was made at all. */
	readonly unreached: boolean;
};

const ownSocket: Readonly<Record<DatabaseTarget['engine'], string>> = {
	postgresql: 'SHOW unix_socket_directories; and SHOW port;',
	mysql: 'SELECT @@socket;',
	mariadb: 'SELECT @@socket;',
	redis: 'CONFIG GET unixsocket',
	valkey: 'CONFIG GET unixsocket',
};

/** True for a Unix socket to which no connection was made. */
export const isNoSocket = ({place, unreached}: SocketCase): boolean =>
	unreached && place.startsWith('/');

/** For a Unix socket that cannot be connected to: what is wrong with the path, and where the server makes its own. */
export const noSocket = ({place, detail, target}: SocketCase): Explanation => ({
	text: `no connection to ${place}: ${detail.slice(0, 1).toLowerCase()}${detail.slice(1)}`,
	next: detail.includes('may not')
		? 'Run dbvet as a user who may use the socket, for example one in the group that owns it.'
		: `Does the server run on this machine? It says itself where its socket is: ${ownSocket[target.engine]}`,
});

/** For a Unix socket that the file system does not vouch for. */
export const untrustedSocket = ({place, detail}: SocketCase): Explanation => ({
	text: `nothing vouches for ${place}, so the password was withheld (${detail.replace(/^the password was withheld: /, '')})`,
	next: 'Let the server make its socket in a folder of its own that only it may write to, or connect over TCP with TLS.',
});

/** For a server of which only the Unix socket is declared, and which may listen elsewhere. */
export const undeclaredAddress = ({place, detail}: SocketCase): Explanation => ({
	text: detail === '' ? `the server behind ${place} may listen over TCP too` : detail,
	next: 'Declare its address too: dbvet target add NAME URL --socket PATH, with HOST and PORT in the URL.',
});
