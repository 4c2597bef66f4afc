import {unseen, type Verdict} from '../../engine/check.js';
import {fail, judgeListing, unknown, whenSeen} from '../../engine/verdicts.js';
import {account, blind, cut, example, hiddenAccounts, root, withAccount} from '../examples.js';
import type {Account, Login} from '../facts/accounts.js';
import {nameOf} from '../judge/accounts.js';
import {emptyMeansOpen, emptyMeansNothing} from '../judge/plugins.js';
import {defineCheck} from '../judge/verdicts.js';
import {shownBy} from '../sources.js';

const expected = 'every account that can log in proves itself';

const isOpen = ({plugin, empty, ofEmpty}: Login): boolean =>
	ofEmpty === true || (empty && emptyMeansOpen.has(plugin));
/** What parsec stores is salted, and stored of the empty password too, which then lets in (tried on MariaDB 11.8.9). */
const isSealed = ({plugin, empty}: Login): boolean => plugin.toLowerCase() === 'parsec' && !empty;
const isStrange = ({plugin, empty}: Login): boolean =>
	empty && !emptyMeansOpen.has(plugin) && !emptyMeansNothing(plugin);

const judgeOne = (one: Account): Verdict | undefined => {
	if (one.role || one.locked) return undefined;
	const object = nameOf(one);
	const open = one.logins.find(isOpen);
	if (open !== undefined && one.tls !== 'certificate')
		return fail(`${object} has no password (${open.plugin})`, expected, {object});
	if (open !== undefined)
		return fail(`${object} has no password, but must show a certificate`, expected, {
			object,
			severity: 'info',
		});
	const strange = one.logins.find(isStrange);
	if (strange === undefined && one.allLogins)
		return one.logins.some(isSealed)
			? unknown(
					unseen('unexpected-reply', {
						detail: `${object} logs in with parsec, whose stored form does not tell the empty password from another`,
					}),
					expected,
					{object},
				)
			: undefined;
	const detail =
		strange === undefined
			? `${object} has more ways to log in than dbvet reads`
			: `${object} logs in with ${strange.plugin}, and dbvet does not know what no password means there`;
	return unknown(unseen('unexpected-reply', {detail}), expected, {object});
};

export const mysqlEmptyPasswords = defineCheck({
	id: 'mysql-empty-passwords',
	title: 'No account is without a password',
	question: 'Does every account that can log in have a password or another proof?',
	why: 'Whoever knows the name gets in. Of accounts that the operating system, a directory or the cloud proves, and of roles and locked accounts, nothing is asked.',
	severity: 'critical',
	...shownBy('accounts'),
	needs: 'SELECT on mysql.user (MariaDB: mysql.global_priv)',
	remediation: {
		all: "ALTER USER 'NAME'@'HOST' IDENTIFIED BY '…'; or ACCOUNT LOCK, for each account named. No hash leaves the server: it tells dbvet only that there is none.",
	},
	judge: facts =>
		whenSeen(facts.accounts, expected, accounts =>
			judgeListing(accounts, expected, {
				offends: judgeOne,
				clean: 'every account that can log in has a password or another proof',
			}),
		),
	examples: {
		healthy: [
			example(),
			withAccount({locked: true, logins: [{plugin: 'mysql_native_password', empty: true}]}),
			withAccount({role: true, logins: [{plugin: 'mysql_native_password', empty: true}]}),
			withAccount({logins: [{plugin: 'AWSAuthenticationPlugin', empty: true}]}),
			withAccount({logins: [{plugin: 'ed25519', empty: true}]}),
			withAccount({logins: [{plugin: 'parsec', empty: true}]}),
		],
		defective: [
			withAccount({logins: [{plugin: 'mysql_native_password', empty: true}]}),
			withAccount({logins: [{plugin: 'ed25519', empty: false, ofEmpty: true}]}),
			withAccount({
				logins: [
					{plugin: 'ed25519', empty: false},
					{plugin: 'mysql_native_password', empty: true},
				],
			}),
		],
		blind: [
			blind,
			hiddenAccounts,
			example({accounts: cut(root, account)}),
			withAccount({allLogins: false}),
			withAccount({logins: [{plugin: 'parsec', empty: false}]}),
			withAccount({logins: [{plugin: 'our_own_plugin', empty: true}]}),
		],
	},
});
