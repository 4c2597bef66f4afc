import {blind, cut, example, listed} from '../examples.js';
import {defineCheck, fail, inDatabase, judgeListing, whenSeen} from '../judge/verdicts.js';
import {shownBy} from '../sources.js';

const expected = 'views over tables with row security read with the caller’s rights';

export const pgViewBypassesRls = defineCheck({
	id: 'pg-view-bypasses-rls',
	title: 'No view leads past row security',
	question:
		'Does a view that others may use lead past the policies of its tables, itself or through other views?',
	why: 'A view reads with its owner’s rights unless security_invoker is set on the view that reads the table; on a view around that one it does not help. Where that owner is not bound by the policies, neither is the reader. A curated view may be meant so: waive it.',
	severity: 'medium',
	source: shownBy('bypassingViews'),
	needs: 'any login role',
	remediation: {
		all: 'ALTER VIEW name SET (security_invoker = on); (PostgreSQL 15 and newer) for the view that reads the table, or give the view to an owner that the policies bind.',
	},
	judge: facts =>
		whenSeen(facts.bypassingViews, expected, views =>
			judgeListing(views, expected, {
				offends: ({view, table, owner}) =>
					fail(
						`${view} reaches ${table}, itself or through other views, with the rights of ${owner} ${inDatabase(facts)}`,
						expected,
						{
							object: `${view} ${table}`,
						},
					),
				clean: `no view that is granted to others leads past the policies of a table ${inDatabase(facts)}`,
			}),
		),
	examples: {
		healthy: [example()],
		defective: [
			example({
				bypassingViews: listed({
					view: 'public.all_orders',
					table: 'public.orders',
					owner: 'postgres',
				}),
			}),
		],
		blind: [blind, example({bypassingViews: cut()})],
	},
});
