import {fail, judgeListing, whenSeen} from '../../engine/verdicts.js';
import {account, blind, cut, example, hiddenAccounts, root, withAccount} from '../examples.js';
import {nameOf} from '../judge/accounts.js';
import {defineCheck} from '../judge/verdicts.js';
import {shownBy} from '../sources.js';

const expected = 'every account has a name';

export const mysqlAnonymousAccounts = defineCheck({
	id: 'mysql-anonymous-accounts',
	title: 'There are no anonymous accounts',
	question: 'Does every account that can log in have a user name?',
	why: 'An account without a name matches every name that is not known from that host, so that anybody gets in as it.',
	severity: 'high',
	...shownBy('accounts'),
	needs: 'SELECT on mysql.user (MariaDB: mysql.global_priv)',
	remediation: {all: "DROP USER ''@'HOST'; for each account named."},
	judge: facts =>
		whenSeen(facts.accounts, expected, accounts =>
			judgeListing(accounts, expected, {
				offends: one =>
					one.user === '' && !one.role && !one.locked
						? fail(`${nameOf(one)} takes any name`, expected, {object: nameOf(one)})
						: undefined,
				clean: 'no account without a name can log in',
			}),
		),
	examples: {
		healthy: [
			example(),
			withAccount({user: '', locked: true}),
			withAccount({user: '', role: true}),
		],
		defective: [withAccount({user: '', host: 'localhost'}), withAccount({user: '', host: '%'})],
		blind: [blind, hiddenAccounts, example({accounts: cut(root, account)})],
	},
});
