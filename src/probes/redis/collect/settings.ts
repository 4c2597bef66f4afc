import {seen, type Observed} from '../../engine/check.js';
import {aclRule, query, textsOf} from './read.js';
import type {Session} from './session.js';

/** What CONFIG GET is asked for. None of these may hold a secret: `requirepass` and `masterauth` are never read. */
const settingNames = [
	'port',
	'tls-port',
	'bind',
	'protected-mode',
	'tls-protocols',
	'tls-replication',
	'tls-cluster',
	'tls-auth-clients',
	'save',
	'appendonly',
	'dir',
	'maxmemory',
	'maxmemory-policy',
	'masteruser',
	'timeout',
	'tcp-keepalive',
	'enable-debug-command',
	'enable-module-command',
	'enable-protected-configs',
	'acl-pubsub-default',
] as const;

type Values = Readonly<Record<string, string>>;

const get = (session: Session, user: string, names: readonly string[]): Promise<Observed<Values>> =>
	query(session, ['CONFIG', 'GET', ...names], aclRule(user, '+config|get'), reply => {
		const texts = textsOf(reply);
		if (texts === undefined || texts.length % 2 !== 0) return undefined;
		const pairs = texts.flatMap((name, at) =>
			at % 2 === 0 ? [[name, texts[at + 1] ?? ''] as const] : [],
		);
		// What was not asked for is no answer.
		return Object.fromEntries(pairs.filter(([name]) => names.includes(name)));
	});

/**
 * Reads the settings: all at once, which Redis knows since version 7, else one after the other. A setting that the version
 * does not have, or the provider hides, is not among them.
 */
export const readSettings = async (session: Session, user: string): Promise<Observed<Values>> => {
	const all = await get(session, user, settingNames);
	if (all.seen || all.reason !== 'unexpected-reply' || all.source !== 'ERR') return all;
	let values: Values = {};
	for (const name of settingNames) {
		const one = await get(session, user, [name]);
		if (!one.seen) return one;
		values = {...values, ...one.value};
	}
	return seen(values);
};
