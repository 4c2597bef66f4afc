import {unseen, type Verdict} from '../../engine/check.js';
import {allParts, fail, judgeListing, whenSeen} from '../../engine/verdicts.js';
import {
	account,
	blind,
	cut,
	example,
	hiddenAccounts,
	listed,
	root,
	withAccount,
} from '../examples.js';
import type {MysqlFacts} from '../facts.js';
import {isLocalAdministrator, nameOf} from '../judge/accounts.js';
import {
	describe,
	holdersOf,
	isAdministrator,
	judgeHolders,
	matters,
	type Holder,
} from '../judge/rights.js';
import {defineCheck} from '../judge/verdicts.js';
import {shownBy} from '../sources.js';

const expected =
	'no ordinary account can hand on a role, act as another or change passwords of others';
/** Ways to become somebody else (MySQL manual, "Dynamic Privilege Descriptions"; MariaDB, SET USER). */
const ways = [
	'SET_USER_ID',
	'SET_ANY_DEFINER',
	'ROLE_ADMIN',
	'APPLICATION_PASSWORD_ADMIN',
	'SET USER',
];
const role = {user: 'reports', host: ''};
const member = {user: 'shop_app', host: '10.0.0.%'};

const proxies = (facts: MysqlFacts, holders: readonly Holder[]): readonly Verdict[] =>
	whenSeen(facts.proxyGrants, expected, grants =>
		judgeListing(grants, expected, {
			clean: 'and none may act as another account',
			offends: one =>
				isLocalAdministrator(one) ||
				holders.some(h => isAdministrator(h) && nameOf(h.account) === nameOf(one))
					? undefined
					: fail(`${nameOf(one)} may act as ${one.proxied}`, expected, {
							object: `${nameOf(one)} as ${one.proxied}`,
							...(one.user === '' ? {severity: 'medium' as const} : {}),
						}),
		}),
	);

export const mysqlRoleGraph = defineCheck({
	id: 'mysql-role-graph',
	title: 'No ordinary account climbs through roles',
	question: 'Is there no way from an ordinary account to more rights through roles and proxies?',
	why: 'A role that may be handed on, a right to set the definer of a routine and a proxy grant all lead from one account to another.',
	severity: 'high',
	...shownBy('accounts', 'roleGrants', 'dynamicGrants', 'proxyGrants', 'variable mandatory_roles'),
	needs:
		'SELECT on mysql.user, mysql.role_edges, mysql.global_grants and mysql.proxies_priv (MariaDB: mysql.global_priv, mysql.roles_mapping and mysql.proxies_priv)',
	remediation: {
		all: "REVOKE ADMIN OPTION FOR role FROM 'NAME'@'HOST'; REVOKE PROXY ON … FROM …; and REVOKE the privileges named.",
	},
	judge: (facts, context) => {
		const holders = holdersOf(facts, context);
		const concerned = matters(facts, context);
		return allParts(
			judgeHolders(facts, context, expected, {
				clean: 'no account that is no administrator can hand on a role',
				offends: holder =>
					ways.some(name => holder.privileges.has(name))
						? fail(`${nameOf(holder.account)} has ${describe(holder, ways)}`, expected, {
								object: nameOf(holder.account),
							})
						: undefined,
			}),
			whenSeen(facts.roleGrants, expected, grants =>
				judgeListing(grants, expected, {
					clean: 'no role may be handed on',
					offends: ({member: to, role: what, admin}) =>
						admin && concerned(to)
							? fail(`${nameOf(to)} may hand on the role ${what.user}`, expected, {
									object: `${nameOf(to)} with ${what.user}`,
								})
							: undefined,
				}),
			),
			proxies(facts, holders.seen ? holders.value.items : []),
		);
	},
	examples: {
		healthy: [
			example(),
			example({roleGrants: listed({member, role, admin: false})}),
			example({
				proxyGrants: listed({user: 'root', host: 'localhost', proxied: '@%', withGrant: true}),
			}),
		],
		defective: [
			example({roleGrants: listed({member, role, admin: true})}),
			example({dynamicGrants: listed({...member, privilege: 'APPLICATION_PASSWORD_ADMIN'})}),
			example({
				proxyGrants: listed({user: '', host: '', proxied: 'root@localhost', withGrant: false}),
			}),
		],
		blind: [
			blind,
			hiddenAccounts,
			example({accounts: cut(root, account)}),
			example({proxyGrants: unseen('permission-denied', {detail: 'refused'})}),
			withAccount({}, {roleGrants: unseen('permission-denied', {detail: 'refused'})}),
		],
	},
});
