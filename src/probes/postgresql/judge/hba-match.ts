import type {HbaRule} from '../facts/objects.js';
import type {Membership} from '../facts/roles.js';
import {maskedRange, type Range} from './addresses.js';
import {belongsTo} from './roles.js';

/** Whether a token matches; `unknown` for what cannot be told from the outside (regular expressions, files, host names). */
export type Match = 'yes' | 'no' | 'unknown';

const anyOf = (matches: readonly Match[]): Match =>
	matches.includes('yes') ? 'yes' : matches.includes('unknown') ? 'unknown' : 'no';

const memberOf = (memberships: readonly Membership[], user: string, role: string): Match =>
	user === role || belongsTo(memberships, user, role) ? 'yes' : 'no';

/** Does a rule's list of roles match this role? */
export const matchUser = (rule: HbaRule, user: string, memberships: readonly Membership[]): Match =>
	anyOf(
		(rule.users ?? []).map((token): Match => {
			if (token === 'all' || token === user) return 'yes';
			if (token.startsWith('+')) return memberOf(memberships, user, token.slice(1));
			return token.startsWith('/') || token.startsWith('@') ? 'unknown' : 'no';
		}),
	);

/** A physical replication connection names no database; `all` does not match it. */
export const replication = Symbol('replication');

/** Does a rule's list of databases match this database, for this role? */
export const matchDatabase = (
	rule: HbaRule,
	database: string | typeof replication,
	user: string,
	memberships: readonly Membership[],
): Match =>
	anyOf(
		(rule.databases ?? []).map((token): Match => {
			if (database === replication) return token === 'replication' ? 'yes' : 'no';
			if (token === 'all' || token === database) return token === 'replication' ? 'no' : 'yes';
			if (token === 'sameuser') return database === user ? 'yes' : 'no';
			if (token === 'samerole' || token === 'samegroup')
				return memberOf(memberships, user, database);
			return token.startsWith('/') || token.startsWith('@') ? 'unknown' : 'no';
		}),
	);

/** The addresses of a rule: ranges, every address, or not to be told (host names, samehost, samenet). */
export const rangesOf = (rule: HbaRule): readonly Range[] | 'all' | 'unknown' => {
	if (rule.address === 'all') return 'all';
	if (rule.address === null || rule.netmask === null) return 'unknown';
	const range = maskedRange(rule.address, rule.netmask);
	return range === undefined ? 'unknown' : [range];
};

/** How a client comes: over a Unix socket, or over TCP in clear, with TLS, or with the encryption of Kerberos (GSS). */
export type Way = 'socket' | 'plain' | 'tls' | 'gss';

const typesOf: Readonly<Record<Way, readonly string[]>> = {
	socket: ['local'],
	plain: ['host', 'hostnogssenc', 'hostnossl'],
	tls: ['host', 'hostnogssenc', 'hostssl'],
	gss: ['host', 'hostnossl', 'hostgssenc'],
};

/** Does the type of a rule match a way? */
export const matchWay = ({type}: HbaRule, way: Way): boolean =>
	type !== null && typesOf[way].includes(type);
