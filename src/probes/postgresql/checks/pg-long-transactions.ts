import {blind, cut, example, listed} from '../examples.js';
import {unseen} from '../../engine/check.js';
import {defineCheck, fail, judgeListing, unknown, whenSeen} from '../judge/verdicts.js';
import {shownBy} from '../sources.js';

const expected = 'no transaction of more than an hour';
const item = {
	user: 'shop_app',
	database: 'shop',
	application: 'shop',
	state: 'idle in transaction',
	ageSeconds: 9_000,
};

export const pgLongTransactions = defineCheck({
	id: 'pg-long-transactions',
	title: 'No transaction is open for hours',
	question: 'Is no transaction open for more than an hour at this moment?',
	why: 'It keeps old rows from being cleaned up and may hold locks. Reports and dumps may take that long, forgotten sessions do.',
	severity: 'low',
	scope: 'node',
	source: shownBy('openTransactions'),
	needs: 'pg_read_all_stats (part of pg_monitor)',
	remediation: {
		all: 'SELECT pg_terminate_backend(pid) for a forgotten one, and set idle_in_transaction_session_timeout.',
	},
	judge: facts =>
		whenSeen(facts.openTransactions, expected, list =>
			judgeListing(list, expected, {
				offends: ({user, database, application, state, ageSeconds}) =>
					ageSeconds === null
						? unknown(
								unseen('permission-denied', {
									detail: `a session of ${user} in ${database} has track_activities off and does not tell what it has open`,
								}),
								expected,
								{object: `${user}@${database}`},
							)
						: ageSeconds > 3_600
							? fail(
									`a transaction of ${user} in ${database} (${application}) is open for ${Math.floor(ageSeconds / 3_600)} hours, ${state}`,
									expected,
									{object: `${user}@${database}`},
								)
							: undefined,
				clean: 'no transaction is open for more than an hour at this moment',
			}),
		),
	examples: {
		healthy: [example(), example({openTransactions: listed({...item, ageSeconds: 5})})],
		defective: [example({openTransactions: listed(item)})],
		blind: [
			blind,
			example({openTransactions: cut()}),
			example({openTransactions: listed({...item, state: 'disabled', ageSeconds: null})}),
		],
	},
});
