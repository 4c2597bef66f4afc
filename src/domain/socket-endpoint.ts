import type {Endpoint} from './target.js';

/** True for an endpoint that is a Unix socket of this machine: its host is then the absolute path of the socket. */
export const isSocket = ({host}: Pick<Endpoint, 'host'>): boolean => host.startsWith('/');

/**
 * True for the TCP address of a server that is looked at from inside over its Unix socket. It is looked at as a stranger
 * sees it, and is no further node of the target.
 */
const besideSocket = (endpoint: Endpoint, all: readonly Endpoint[]): boolean =>
	endpoint.role === 'primary' &&
	!isSocket(endpoint) &&
	all.some(other => other.role === 'primary' && isSocket(other));

/** The endpoints that are servers of their own: no poolers, and one server once. */
export const nodesOf = (endpoints: readonly Endpoint[]): readonly Endpoint[] =>
	endpoints.filter(one => one.role !== 'pooler' && !besideSocket(one, endpoints));
