import type {GrantRequest} from './grant-request.js';

/** Commands that show settings, users and clients, and none that reads a key or changes anything. */
const rules = '-@all +ping +info +acl|list +acl|whoami +config|get +client|list +command|info';

/** A name in quotes as redis-cli reads it. */
const quoted = (name: string): string =>
	/^[\w.-]+$/.test(name) ? name : `"${name.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;

/** The rule that makes the scanner's user, in the language of redis-cli, which has no comments. */
export const redisGrants = ({user}: GrantRequest): string =>
	`ACL SETUSER ${quoted(user)} reset on ${rules}\n`;

/** What is to be done besides. */
export const redisNotes = ({user}: GrantRequest): readonly string[] => [
	`First make sure that there is no such user, because the rule replaces whatever user has that name: ACL GETUSER ${quoted(user)} must answer (nil).`,
	'Run it in redis-cli or valkey-cli as a user who may change users (Redis from 6, Valkey).',
	`Nobody can log in with it yet. Give it a password of 32 random characters: ACL SETUSER ${quoted(user)} >PASSWORD`,
	'Keep it over a restart: ACL SAVE where the server has an aclfile, else CONFIG REWRITE.',
	'CONFIG GET can show requirepass and masterauth: dbvet does not ask for them. Leave +config|get out where that is too much, and what needs it is unknown.',
	`A managed service makes users in its console. Give it these rules there: ${rules}`,
];

/** The rule that takes the scanner's user away again. */
export const redisRevocation = ({user}: GrantRequest): string => `ACL DELUSER ${quoted(user)}\n`;

/** What is to be done besides. */
export const redisRevocationNotes = ({user}: GrantRequest): readonly string[] => [
	`First make sure that nothing but dbvet logs in with it: ACL GETUSER ${quoted(user)} must show the commands ${rules}, and no keys.`,
	'Keep it over a restart: ACL SAVE where the server has an aclfile, else CONFIG REWRITE.',
];
