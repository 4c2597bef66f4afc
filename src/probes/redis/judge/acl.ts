import type {AclPermissions, AclUser} from '../facts/acl.js';
import {dataCommands, messages, type Power} from './acl-data.js';

const admin = ['admin', 'slow', 'dangerous'];
const destructive = ['keyspace', 'write', 'slow', 'dangerous'];

/**
 * Commands that nobody but an administrator needs. Grave are those by which the whole server, its files or its other users
 * are taken over; the rest lose or block data.
 */
const powers: readonly Power[] = [
	...[
		...['config|set', 'config|rewrite', 'module|load', 'module|loadex', 'debug', 'shutdown'],
		...['acl|setuser', 'acl|deluser', 'acl|load', 'acl|save', 'replicaof', 'slaveof', 'failover'],
		...['cluster|meet', 'cluster|reset', 'cluster|forget', 'cluster|replicate', 'cluster|failover'],
		...['cluster|addslots', 'cluster|addslotsrange', 'cluster|delslots', 'cluster|delslotsrange'],
		...['cluster|setslot', 'cluster|flushslots', 'cluster|set-config-epoch', 'cluster|bumpepoch'],
		// Valkey 9 alone has these. Commands of one product that lie in a category of data must not stand here: Redis 7.0 rewrites a
		// rule into categories and the exceptions that it knows itself.
		...['cluster|migrateslots', 'cluster|syncslots'],
	].map(command => ({command, categories: admin, grave: true})),
	...['monitor', 'sync', 'psync'].map(command => ({command, categories: admin, grave: true})),
	...['flushall', 'flushdb', 'migrate', 'restore'].map(command => ({
		command,
		categories: destructive,
		grave: false,
	})),
	{command: 'keys', categories: ['keyspace', 'read', 'slow', 'dangerous'], grave: false},
	{command: 'restore-asking', categories: destructive, grave: false},
	{command: 'swapdb', categories: ['keyspace', 'write', 'fast', 'dangerous'], grave: false},
	// CONFIG GET shows requirepass and masterauth in clear.
	...['save', 'bgsave', 'bgrewriteaof', 'config|get', 'module|unload'].map(command => ({
		command,
		categories: admin,
		grave: false,
	})),
	// What others sent, values and passwords among it, and the hashes of passwords.
	...['slowlog|get', 'commandlog|get', 'acl|list', 'acl|getuser'].map(command => ({
		command,
		categories: admin,
		grave: false,
	})),
	...['client|kill', 'client|pause'].map(command => ({
		command,
		categories: [...admin, 'connection'],
		grave: false,
	})),
];

const scripting: readonly Power[] = [
	...['eval', 'eval_ro', 'evalsha', 'evalsha_ro', 'script|load'].map(command => ({
		command,
		categories: ['slow', 'scripting'],
		grave: true,
	})),
	...['function|load', 'function|restore'].map(command => ({
		command,
		categories: ['write', 'slow', 'scripting'],
		grave: true,
	})),
];

/** The rules are followed in their order, the last that speaks of the command decides. Nothing is allowed at first. */
const allows = ({commands}: AclPermissions, {command, categories}: Power): boolean => {
	const [container] = command.split('|');
	let allowed = false;
	for (const rule of commands) {
		const what = rule.slice(1);
		const speaks = what.startsWith('@')
			? what === '@all' || categories.includes(what.slice(1))
			: what === command ||
				what === container ||
				// A first argument of a command without subcommands: a part of it is enough.
				(rule.startsWith('+') && what.startsWith(`${command}|`));
		if (speaks) allowed = rule.startsWith('+');
	}
	return allowed;
};

const held = (user: AclUser, wanted: readonly Power[]): readonly Power[] =>
	wanted.filter(power => user.permissions.some(permissions => allows(permissions, power)));

/** The dangerous commands that a user may send, and whether a grave one is among them. */
export const dangersOf = (
	user: AclUser,
): {readonly names: readonly string[]; readonly grave: boolean} => {
	const found = held(user, powers);
	return {
		names: found.map(({command}) => command.replace('|', ' ').toUpperCase()),
		grave: found.some(({grave}) => grave),
	};
};

/** The user may run Lua scripts or functions. */
export const mayScript = (user: AclUser): boolean => held(user, scripting).length > 0;

/** The user may listen to and write into every channel. */
export const hasAllChannels = ({permissions}: AclUser): boolean =>
	permissions.some(({channels}) => channels.some(channel => /^&[*?]*\*[*?]*$/.test(channel)));

/** The user may touch every key. */
export const hasAllKeys = ({permissions}: AclUser): boolean =>
	permissions.some(({keys}) => keys.some(key => /^(~|%[RW]{1,2}~)[*?]*\*[*?]*$/i.test(key)));

/** The user may listen to a channel or write into it. */
export const mayMessage = ({permissions, ...user}: AclUser): boolean =>
	permissions.some(
		one => one.channels.length > 0 && held({...user, permissions: [one]}, messages).length > 0,
	);

/** The user may read or change whatever is stored: commands on data, and every key, by the same permissions. */
export const hasAllData = (user: AclUser): boolean =>
	user.permissions.some(permissions => {
		const alone = {...user, permissions: [permissions]};
		return hasAllKeys(alone) && held(alone, dataCommands).length > 0;
	});

/** A few names and how many more, for a sentence. */
export const someOf = (names: readonly string[], most = 6): string =>
	names.length <= most
		? names.join(', ')
		: `${names.slice(0, most).join(', ')} and ${names.length - most} more`;
