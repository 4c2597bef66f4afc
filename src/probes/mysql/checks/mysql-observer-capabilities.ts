import {seen, unseen} from '../../engine/check.js';
import {fail, pass, unknown, whenBothSeen} from '../../engine/verdicts.js';
import {account, blind, example, hiddenAccounts, listed} from '../examples.js';
import type {MysqlFacts} from '../facts.js';
import {isScanner} from '../judge/accounts.js';
import {administrative, holdersOf, type Holder} from '../judge/rights.js';
import {detourOf, unreadIn} from '../judge/system-schema.js';
import {defineCheck} from '../judge/verdicts.js';
import {shownBy} from '../sources.js';

const expected = 'an account of its own that reads the accounts and is no administrator';

/** What a scanner may not hold without being one more way in: it needs none of these. */
const detoured = 'a way to make itself an administrator';
const tooMuch = [
	...administrative,
	'FILE',
	'CREATE USER',
	'GRANT OPTION',
	'INSERT',
	'UPDATE',
	'DELETE',
	'DROP',
	detoured,
];

/** What the scanner has through roles and PUBLIC, and by grants on the schema mysql; nothing where that is not seen. */
const throughRoles = (facts: MysqlFacts, holders: readonly Holder[]): readonly string[] => {
	const detour = detourOf(facts);
	return holders.flatMap(holder => [
		...holder.privileges,
		...(detour.seen && detour.value(holder) !== undefined ? [detoured] : []),
	]);
};

const denied = (facts: MysqlFacts): readonly string[] =>
	Object.entries(facts).flatMap(([name, fact]) =>
		typeof fact === 'object' && 'seen' in fact && !fact.seen && fact.reason === 'permission-denied'
			? [name]
			: [],
	);

export const mysqlObserverCapabilities = defineCheck({
	id: 'mysql-observer-capabilities',
	title: 'The scanner sees enough and may not do more',
	question: 'Does the scanner log in with an account that reads what it must, and nothing more?',
	why: 'Without the rights to read the accounts much stays unseen; with an administrator’s rights a stolen scanner password opens everything, although the scanner needs none of it.',
	severity: 'info',
	scope: 'node',
	...shownBy('ownPrivileges', 'accounts', 'roleGrants', 'dynamicGrants', 'scopedGrants'),
	needs: 'any account',
	remediation: {
		all: 'Make an account for the scanner alone, that may log in from its machine only: GRANT PROCESS, SHOW DATABASES, SHOW VIEW, REPLICATION CLIENT ON *.* (MariaDB: and SLAVE MONITOR), and GRANT SELECT on performance_schema and on the tables that the unknown findings name.',
	},
	judge: (facts, context) =>
		whenBothSeen(facts.observer, facts.ownPrivileges, expected, ({account}, own) => {
			const holders = holdersOf(facts, context, one => isScanner(facts, one));
			const all = new Set([
				...own,
				...throughRoles(facts, holders.seen ? holders.value.items : []),
			]);
			const strong = tooMuch.filter(name => all.has(name));
			if (strong.length > 0)
				return [
					fail(`dbvet looks as ${account}, which has ${strong.join(', ')}`, expected, {
						severity: 'low',
					}),
				];
			const hidden = denied(facts);
			if (
				hidden.length === 0 &&
				!(holders.seen && holders.value.complete && unreadIn(facts.scopedGrants) === undefined)
			)
				return [
					unknown(
						unseen('limit-exceeded', {detail: `not all rights of ${account} were seen`}),
						expected,
					),
				];
			return hidden.length === 0
				? [pass(`dbvet looks as ${account} and was refused nothing`, expected)]
				: [
						fail(
							`${account} was refused ${hidden.length} of the things that dbvet looks at: the checks on them are unknown`,
							expected,
						),
					];
		}),
	examples: {
		healthy: [example()],
		defective: [
			example({ownPrivileges: seen(['SUPER', 'SELECT'])}),
			hiddenAccounts,
			example({
				accounts: listed(
					{...account, user: 'dbvet', host: '10.%'},
					{...account, user: 'PUBLIC', host: '', role: true, privileges: ['FILE']},
				),
			}),
		],
		blind: [blind],
	},
});
