import {unseen, type Verdict} from '../../engine/check.js';
import {fail, pass, unknown, whenSeen} from '../../engine/verdicts.js';
import {account, blind, cut, example, hiddenAccounts, listed, root} from '../examples.js';
import type {MysqlFacts} from '../facts.js';
import {nameOf} from '../judge/accounts.js';
import {administrative, describe, holdersOf, undeclared, type Holder} from '../judge/rights.js';
import {detourOf, unreadIn} from '../judge/system-schema.js';
import {defineCheck} from '../judge/verdicts.js';
import {shownBy} from '../sources.js';

const expected = 'applications and reports log in as accounts without administrator rights';
const strong = [...administrative, 'CREATE USER', 'FILE', 'GRANT OPTION', 'SHUTDOWN'];
const holds = (privileges: readonly string[]): MysqlFacts =>
	example({accounts: listed(root, {...account, privileges})});

const judgeOne = (facts: MysqlFacts, user: string, mine: readonly Holder[]): Verdict => {
	const object = user;
	const bad = mine.find(holder => strong.some(name => holder.privileges.has(name)));
	if (bad !== undefined)
		return fail(`${nameOf(bad.account)} has ${describe(bad, strong)}`, expected, {object});
	const proxy = (facts.proxyGrants.seen ? facts.proxyGrants.value.items : []).find(
		one => one.user === user,
	);
	if (proxy !== undefined)
		return fail(`${nameOf(proxy)} may act as ${proxy.proxied}`, expected, {object});
	const detour = detourOf(facts);
	const byDetour = mine.find(holder => detour.seen && detour.value(holder) !== undefined);
	if (byDetour !== undefined && detour.seen)
		return fail(`${nameOf(byDetour.account)} has ${detour.value(byDetour) ?? ''}`, expected, {
			object,
		});
	// What could not be seen might hold another way.
	const unread = unreadIn(facts.proxyGrants) ?? unreadIn(facts.scopedGrants);
	if (unread !== undefined) return unknown(unread, expected, {object});
	return pass(`${user} has no administrator right`, expected, {object: user});
};

export const mysqlAppUsesAdmin = defineCheck({
	id: 'mysql-app-uses-admin',
	title: 'Applications do not log in as administrators',
	question: 'Is the account of an application without an administrator’s rights?',
	why: 'Whoever takes over the application gets the rights of its account. With an administrator’s rights one hole in the application is the whole server.',
	severity: 'high',
	...shownBy(
		'accounts',
		'roleGrants',
		'dynamicGrants',
		'proxyGrants',
		'scopedGrants',
		'variable mandatory_roles',
	),
	needs:
		'SELECT on mysql.user (MariaDB: mysql.global_priv), mysql.db and mysql.proxies_priv, and the application’s account declared for the target',
	remediation: {
		all: 'Make an account for each application that holds SELECT, INSERT, UPDATE and DELETE on its own schema and nothing else.',
		digitalocean: 'Make a user for the application; keep doadmin for administration.',
		aiven: 'Make a user for the application; keep avnadmin for administration.',
	},
	judge: (facts, context) => {
		const users = facts.identities.filter(({role}) => role !== 'backup').map(({user}) => user);
		return whenSeen(holdersOf(facts, context), expected, ({items, complete, cut: why}) =>
			users.length === 0
				? [undeclared(expected)]
				: users.map(user => {
						const mine = items.filter(({account: one}) => one.user === user);
						const word = judgeOne(facts, user, mine);
						if (word.outcome === 'fail') return word;
						if (!complete)
							return unknown(
								why ?? unseen('limit-exceeded', {detail: 'not all accounts were read'}),
								expected,
								{object: user},
							);
						return mine.length > 0
							? word
							: unknown(
									unseen('unexpected-reply', {
										detail: `the declared account ${user} was not found on the server`,
									}),
									expected,
									{object: user},
								);
					}),
		);
	},
	examples: {
		healthy: [example()],
		defective: [
			holds(['SUPER']),
			holds(['FILE']),
			holds(['SELECT', 'GRANT OPTION']),
			holds(['UPDATE']),
			example({
				scopedGrants: listed({
					user: 'shop_app',
					host: '10.0.0.%',
					schema: 'mysql',
					object: 'global_priv',
					writes: true,
					reads: false,
					grants: false,
					system: true,
				}),
			}),
			example({
				proxyGrants: listed({
					user: 'shop_app',
					host: '10.0.0.%',
					proxied: 'root@localhost',
					withGrant: false,
				}),
			}),
		],
		blind: [
			blind,
			hiddenAccounts,
			example({scopedGrants: unseen('permission-denied', {detail: 'refused'})}),
			example({proxyGrants: unseen('permission-denied', {detail: 'refused'})}),
			example({identities: []}),
			example({accounts: listed(root)}),
			example({accounts: cut(root, account)}),
		],
	},
});
