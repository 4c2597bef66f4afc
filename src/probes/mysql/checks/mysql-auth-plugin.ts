import {unseen, type Verdict} from '../../engine/check.js';
import {fail, judgeListing, unknown, whenSeen} from '../../engine/verdicts.js';
import {account, blind, cut, example, hiddenAccounts, root, withAccount} from '../examples.js';
import type {Account} from '../facts/accounts.js';
import {isForPeople, nameOf} from '../judge/accounts.js';
import {strengthOf} from '../judge/plugins.js';
import {defineCheck} from '../judge/verdicts.js';
import {shownBy} from '../sources.js';

const expected = 'caching_sha2_password, ed25519, parsec, or a proof by directory or cloud';
const uses = (plugin: string) => withAccount({logins: [{plugin, empty: false}]});

const judgeOne = (one: Account): Verdict | undefined => {
	const object = nameOf(one);
	const verdicts = one.logins.map(({plugin}): Verdict | undefined => {
		switch (strengthOf(plugin)) {
			case 'sound':
				return undefined;
			case 'broken':
				return fail(`${object} logs in with ${plugin}`, expected, {object, severity: 'critical'});
			case 'weak':
				return fail(`${object} logs in with ${plugin} (unsalted SHA-1)`, expected, {object});
			case 'ageing':
				return fail(`${object} logs in with ${plugin}, which is being removed`, expected, {
					object,
					severity: 'low',
				});
			case undefined:
				return unknown(
					unseen('unexpected-reply', {
						detail: `${object} logs in with ${plugin}, which dbvet does not know`,
					}),
					expected,
					{object},
				);
		}
	});
	const hidden = one.allLogins
		? undefined
		: unknown(
				unseen('limit-exceeded', {detail: `${object} has more ways to log in than dbvet reads`}),
				expected,
				{object},
			);
	return (
		verdicts.find(one => one?.outcome === 'fail') ??
		verdicts.find(one => one !== undefined) ??
		hidden
	);
};

export const mysqlAuthPlugin = defineCheck({
	id: 'mysql-auth-plugin',
	title: 'Accounts log in with today’s methods',
	question: 'Does every account log in with a method whose stored form is hard to crack?',
	why: 'mysql_native_password stores an unsalted SHA-1 of a SHA-1: equal passwords show, and graphics cards try billions a second. MySQL 9 has removed it.',
	severity: 'medium',
	...shownBy('accounts'),
	needs: 'SELECT on mysql.user (MariaDB: mysql.global_priv)',
	remediation: {
		all: "MySQL: ALTER USER 'NAME'@'HOST' IDENTIFIED WITH caching_sha2_password BY '…'; MariaDB: INSTALL SONAME 'auth_ed25519'; ALTER USER … IDENTIFIED VIA ed25519 USING PASSWORD('…'). Try the client’s driver first.",
		digitalocean:
			'Change the user’s password encryption to caching_sha2_password in the control panel.',
	},
	judge: (facts, context) =>
		whenSeen(facts.accounts, expected, accounts => {
			const wanted = isForPeople(facts, context);
			return judgeListing(accounts, expected, {
				offends: one => (wanted(one) ? judgeOne(one) : undefined),
				clean: 'every account that can log in uses a sound method',
			});
		}),
	examples: {
		healthy: [example(), uses('ed25519'), uses('AWSAuthenticationPlugin')],
		defective: [uses('mysql_native_password'), uses('mysql_old_password'), uses('sha256_password')],
		blind: [blind, hiddenAccounts, example({accounts: cut(root, account)}), uses('our_own')],
	},
});
