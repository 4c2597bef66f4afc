import {seen} from '../../engine/check.js';
import {fail, pass, whenBothSeen} from '../../engine/verdicts.js';
import {blind, example, hiddenAccounts} from '../examples.js';
import type {MysqlFacts} from '../facts.js';
import {administrative} from '../judge/rights.js';
import {defineCheck} from '../judge/verdicts.js';

const expected = 'an account of its own that reads the accounts and is no administrator';

/** What a scanner may not hold without being one more way in: it needs none of these. */
const tooMuch = [...administrative, 'FILE', 'CREATE USER', 'INSERT', 'UPDATE', 'DELETE', 'DROP'];

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
	needs: 'any account',
	remediation: {
		all: 'Make an account for the scanner alone, that may log in from its machine only: GRANT PROCESS, SHOW DATABASES, SHOW VIEW, REPLICATION CLIENT ON *.* (MariaDB: and SLAVE MONITOR), and GRANT SELECT on performance_schema and on the tables that the unknown findings name.',
	},
	judge: facts =>
		whenBothSeen(facts.observer, facts.ownPrivileges, expected, ({account}, own) => {
			const strong = tooMuch.filter(name => own.includes(name));
			if (strong.length > 0)
				return [
					fail(`dbvet looks as ${account}, which has ${strong.join(', ')}`, expected, {
						severity: 'low',
					}),
				];
			const hidden = denied(facts);
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
		defective: [example({ownPrivileges: seen(['SUPER', 'SELECT'])}), hiddenAccounts],
		blind: [blind],
	},
});
