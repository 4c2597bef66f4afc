import {isIPv4, isIPv6} from 'node:net';
import type {Observed} from '../../engine/check.js';
import type {Listing} from '../../engine/verdicts.js';
import type {ClientGroup} from '../facts.js';
import {aclRule, query, textOf} from './read.js';
import type {Session} from './session.js';

/** Kinds of clients: users times ports times a few; more than this is not kept. */
const mostGroups = 500;

const isLoopback = (address: string): boolean =>
	(isIPv4(address) && address.startsWith('127.')) ||
	(isIPv6(address) && (address === '::1' || /^::ffff:127\./i.test(address)));

/** The host of `host:port`, where an IPv6 address may or may not stand in brackets. */
const splitAddress = (text: string): {readonly host: string; readonly port: number} => {
	const at = text.lastIndexOf(':');
	return {host: text.slice(0, at).replace(/^\[(.*)\]$/, '$1'), port: Number(text.slice(at + 1))};
};

/** One line of CLIENT LIST: `name=value` words. A name that a client gave itself has no blanks, by the server's rules. */
const parseClient = (line: string): Omit<ClientGroup, 'count'> | undefined => {
	const words = new Map(
		line.split(' ').map(word => {
			const at = word.indexOf('=');
			return [word.slice(0, at), word.slice(at + 1)] as const;
		}),
	);
	const addr = words.get('addr');
	const flags = words.get('flags');
	if (addr === undefined || flags === undefined) return undefined;
	const laddr = words.get('laddr');
	const port = laddr === undefined ? undefined : splitAddress(laddr).port;
	const socket = flags.includes('U') || addr.startsWith('/');
	return {
		user: words.get('user') ?? 'default',
		port: socket || port === undefined || !Number.isInteger(port) || port < 1 ? null : port,
		from: socket ? 'socket' : isLoopback(splitAddress(addr).host) ? 'loopback' : 'network',
		replica: flags.includes('S'),
	};
};

/** The clients of CLIENT LIST, those that are alike counted together. A line that cannot be read makes it incomplete. */
export const parseClients = (text: string): Listing<ClientGroup> => {
	const lines = text.split(/\r?\n/).filter(line => line !== '');
	const groups = new Map<string, ClientGroup>();
	let complete = true;
	for (const line of lines) {
		const client = parseClient(line);
		const key = JSON.stringify(client);
		const known = groups.get(key);
		if (client === undefined || (known === undefined && groups.size >= mostGroups))
			complete = false;
		else groups.set(key, {...client, count: (known?.count ?? 0) + 1});
	}
	return {items: [...groups.values()], complete};
};

export const readClients = (
	session: Session,
	user: string,
): Promise<Observed<Listing<ClientGroup>>> =>
	query(session, ['CLIENT', 'LIST'], aclRule(user, '+client|list'), reply => {
		const text = textOf(reply);
		return text === undefined || text.trim() === '' ? undefined : parseClients(text);
	});
