import {fail} from '../../engine/verdicts.js';
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
import {isDeclared, nameOf} from '../judge/accounts.js';
import {administrative, describe, isAdministrator, judgeHolders} from '../judge/rights.js';
import {defineCheck} from '../judge/verdicts.js';
import {unseen} from '../../engine/check.js';
import {shownBy} from '../sources.js';

const expected = 'only the local root and the provider’s own accounts are administrators';

export const mysqlSuperPrivs = defineCheck({
	id: 'mysql-super-privs',
	title: 'Few accounts are administrators',
	question: 'Is nobody but the local root an administrator of the server?',
	why: 'SUPER and the privileges it was split into change settings, act as other users and end their sessions. An application never needs them.',
	severity: 'high',
	...shownBy('accounts', 'roleGrants', 'dynamicGrants', 'variable mandatory_roles'),
	needs:
		'SELECT on mysql.user, mysql.global_grants and mysql.role_edges (MariaDB: mysql.global_priv and mysql.roles_mapping)',
	remediation: {
		all: "REVOKE the privileges named: REVOKE SUPER ON *.* FROM 'NAME'@'HOST'; and let administrators act through a role that they switch on when they need it.",
	},
	judge: (facts, context) =>
		judgeHolders(facts, context, expected, {
			administratorsToo: true,
			clean: 'no other account than the local root has an administrator’s privilege',
			offends: holder => {
				if (!isAdministrator(holder)) return undefined;
				const object = nameOf(holder.account);
				const app = isDeclared(facts, holder.account, 'application', 'reporting');
				return fail(
					`${object} has ${describe(holder, administrative)}${app ? ', and an application logs in as it' : ''}`,
					expected,
					{object, ...(app ? {severity: 'critical' as const} : {})},
				);
			},
		}),
	examples: {
		healthy: [example()],
		defective: [
			withAccount({privileges: ['SUPER']}),
			withAccount({privileges: ['CONNECTION ADMIN']}),
			example({
				dynamicGrants: listed({
					user: 'shop_app',
					host: '10.0.0.%',
					privilege: 'SYSTEM_VARIABLES_ADMIN',
				}),
			}),
			example({
				accounts: listed(root, account, {
					...account,
					user: 'dba',
					host: '',
					role: true,
					privileges: ['SUPER'],
				}),
				roleGrants: listed({
					member: {user: 'shop_app', host: '10.0.0.%'},
					role: {user: 'dba', host: ''},
					admin: false,
				}),
			}),
			example({
				accounts: listed(root, account, {
					...account,
					user: 'PUBLIC',
					host: '',
					role: true,
					privileges: ['SUPER'],
				}),
			}),
		],
		blind: [
			blind,
			hiddenAccounts,
			example({accounts: cut(root, account)}),
			example({roleGrants: unseen('permission-denied', {detail: 'refused'})}),
			example({dynamicGrants: unseen('permission-denied', {detail: 'refused'})}),
		],
	},
});
