import {blind, cut, example, listed} from '../examples.js';
import {defineCheck, fail, inDatabase, judgeListing, whenSeen} from '../judge/verdicts.js';
import {shownBy} from '../sources.js';

const expected = 'all indexes are valid';
const item = {index: 'public.orders_key', table: 'orders'};

export const pgIndexHealth = defineCheck({
	id: 'pg-index-health',
	title: 'No index is broken',
	question: 'Are all indexes valid?',
	why: 'An index that a failed CREATE INDEX CONCURRENTLY left behind is kept up and never used; a unique one binds nobody.',
	severity: 'medium',
	source: shownBy('invalidIndexes'),
	needs: 'any login role',
	remediation: {all: 'DROP INDEX CONCURRENTLY name; and build it anew.'},
	judge: facts =>
		whenSeen(facts.invalidIndexes, expected, list =>
			judgeListing(list, expected, {
				offends: ({index, table}) =>
					fail(`${index} on ${table} is not valid ${inDatabase(facts)}`, expected, {object: index}),
				clean: `all indexes are valid ${inDatabase(facts)}`,
			}),
		),
	examples: {
		healthy: [example()],
		defective: [example({invalidIndexes: listed(item)})],
		blind: [blind, example({invalidIndexes: cut()})],
	},
});
