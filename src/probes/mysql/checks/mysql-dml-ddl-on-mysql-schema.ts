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
import {writing} from '../judge/system-schema.js';
import {defineCheck} from '../judge/verdicts.js';
import {shownBy} from '../sources.js';

const expected = 'no ordinary account may change the schema mysql';
const grant = {
	user: 'shop_app',
	host: '10.0.0.%',
	schema: 'mysql',
	object: '',
	writes: true,
	grants: false,
	system: true,
};

export const mysqlDmlDdlOnMysqlSchema = defineCheck({
	id: 'mysql-dml-ddl-on-mysql-schema',
	title: 'No ordinary account changes the server’s own tables',
	question:
		'Is the schema mysql, where accounts and rights are kept, closed to all but administrators?',
	why: 'Who writes into mysql.user or mysql.global_priv makes himself an administrator. A right on all schemas, and a schema pattern like %, covers it too.',
	severity: 'high',
	...shownBy('accounts', 'roleGrants', 'dynamicGrants', 'scopedGrants', 'variable mandatory_roles'),
	needs: 'SELECT on mysql.user and mysql.db (MariaDB: mysql.global_priv and mysql.db)',
	remediation: {
		all: "Grant on single schemas instead of *.*: REVOKE INSERT, UPDATE, DELETE ON *.* FROM 'NAME'@'HOST'; GRANT … ON shop.* TO …; MySQL 8 can also REVOKE … ON mysql.* with partial_revokes.",
	},
	judge: (facts, context) => {
		const globally = judgeHolders(facts, context, expected, {
			clean: 'no account that is no administrator may change the schema mysql',
			offends: holder => {
				const open = writing.filter(name => holder.inSystem.has(name));
				const object = nameOf(holder.account);
				return open.length === 0
					? undefined
					: fail(`${object} has ${describe(holder, open)} on all schemas`, expected, {object});
			},
		});
		const concerned = matters(facts, context);
		const scoped = whenSeen(facts.scopedGrants, expected, grants =>
			judgeListing(grants, expected, {
				clean: 'and none by a grant on it',
				offends: one => {
					if (!one.system || !one.writes || !concerned(one)) return undefined;
					const place = `${one.schema}.${one.object === '' ? '*' : one.object}`;
					return fail(`${nameOf(one)} may change ${place}`, expected, {
						object: `${nameOf(one)} on ${place}`,
					});
				},
			}),
		);
		return allParts(globally, scoped);
	},
	examples: {
		healthy: [example(), withAccount({privileges: ['INSERT'], withheld: ['INSERT']})],
		defective: [
			withAccount({privileges: ['UPDATE']}),
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
