import {unseen} from '../../engine/check.js';
import {allParts, fail, judgeListing, whenSeen} from '../../engine/verdicts.js';
import {
	account,
	blind,
	cut,
	example,
	hiddenAccounts,
	listed,
	root,
	variables,
	withAccount,
} from '../examples.js';
import {nameOf} from '../judge/accounts.js';
import {describe, judgeHolders, matters} from '../judge/rights.js';
import {readersIn} from '../judge/readers.js';
import {showsPasswords, writing} from '../judge/system-schema.js';
import {defineCheck} from '../judge/verdicts.js';
import {shownBy} from '../sources.js';

const expected =
	'no ordinary account may change the schema mysql, and no application read the passwords in it';
const grant = {
	user: 'shop_app',
	host: '10.0.0.%',
	schema: 'mysql',
	object: '',
	writes: true,
	reads: false,
	grants: false,
	system: true,
};

const scanner = {user: 'dbvet', host: '10.%'};

export const mysqlDmlDdlOnMysqlSchema = defineCheck({
	id: 'mysql-dml-ddl-on-mysql-schema',
	title: 'No ordinary account changes the server’s own tables or reads its passwords',
	question:
		'Is the schema mysql, where accounts and rights are kept, closed to all but administrators?',
	why: 'Who writes into mysql.user or mysql.global_priv makes himself an administrator; who reads there has the stored passwords of all accounts to try guesses on at home. A right on all schemas, and a schema pattern like %, covers it too.',
	severity: 'high',
	...shownBy('accounts', 'roleGrants', 'dynamicGrants', 'scopedGrants', 'variable mandatory_roles'),
	needs: 'SELECT on mysql.user and mysql.db (MariaDB: mysql.global_priv and mysql.db)',
	remediation: {
		all: "Grant on single schemas instead of *.*: REVOKE SELECT, INSERT, UPDATE, DELETE ON *.* FROM 'NAME'@'HOST'; GRANT … ON shop.* TO …; MySQL 8 can also REVOKE … ON mysql.* with partial_revokes.",
	},
	judge: (facts, context) => {
		const severityOf = readersIn(facts, context);
		const globally = judgeHolders(facts, context, expected, {
			clean: 'no account that is no administrator may change the schema mysql',
			offends: holder => {
				const open = writing.filter(name => holder.inSystem.has(name));
				const object = nameOf(holder.account);
				if (open.length > 0)
					return fail(`${object} has ${describe(holder, open)} on all schemas`, expected, {object});
				const severity = severityOf(holder.account);
				return severity === undefined || !holder.inSystem.has('SELECT')
					? undefined
					: fail(
							`${object} has ${describe(holder, ['SELECT'])} on all schemas, stored passwords among them`,
							expected,
							{object, severity},
						);
			},
		});
		const concerned = matters(facts, context);
		const scoped = whenSeen(facts.scopedGrants, expected, grants =>
			judgeListing(grants, expected, {
				clean: 'and none by a grant on it',
				offends: one => {
					if (!one.system || !concerned(one)) return undefined;
					const place = `${one.schema}.${one.object === '' ? '*' : one.object}`;
					const object = `${nameOf(one)} on ${place}`;
					if (one.writes) return fail(`${nameOf(one)} may change ${place}`, expected, {object});
					const severity = showsPasswords(one) ? severityOf(one) : undefined;
					return severity === undefined
						? undefined
						: fail(`${nameOf(one)} may read ${place}, stored passwords among them`, expected, {
								object,
								severity,
							});
				},
			}),
		);
		return allParts(globally, scoped);
	},
	examples: {
		healthy: [
			example(),
			withAccount({privileges: ['INSERT'], withheld: ['INSERT']}),
			withAccount({privileges: ['SELECT'], withheld: ['SELECT']}),
			example({scopedGrants: listed({...grant, writes: false, reads: true, object: 'proc'})}),
			example({scopedGrants: listed({...grant, ...scanner, writes: false, reads: true})}),
		],
		defective: [
			withAccount({privileges: ['UPDATE']}),
			withAccount({privileges: ['SELECT']}),
			example({scopedGrants: listed({...grant, writes: false, reads: true})}),
			example({
				scopedGrants: listed({
					...grant,
					writes: false,
					reads: true,
					object: 'user.authentication_string',
				}),
			}),
			withAccount({privileges: ['UPDATE', 'INSERT'], withheld: ['SELECT', 'INSERT']}),
			example({scopedGrants: listed(grant)}),
			example({scopedGrants: listed({...grant, schema: '%'})}),
			example({scopedGrants: listed({...grant, object: 'global_priv'})}),
			withAccount(
				{user: '', host: '%', locked: true},
				{scopedGrants: listed({...grant, user: '', host: '%'})},
			),
			withAccount(
				{user: 'ops', host: '%', locked: true},
				{
					variables: variables({mandatory_roles: 'ops'}),
					scopedGrants: listed({...grant, user: 'ops', host: '%'}),
				},
			),
			withAccount(
				{privileges: ['INSERT'], withheld: ['INSERT']},
				{
					accounts: listed(
						root,
						{...account, privileges: ['INSERT'], withheld: ['INSERT']},
						{...account, user: 'writers', host: '%', locked: true, privileges: ['INSERT']},
					),
					roleGrants: listed({
						member: {user: 'shop_app', host: '10.0.0.%'},
						role: {user: 'writers', host: '%'},
						admin: false,
					}),
				},
			),
		],
		blind: [
			blind,
			hiddenAccounts,
			example({accounts: cut(root, account)}),
			example({scopedGrants: unseen('permission-denied', {detail: 'refused'})}),
		],
	},
});
