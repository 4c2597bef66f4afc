import {unseen, type Verdict} from '../../engine/check.js';
import {fail, pass, unknown, whenSeen} from '../../engine/verdicts.js';
import {account, blind, cut, example, hiddenAccounts, listed, root} from '../examples.js';
import type {MysqlFacts} from '../facts.js';
import {nameOf} from '../judge/accounts.js';
import {administrative, describe, holdersOf, undeclared, type Holder} from '../judge/rights.js';
import {defineCheck} from '../judge/verdicts.js';

const expected = 'applications and reports log in as accounts without administrator rights';
const strong = [...administrative, 'CREATE USER', 'FILE', 'GRANT OPTION', 'SHUTDOWN'];
const holds = (privileges: readonly string[]): MysqlFacts =>
	example({accounts: listed(root, {...account, privileges})});

const judgeOne = (user: string, mine: readonly Holder[]): Verdict => {
	const bad = mine.find(holder => strong.some(name => holder.privileges.has(name)));
	if (bad !== undefined)
		return fail(`${nameOf(bad.account)} has ${describe(bad, strong)}`, expected, {object: user});
	return pass(`${user} has no administrator right`, expected, {object: user});
};

export const mysqlAppUsesAdmin = defineCheck({
	id: 'mysql-app-uses-admin',
	title: 'Applications do not log in as administrators',
	question: 'Is the account of an application without an administrator’s rights?',
	why: 'Whoever takes over the application gets the rights of its account. With an administrator’s rights one hole in the application is the whole server.',
	severity: 'high',
	needs:
		'SELECT on mysql.user (MariaDB: mysql.global_priv), and the application’s account declared for the target',
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
						const word = judgeOne(user, mine);
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
		defective: [holds(['SUPER']), holds(['FILE']), holds(['SELECT', 'GRANT OPTION'])],
		blind: [
			blind,
			hiddenAccounts,
			example({identities: []}),
			example({accounts: listed(root)}),
			example({accounts: cut(root, account)}),
		],
	},
});
