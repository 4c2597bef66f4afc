import {seen, unseen, type Observed} from '../engine/check.js';
import type {Listing} from '../engine/verdicts.js';
import {nothingServed, type ClientGroup, type RedisFacts, type ServerInfo} from './facts.js';
import type {AclUser} from './facts/acl.js';

/** A complete list that was seen. */
export const listed = <T>(...items: readonly T[]): Observed<Listing<T>> =>
	seen({items, complete: true});

/** A list that was seen and cut. */
export const cut = <T>(...items: readonly T[]): Observed<Listing<T>> =>
	seen({items, complete: false});

/** A user with one password and these rules on commands, all keys of its own and no channels. */
export const user = (
	name: string,
	commands: readonly string[],
	more: Partial<AclUser> & {
		readonly keys?: readonly string[];
		readonly channels?: readonly string[];
	} = {},
): AclUser => {
	const {keys = [`~${name}:*`], channels = [], ...rest} = more;
	return {
		name,
		on: true,
		noPassword: false,
		passwords: 1,
		permissions: [{commands, keys, channels}],
		strange: 0,
		...rest,
	};
};

export const defaultOff = user('default', ['+@all'], {on: false, keys: ['~*'], channels: ['&*']});
export const openDefault: AclUser = {...defaultOff, on: true, noPassword: true, passwords: 0};
export const shopApp = user('shop_app', [
	'-@all',
	'+@read',
	'+@write',
	'-@dangerous',
	'-@scripting',
]);
const scanner = user('dbvet', ['-@all', '+ping', '+info', '+config|get', '+acl|list'], {keys: []});

const values: Readonly<Record<string, string>> = {
	port: '0',
	'tls-port': '6380',
	bind: '10.0.0.5',
	'protected-mode': 'yes',
	'tls-protocols': '',
	'tls-replication': 'yes',
	'tls-cluster': 'yes',
	save: '3600 1 300 100',
	appendonly: 'yes',
	dir: '/var/lib/redis',
	maxmemory: '1073741824',
	'maxmemory-policy': 'noeviction',
	timeout: '300',
	'tcp-keepalive': '300',
	'enable-debug-command': 'no',
	'enable-module-command': 'no',
	'enable-protected-configs': 'no',
	'acl-pubsub-default': 'resetchannels',
};

/** Settings of a hardened server with some changed; undefined takes one away. */
export const settings = (
	changes: Readonly<Record<string, string | undefined>> = {},
): RedisFacts['settings'] =>
	seen(
		Object.fromEntries(
			Object.entries({...values, ...changes}).flatMap(([name, value]) =>
				value === undefined ? [] : [[name, value]],
			),
		),
	);

const fields: Readonly<Record<string, string>> = {
	uptime_in_seconds: '864000',
	rdb_changes_since_last_save: '12',
	rdb_last_save_time: '1795312800',
	rdb_last_bgsave_status: 'ok',
	rdb_saves: '40',
	aof_last_write_status: 'ok',
	aof_last_bgrewrite_status: 'ok',
	role: 'master',
	total_system_memory: '8000000000',
	connected_slaves: '1',
	slave0: 'ip=10.0.0.6,port=6380,state=online,offset=1,lag=0',
	cluster_enabled: '0',
	maxmemory: '1073741824',
	db0: 'keys=100,expires=90,avg_ttl=1000',
};

/** INFO of a healthy server with some fields changed; undefined takes one away. */
export const info = (
	changes: Readonly<Record<string, string | undefined>> = {},
	server: Partial<Pick<ServerInfo, 'product' | 'version'>> = {},
): Observed<ServerInfo> =>
	seen({
		product: 'valkey',
		version: '8.1.5',
		...server,
		fields: Object.fromEntries(
			Object.entries({...fields, ...changes}).flatMap(([name, value]) =>
				value === undefined ? [] : [[name, value]],
			),
		),
	});

export const client: ClientGroup = {
	user: 'shop_app',
	port: 6_380,
	from: 'network',
	replica: false,
	count: 3,
};

/** Facts of a server on which every check passes, with some changed. */
export const example = (changes: Partial<RedisFacts> = {}): RedisFacts => ({
	tls: seen(true),
	anonymous: seen('auth-required'),
	certificateShown: false,
	clear: seen('no-redis'),
	beside: seen('nothing-listens'),
	socket: null,
	who: seen('dbvet'),
	info: info(),
	settings: settings(),
	users: listed(defaultOff, scanner, shopApp),
	clients: listed(client),
	commands: seen({config: true, debug: true, module: true, eval: true}),
	ownPassword: seen({length: 40, isName: false}),
	applications: ['shop_app'],
	port: 6_380,
	...changes,
});

const denied = unseen('permission-denied', {
	detail: 'the server does not let this user send the command',
	grant: 'ACL SETUSER dbvet +info +config|get +acl|list +client|list +command|info',
});

/** A server of which nothing was seen. */
export const blind: RedisFacts = example({
	tls: denied,
	anonymous: denied,
	clear: denied,
	beside: denied,
	...nothingServed(denied),
	ownPassword: denied,
});
