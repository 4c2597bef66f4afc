import {seen, unseen, type Observed} from '../../engine/check.js';
import type {Listing, Unseen} from '../../engine/verdicts.js';
import type {Reply} from '../../wire/resp.js';
import type {ServerInfo} from '../facts.js';
import {parseAclLine, type AclUser} from '../facts/acl.js';
import type {Session} from './session.js';

/** The rule that would show what was denied, for a person to give to the scanner. */
export const aclRule = (user: string, rule: string): string => `ACL SETUSER ${user} ${rule}`;

/** Why a command was not answered, and what would let the scanner send it. */
const refusal = ({code, text}: Extract<Reply, {kind: 'error'}>, grant: string): Unseen => {
	if (code === 'NOPERM')
		return unseen('permission-denied', {
			detail: 'the server does not let this user send the command',
			grant,
			source: 'NOPERM',
		});
	if (code === 'NOAUTH')
		return unseen('no-credentials', {detail: 'the server wants a login first'});
	if (/^unknown (sub)?command/i.test(text))
		return unseen('hidden-by-provider', {
			detail: 'the server does not know the command, or it was taken away',
			grant,
			source: code,
		});
	return unseen('unexpected-reply', {
		detail: `the server answered with ${code === '' ? 'an error' : `error ${code}`}`,
		...(code === '' ? {} : {source: code}),
	});
};

const other = unseen('unexpected-reply', {detail: 'the answer is of another kind than asked for'});

/** Sends a command that reads, and reads its answer; `undefined` from `read` means that it is not understood. */
export const query = async <T>(
	{ask}: Session,
	words: readonly string[],
	grant: string,
	read: (reply: Reply) => T | undefined,
): Promise<Observed<T>> => {
	const reply = await ask(...words);
	if (!reply.seen) return reply;
	if (reply.value.kind === 'error') return refusal(reply.value, grant);
	const value = read(reply.value);
	return value === undefined ? other : seen(value);
};

export const textOf = (reply: Reply | undefined): string | undefined =>
	reply?.kind === 'text' ? reply.text : undefined;

/** The texts of a list; undefined when it is none, or holds anything else. */
export const textsOf = (reply: Reply): readonly string[] | undefined => {
	if (reply.kind !== 'list') return undefined;
	const texts = reply.items.flatMap(item => textOf(item) ?? []);
	return texts.length === reply.items.length ? texts : undefined;
};

/** The fields of INFO that are judged; of a hundred others a report would only be longer. */
const keptFields =
	/^(role|(redis|server)_mode|total_system_memory|slave_priority|cluster_enabled|connected_slaves|slave\d{1,3}|master_link_status|uptime_in_seconds|(rdb|aof)_last_\w+|rdb_changes_since_last_save|rdb_saves|aof_enabled|loading)$/;

/** The fields of INFO: `name:value` lines under headings. */
export const parseInfo = (text: string): ServerInfo | undefined => {
	const all = Object.fromEntries(
		text.split(/\r?\n/).flatMap(line => {
			const at = line.indexOf(':');
			return at < 1 || line.startsWith('#') ? [] : [[line.slice(0, at), line.slice(at + 1)]];
		}),
	) as Readonly<Record<string, string>>;
	const valkey = all.valkey_version;
	const version = valkey ?? all.redis_version;
	const fields = Object.fromEntries(Object.entries(all).filter(([name]) => keptFields.test(name)));
	return version === undefined || !/^\d+\.\d+\.\d+/.test(version)
		? undefined
		: {product: valkey === undefined ? 'redis' : 'valkey', version, fields};
};

export const readInfo = (session: Session, user: string): Promise<Observed<ServerInfo>> =>
	query(session, ['INFO'], aclRule(user, '+info'), reply => parseInfo(textOf(reply) ?? ''));

/** More users than this are not looked at one by one. */
const mostUsers = 2_000;

/** A line that cannot be read makes the list incomplete: the user on it might be the one that matters. */
export const readUsers = (session: Session, user: string): Promise<Observed<Listing<AclUser>>> =>
	query(session, ['ACL', 'LIST'], aclRule(user, '+acl|list'), reply => {
		const lines = textsOf(reply);
		if (lines === undefined || lines.length === 0) return undefined;
		const items = lines.slice(0, mostUsers).flatMap(line => parseAclLine(line) ?? []);
		return {items, complete: items.length === lines.length};
	});

/** The names of the commands that some checks ask about. */
const named = ['config', 'debug', 'module', 'eval'];

export const readCommands = (
	session: Session,
	user: string,
): Promise<Observed<Readonly<Record<string, boolean>>>> =>
	query(session, ['COMMAND', 'INFO', ...named], aclRule(user, '+command|info'), reply =>
		reply.kind !== 'list' || reply.items.length !== named.length
			? undefined
			: Object.fromEntries(named.map((name, at) => [name, reply.items[at]?.kind === 'list'])),
	);

export const readWho = (session: Session, user: string): Promise<Observed<string>> =>
	query(session, ['ACL', 'WHOAMI'], aclRule(user, '+acl|whoami'), textOf);
