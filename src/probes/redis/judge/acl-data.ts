/** A command and the categories that Redis 7 and 8 and Valkey 9 put it into (ACL CAT); a subcommand behind a bar. */
export type Power = {
	readonly command: string;
	readonly categories: readonly string[];
	readonly grave: boolean;
};

const of = (categories: readonly string[], ...commands: readonly string[]): readonly Power[] =>
	commands.map(command => ({command, categories, grave: false}));

/** Commands that read or change data, some of each kind of value. */
export const dataCommands: readonly Power[] = [
	...of(['read', 'string', 'fast'], 'get', 'mget', 'strlen'),
	...of(['read', 'string', 'slow'], 'getrange'),
	...of(['write', 'string', 'fast'], 'getdel', 'getex', 'incr', 'append'),
	...of(['write', 'string', 'slow'], 'set', 'mset', 'setrange'),
	...of(['read', 'hash', 'fast'], 'hget', 'hmget'),
	...of(['read', 'hash', 'slow'], 'hgetall', 'hvals'),
	...of(['write', 'hash', 'fast'], 'hset', 'hmset', 'hdel', 'hincrby'),
	...of(['read', 'list', 'slow'], 'lrange', 'lindex'),
	...of(['write', 'list', 'fast'], 'lpush', 'rpush', 'lpop', 'rpop'),
	...of(['write', 'list', 'slow'], 'lset', 'ltrim', 'linsert', 'lmove'),
	...of(['read', 'set', 'slow'], 'smembers', 'sunion', 'sinter', 'sdiff'),
	...of(['write', 'set', 'fast'], 'sadd', 'srem', 'spop'),
	...of(['read', 'sortedset', 'slow'], 'zrange', 'zrangebyscore'),
	...of(['write', 'sortedset', 'fast'], 'zadd', 'zrem', 'zpopmin', 'zpopmax'),
	...of(['read', 'stream', 'slow'], 'xrange', 'xrevrange'),
	...of(['read', 'stream', 'slow', 'blocking'], 'xread'),
	...of(['write', 'stream', 'slow', 'blocking'], 'xreadgroup'),
	...of(['write', 'stream', 'fast'], 'xadd', 'xdel'),
	...of(['write', 'stream', 'slow'], 'xtrim'),
	...of(['read', 'bitmap', 'fast'], 'getbit'),
	...of(['write', 'bitmap', 'slow'], 'setbit', 'bitfield'),
	...of(['read', 'geo', 'slow'], 'geosearch'),
	...of(['write', 'geo', 'slow'], 'geoadd'),
	...of(['write', 'hyperloglog', 'fast'], 'pfadd'),
	...of(['keyspace', 'write', 'slow'], 'del', 'rename', 'copy'),
	...of(['keyspace', 'write', 'fast'], 'unlink', 'expire', 'move'),
	...of(['keyspace', 'read', 'slow'], 'dump'),
];

/** Commands that listen to channels or write into them. */
export const messages: readonly Power[] = [
	...of(['pubsub', 'slow'], 'subscribe', 'psubscribe', 'ssubscribe'),
	...of(['pubsub', 'fast'], 'publish', 'spublish'),
];
