import type {Engine} from '../../domain/target.js';

export const isRedis = (engine: Engine): boolean => engine === 'redis' || engine === 'valkey';

export const isMysql = (engine: Engine): boolean => engine === 'mysql' || engine === 'mariadb';

/** How a server of the engine shows that it has no TLS. */
export const declineText = (engine: Engine): string => {
	if (isMysql(engine)) return 'The server greets without TLS: it has none here';
	return isRedis(engine)
		? 'The port answers Redis commands in clear, and no TLS'
		: 'The server answers N: it has no TLS here';
};
