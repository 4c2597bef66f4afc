import type {Engine} from '../domain/target.js';

/** The schemes of URLs that mean a database, each with its engine and the port that it usually has. */
export const engineSchemes: Readonly<
	Record<string, {readonly engine: Engine; readonly port: number}>
> = {
	'postgres:': {engine: 'postgresql', port: 5432},
	'postgresql:': {engine: 'postgresql', port: 5432},
	'mysql:': {engine: 'mysql', port: 3306},
	'mariadb:': {engine: 'mariadb', port: 3306},
	'redis:': {engine: 'redis', port: 6379},
	'rediss:': {engine: 'redis', port: 6379},
	'valkey:': {engine: 'valkey', port: 6379},
	'valkeys:': {engine: 'valkey', port: 6379},
};

/** `unix://` of redis-cli and redis-py, `redis+unix://` and `redis-socket://` of other clients: schemes that mean a socket. */
export const socketScheme = (
	scheme: string,
): {readonly engine: Engine; readonly port: number} | undefined => {
	if (scheme === 'unix') return engineSchemes['redis:'];
	const product = /^([a-z]+)(?:\+(?:unix|socket)|-socket)$/.exec(scheme)?.[1];
	return product === undefined ? undefined : engineSchemes[`${product}:`];
};
