import {blind, cut, example, listed} from '../examples.js';
import {defineCheck, fail, judgeListing, whenSeen} from '../judge/verdicts.js';
import {shownBy} from '../sources.js';

const expected = 'no prepared transaction of more than an hour';
const item = {owner: 'shop_app', database: 'shop', ageSeconds: 90_000};

export const pgPreparedXacts = defineCheck({
	id: 'pg-prepared-xacts',
	title: 'No prepared transaction is forgotten',
	question: 'Is no prepared transaction older than an hour?',
	why: 'It survives restarts, holds its locks and keeps old rows from being cleaned up, until somebody ends it by its name.',
	severity: 'medium',
	source: shownBy('preparedTransactions'),
	needs: 'any login role',
	remediation: {
		all: "ROLLBACK PREPARED 'name'; as its owner; set max_prepared_transactions = 0 where nothing uses them.",
	},
	judge: facts =>
		whenSeen(facts.preparedTransactions, expected, list =>
			judgeListing(list, expected, {
				offends: ({owner, database, ageSeconds}) =>
					ageSeconds > 3_600
						? fail(
								`a prepared transaction of ${owner} in ${database} is ${Math.floor(ageSeconds / 3_600)} hours old`,
								expected,
								{object: `${owner}@${database}`},
							)
						: undefined,
				clean:
					list.items.length === 0
						? 'there are no prepared transactions'
						: 'none is older than an hour',
			}),
		),
	examples: {
		healthy: [example(), example({preparedTransactions: listed({...item, ageSeconds: 5})})],
		defective: [example({preparedTransactions: listed(item)})],
		blind: [blind, example({preparedTransactions: cut()})],
	},
});
