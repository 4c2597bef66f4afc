import {fail, judgeListing, pass, whenSeen} from '../../engine/verdicts.js';
import {
	account,
	blind,
	cut,
	example,
	hiddenAccounts,
	root,
	variables,
	withAccount,
} from '../examples.js';
import {isForPeople, nameOf} from '../judge/accounts.js';
import {isReachable} from '../judge/network.js';
import {asBoolean, variableOf} from '../judge/variables.js';
import {defineCheck} from '../judge/verdicts.js';
import {shownBy} from '../sources.js';

const expected =
	'each account that may come over the network demands TLS, itself or by the server’s switch';
const off = {variables: variables({require_secure_transport: 'OFF'})};

export const mysqlAccountSslType = defineCheck({
	id: 'mysql-account-ssl-type',
	title: 'No account may log in without TLS over the network',
	question: 'Does each account that may come over the network demand TLS?',
	why: 'Each account named here may send its queries, and with some ways to log in its password, in clear.',
	severity: 'high',
	...shownBy('variable require_secure_transport', 'accounts'),
	needs: 'SELECT on mysql.user (MariaDB: mysql.global_priv)',
	remediation: {
		all: "ALTER USER 'NAME'@'HOST' REQUIRE SSL; for each account named, or switch require_secure_transport on.",
	},
	judge: (facts, context) => {
		const setting = variableOf(facts, 'require_secure_transport');
		if (setting?.seen === true && asBoolean(setting.value) === true)
			return [pass('the server demands TLS of all (require_secure_transport = ON)', expected)];
		return whenSeen(facts.accounts, expected, accounts => {
			const wanted = isForPeople(facts, context);
			return judgeListing(accounts, expected, {
				offends: one =>
					wanted(one) && isReachable(one) && one.tls === 'none'
						? fail(`${nameOf(one)} may log in without TLS`, expected, {object: nameOf(one)})
						: undefined,
				clean: 'each account that may come over the network demands TLS',
			});
		});
	},
	examples: {
		healthy: [
			example(),
			example(off),
			withAccount({tls: 'none', host: 'localhost'}, off),
			withAccount({tls: 'none', logins: [{plugin: 'unix_socket', empty: true}]}, off),
		],
		defective: [withAccount({tls: 'none'}, off), withAccount({tls: 'none', host: '%'}, off)],
		blind: [blind, {...hiddenAccounts, ...off}, example({...off, accounts: cut(root, account)})],
	},
});
