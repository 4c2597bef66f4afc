import {isSocket} from './socket-endpoint.js';
import type {Endpoint} from './target.js';

/** `host:port`, with brackets around an IPv6 address, or the path of a Unix socket: how findings name an endpoint. */
export const endpointName = ({host, port}: Pick<Endpoint, 'host' | 'port'>): string => {
	if (isSocket({host})) return host;
	return host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`;
};
