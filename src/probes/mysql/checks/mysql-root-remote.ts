import {fail, judgeListing, whenSeen} from '../../engine/verdicts.js';
import {seen} from '../../engine/check.js';
import {account, blind, cut, example, hiddenAccounts, root, withAccount} from '../examples.js';
import {isForPeople, isManaged, nameOf} from '../judge/accounts.js';
import {isReachable} from '../judge/network.js';
import {defineCheck} from '../judge/verdicts.js';
import {shownBy} from '../sources.js';

const expected = 'root logs in on the server’s own machine only';
const isRoot = (user: string): boolean => /^(root|admin|administrator|dba|sa)$/i.test(user);

export const mysqlRootRemote = defineCheck({
	id: 'mysql-root-remote',
	title: 'root cannot log in over the network',
	question: 'Is the administrator that everybody knows by name kept to the server’s own machine?',
	why: 'Its name is the first that is tried, and it may do everything.',
	severity: 'high',
	...shownBy('accounts'),
	needs: 'SELECT on mysql.user (MariaDB: mysql.global_priv)',
	remediation: {
		all: "DROP USER 'root'@'HOST'; for each one named, after an administrator with a name of his own was made.",
	},
	judge: (facts, context) =>
		whenSeen(facts.accounts, expected, accounts => {
			const wanted = isForPeople(facts, context);
			return judgeListing(accounts, expected, {
				clean: 'no account of that kind may log in over the network',
				offends: one => {
					if (!wanted(one) || !isRoot(one.user) || !isReachable(one)) return undefined;
					const object = nameOf(one);
					const text = `${object} may log in over the network`;
					if (isManaged(facts, context))
						return fail(`${text}, as the provider made it`, expected, {object, severity: 'info'});
					const own = facts.observer.seen && facts.observer.value.hostname === one.host;
					return own
						? fail(`${text}, by the server’s own host name`, expected, {object, severity: 'low'})
						: fail(text, expected, {object});
				},
			});
		}),
	examples: {
		healthy: [example(), withAccount({user: 'root', host: '::1'})],
		defective: [
			withAccount({user: 'root', host: '%'}),
			withAccount({user: 'root', host: 'db1'}),
			withAccount({user: 'admin', host: '10.%'}),
			withAccount({user: 'admin', host: '%'}, {provider: seen({platform: 'aws-rds', signs: []})}),
		],
		blind: [blind, hiddenAccounts, example({accounts: cut(root, account)})],
	},
});
