import type {JudgeContext, Observed, Verdict} from '../../engine/check.js';
import {judgeListing, unknown, whenSeen, type Unseen} from '../../engine/verdicts.js';
import type {MysqlFacts} from '../facts.js';
import type {Account, Name, RoleGrant} from '../facts/accounts.js';
import {isDeclared, isForPeople, isLocalAdministrator} from './accounts.js';

/** An account with all it may do on the whole server, through its roles too. */
export type Holder = {
	readonly account: Account;
	readonly privileges: ReadonlySet<string>;
	/** Those of them that hold in the schema mysql too: partial revokes of MySQL 8 may withhold some there. */
	readonly inSystem: ReadonlySet<string>;
	/** Its own key and those of its roles. */
	readonly reached: readonly string[];
	/** `role` where a privilege comes through one. */
	readonly via: ReadonlyMap<string, string>;
	/** False when it has more roles than were followed. */
	readonly whole: boolean;
};

export const keyOf = ({user, host}: Name): string => `${user}@${host}`;
const key = keyOf;

/**
 * Privileges that make an account an administrator of the server (MySQL manual, "Privileges Provided by MySQL"; MariaDB
 * Knowledge Base, GRANT): with each of them it can raise its own rights or switch protection off.
 */
export const administrative: readonly string[] = [
	'SUPER',
	'SYSTEM_VARIABLES_ADMIN',
	'PERSIST_RO_VARIABLES_ADMIN',
	'SYSTEM_USER',
	'SET_USER_ID',
	'SET_ANY_DEFINER',
	'ROLE_ADMIN',
	'AUDIT_ADMIN',
	'FIREWALL_ADMIN',
	'ENCRYPTION_KEY_ADMIN',
	'BINLOG_ADMIN',
	'BINLOG_ENCRYPTION_ADMIN',
	'CONNECTION_ADMIN',
	'CLONE_ADMIN',
	'REPLICATION_SLAVE_ADMIN',
	'REPLICATION_APPLIER',
	'GROUP_REPLICATION_ADMIN',
	'AUTHENTICATION_POLICY_ADMIN',
	'PASSWORDLESS_USER_ADMIN',
	'TABLE_ENCRYPTION_ADMIN',
	'INNODB_REDO_LOG_ENABLE',
	'SET USER',
	'CONNECTION ADMIN',
	'READ_ONLY ADMIN',
	'BINLOG ADMIN',
	'BINLOG REPLAY',
	'FEDERATED ADMIN',
	'REPLICATION SLAVE ADMIN',
	'REPLICATION MASTER ADMIN',
];

/** Roles that every account has: PUBLIC in MariaDB, `mandatory_roles` in MySQL. */
const forEverybody = (facts: MysqlFacts): readonly string[] => {
	const mandatory = facts.variables.seen ? (facts.variables.value.mandatory_roles ?? '') : '';
	const named = mandatory
		.split(',')
		.map(text => text.replaceAll(/[`'"\s]/g, ''))
		.filter(text => text !== '')
		.map(text => (text.includes('@') ? text : `${text}@%`));
	return ['PUBLIC@', ...named];
};

/** Roles by their members, so that a server with thousands of them is judged in a moment. */
export const byMember = (grants: readonly RoleGrant[]): ReadonlyMap<string, readonly string[]> => {
	const index = new Map<string, string[]>();
	for (const {member, role} of grants) {
		const roles = index.get(key(member));
		if (roles === undefined) index.set(key(member), [key(role)]);
		else roles.push(key(role));
	}
	return index;
};

/** More roles than this of one account are not followed: nobody has them, and a server may make them up. */
const mostRoles = 64;

/** The roles that a name has, directly or through others, by their keys; at most 64 of them. */
export const rolesOf = (
	index: ReadonlyMap<string, readonly string[]>,
	start: readonly string[],
): readonly string[] => {
	const reached = new Set(start);
	for (const member of reached) {
		if (reached.size > mostRoles) break;
		for (const role of index.get(member) ?? []) reached.add(role);
	}
	return [...reached].slice(0, mostRoles);
};

/** Privileges of an account or a role by itself, and which of them do not hold in the schema mysql. */
type Own = {readonly privileges: string[]; readonly withheld: readonly string[]};

const holderOf = (
	account: Account,
	own: ReadonlyMap<string, Own>,
	roles: ReadonlyMap<string, readonly string[]>,
	everybody: readonly string[],
): Holder => {
	const self = key(account);
	const privileges = new Set<string>();
	const inSystem = new Set<string>();
	const via = new Map<string, string>();
	const reached = rolesOf(roles, [self, ...everybody]);
	for (const name of reached)
		for (const privilege of own.get(name)?.privileges ?? []) {
			if (!privileges.has(privilege) && name !== self) via.set(privilege, name.replace(/@$/, ''));
			privileges.add(privilege);
			// A restriction holds only where every grant of the privilege carries it (MySQL manual, Partial Revokes).
			if (own.get(name)?.withheld.includes(privilege) !== true) inSystem.add(privilege);
		}
	return {account, privileges, inSystem, reached, via, whole: reached.length < mostRoles};
};

/** The accounts that somebody can log in as, with their rights; `cut` says why they may have more than is shown. */
type Holders = {
	readonly items: readonly Holder[];
	readonly complete: boolean;
	readonly cut?: Unseen;
};

const firstUnseen = (...facts: readonly Observed<unknown>[]): Unseen | undefined =>
	facts.flatMap(fact => (fact.seen ? [] : [fact]))[0];

/** The accounts with their rights; unless told, those that people and programs log in as. */
export const holdersOf = (
	facts: MysqlFacts,
	context: JudgeContext,
	wanted = isForPeople(facts, context),
): Observed<Holders> => {
	const {accounts, roleGrants, dynamicGrants} = facts;
	if (!accounts.seen) return accounts;
	const roles = byMember(roleGrants.seen ? roleGrants.value.items : []);
	const dynamic = dynamicGrants.seen ? dynamicGrants.value.items : [];
	const own = new Map<string, Own>();
	for (const account of accounts.value.items)
		own.set(key(account), {privileges: [...account.privileges], withheld: account.withheld});
	for (const grant of dynamic) own.get(key(grant))?.privileges.push(grant.privilege.toUpperCase());
	const everybody = forEverybody(facts);
	const cut = firstUnseen(roleGrants, dynamicGrants, facts.variables);
	const items = accounts.value.items
		.filter(wanted)
		.map(account => holderOf(account, own, roles, everybody));
	return {
		seen: true,
		value: {
			items,
			complete:
				cut === undefined &&
				items.every(({whole}) => whole) &&
				accounts.value.complete &&
				(!roleGrants.seen || roleGrants.value.complete) &&
				(!dynamicGrants.seen || dynamicGrants.value.complete),
			...(cut === undefined ? {} : {cut}),
		},
	};
};

export const isAdministrator = ({privileges}: Holder): boolean =>
	administrative.some(name => privileges.has(name));

/** Which of some privileges a holder has, and through which role: `FILE, SUPER (through role dba)`. */
export const describe = (holder: Holder, wanted: readonly string[]): string =>
	wanted
		.filter(name => holder.privileges.has(name))
		.map(name => {
			const role = holder.via.get(name);
			return role === undefined ? name : `${name} (through role ${role})`;
		})
		.join(', ');

/** An administrator that nobody declared as an application: an application's rights are judged whatever else it has. */
const isAdministratorOnly = (facts: MysqlFacts, holder: Holder): boolean =>
	isAdministrator(holder) && !isDeclared(facts, holder.account, 'application', 'reporting');

/**
 * Judges the accounts that are no administrators by what they may do. Administrators are named by `mysql-super-privs`, once
 * and not again for each of their privileges; declared applications are judged even so.
 */
export const judgeHolders = (
	facts: MysqlFacts,
	context: JudgeContext,
	expected: string,
	rule: {
		readonly offends: (holder: Holder) => Verdict | undefined;
		readonly clean: string;
		readonly administratorsToo?: boolean;
	},
): readonly Verdict[] =>
	whenSeen(holdersOf(facts, context), expected, ({items, complete, cut}) =>
		judgeListing({items, complete}, expected, {
			clean: rule.clean,
			...(cut === undefined ? {} : {cut}),
			offends: holder =>
				isLocalAdministrator(holder.account) ||
				(rule.administratorsToo !== true && isAdministratorOnly(facts, holder))
					? undefined
					: rule.offends(holder),
		}),
	);

/**
 * True for a name whose grants matter: an account or a role that people get rights from. The providers' own accounts,
 * administrators (named by a check of their own) and locked accounts that are no roles do not. Grants on schemas to the empty
 * name are everybody's, even where the account of that name is locked (tried on MariaDB 10.11).
 */
export const matters = (facts: MysqlFacts, context: JudgeContext): ((name: Name) => boolean) => {
	const accounts = facts.accounts.seen ? facts.accounts.value.items : [];
	const granted = new Set([
		...forEverybody(facts),
		...(facts.roleGrants.seen ? facts.roleGrants.value.items.map(({role}) => key(role)) : []),
	]);
	const wanted = isForPeople(facts, context);
	const idle = new Set(
		accounts
			.filter(one => one.user !== '' && !one.role && !granted.has(key(one)) && !wanted(one))
			.map(one => key(one)),
	);
	const holders = holdersOf(facts, context);
	const strong = new Set(
		holders.seen
			? holders.value.items
					.filter(one => isAdministratorOnly(facts, one))
					.map(one => key(one.account))
			: [],
	);
	return name => !idle.has(key(name)) && !strong.has(key(name)) && !isLocalAdministrator(name);
};

/** Nobody said which accounts the applications use: that is no reason to be content, so that it is unknown. */
export const undeclared = (expected: string): Verdict =>
	unknown(
		{
			seen: false,
			reason: 'no-credentials',
			detail:
				'no application or reporting account is declared for this target (dbvet target add … --as application=USER/DATABASE)',
		},
		expected,
	);
