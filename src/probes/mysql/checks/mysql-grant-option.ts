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
	withAccount,
} from '../examples.js';
import {isDeclared, isManaged, nameOf} from '../judge/accounts.js';
import {judgeHolders, matters} from '../judge/rights.js';
import {defineCheck} from '../judge/verdicts.js';
import {shownBy} from '../sources.js';

const expected = 'no account but administrators may hand on its rights';
const grant = {
	user: 'shop_app',
	host: '10.0.0.%',
	schema: 'shop',
	object: '',
	writes: true,
	reads: false,
	grants: true,
	system: false,
};

export const mysqlGrantOption = defineCheck({
	id: 'mysql-grant-option',
	title: 'No ordinary account hands on its rights',
	question: 'Is GRANT OPTION kept to administrators, on the server and on every schema?',
	why: 'An account that may grant makes a second account with its own rights, which survives when the first is locked.',
	severity: 'medium',
	...shownBy('accounts', 'roleGrants', 'dynamicGrants', 'scopedGrants', 'variable mandatory_roles'),
	needs:
		'SELECT on mysql.user, mysql.db, mysql.tables_priv, mysql.columns_priv and mysql.procs_priv (MariaDB: mysql.global_priv)',
	remediation: {all: "REVOKE GRANT OPTION ON SCHEMA.* FROM 'NAME'@'HOST'; for each grant named."},
	judge: (facts, context) => {
		const globally = judgeHolders(facts, context, expected, {
			clean: 'no account that is no administrator has GRANT OPTION on the whole server',
			offends: ({account: one, privileges}) => {
				if (!privileges.has('GRANT OPTION')) return undefined;
				const managed = isManaged(facts, context);
				const app = isDeclared(facts, one, 'application', 'reporting');
				return fail(`${nameOf(one)} may hand on its rights on the whole server`, expected, {
					object: nameOf(one),
					...(managed && !app ? {severity: 'info' as const} : {}),
				});
			},
		});
		const concerned = matters(facts, context);
		const scoped = whenSeen(facts.scopedGrants, expected, grants =>
			judgeListing(grants, expected, {
				clean: 'and none on a schema, table or routine',
				offends: one => {
					if (!one.grants || !concerned(one)) return undefined;
					const place = `${one.schema}.${one.object === '' ? '*' : one.object}`;
					return fail(`${nameOf(one)} may hand on its rights on ${place}`, expected, {
						object: `${nameOf(one)} on ${place}`,
					});
				},
			}),
		);
		return allParts(globally, scoped);
	},
	examples: {
		healthy: [example()],
		defective: [
			withAccount({privileges: ['GRANT OPTION']}),
			example({scopedGrants: listed(grant)}),
			example({scopedGrants: listed({...grant, object: 'orders'})}),
		],
		blind: [
			blind,
			hiddenAccounts,
			example({accounts: cut(root, account)}),
			example({scopedGrants: unseen('permission-denied', {detail: 'refused'})}),
			example({scopedGrants: cut({...grant, grants: false})}),
		],
	},
});
