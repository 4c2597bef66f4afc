import {blind, cut, example, listed} from '../examples.js';
import {defineCheck, fail, inDatabase, judgeListing, whenSeen} from '../judge/verdicts.js';
import {shownBy} from '../sources.js';

const expected = 'no unlogged tables';
const item = {table: 'public.orders'};

export const pgUnloggedTables = defineCheck({
	id: 'pg-unlogged-tables',
	title: 'Tables survive a crash',
	question: 'Is every table written to the WAL?',
	why: 'An unlogged table is empty after a crash, on every replica, and in every restore from a base backup. For caches and queues that may be meant.',
	severity: 'medium',
	source: shownBy('unloggedTables'),
	needs: 'any login role',
	remediation: {all: 'ALTER TABLE name SET LOGGED; or accept it with a waiver for a cache.'},
	judge: facts =>
		whenSeen(facts.unloggedTables, expected, list =>
			judgeListing(list, expected, {
				offends: ({table}) =>
					fail(`${table} is unlogged ${inDatabase(facts)}`, expected, {
						object: table,
						...(/cache|queue|session|temp|tmp|staging|import/i.test(table)
							? {severity: 'info' as const}
							: {}),
					}),
				clean: `no table is unlogged ${inDatabase(facts)}`,
			}),
		),
	examples: {
		healthy: [example()],
		defective: [
			example({unloggedTables: listed(item)}),
			example({unloggedTables: listed({table: 'public.page_cache'})}),
		],
		blind: [blind, example({unloggedTables: cut()})],
	},
});
