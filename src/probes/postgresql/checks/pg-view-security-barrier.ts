import {blind, cut, example, listed} from '../examples.js';
import {defineCheck, fail, inDatabase, judgeListing, whenSeen} from '../judge/verdicts.js';
import {shownBy} from '../sources.js';

const expected = 'security_barrier on views that choose rows by role or setting';
const item = {table: 'public.own_orders'};

export const pgViewSecurityBarrier = defineCheck({
	id: 'pg-view-security-barrier',
	title: 'Views that hide rows keep functions of their readers out',
	question: 'Do views that filter rows by who asks have security_barrier?',
	why: 'Without it the planner may run a cheap function of the reader before the filter, and the function sees, or prints, the rows that are hidden.',
	severity: 'low',
	source: shownBy('filterViews'),
	needs: 'any login role',
	remediation: {all: 'ALTER VIEW name SET (security_barrier = true);'},
	judge: facts =>
		whenSeen(facts.filterViews, expected, list =>
			judgeListing(list, expected, {
				offends: ({table}) =>
					fail(
						`${table} chooses rows by who asks, without security_barrier ${inDatabase(facts)}`,
						expected,
						{object: table},
					),
				clean: `no view that others read filters by role or setting without security_barrier ${inDatabase(facts)}`,
			}),
		),
	examples: {
		healthy: [example()],
		defective: [example({filterViews: listed(item)})],
		blind: [blind, example({filterViews: cut()})],
	},
});
