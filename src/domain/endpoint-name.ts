import type {Endpoint} from './target.js';

/** `host:port`, with brackets around an IPv6 address: how findings name an endpoint. */
export const endpointName = ({host, port}: Pick<Endpoint, 'host' | 'port'>): string =>
	host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`;
