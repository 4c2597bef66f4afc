import {blind, cut, example, listed} from '../examples.js';
import {defineCheck, fail, inDatabase, judgeListing, whenSeen} from '../judge/verdicts.js';
import {shownBy} from '../sources.js';

const expected = 'no materialised view that others read holds rows of protected tables';
const item = {view: 'public.totals', table: 'public.orders'};

export const pgMatviewExposesRls = defineCheck({
	id: 'pg-matview-exposes-rls',
	title: 'Materialised views do not copy protected rows',
	question: 'Is no table with row security copied into a materialised view that others read?',
	why: 'A materialised view has no policies: whoever may read it sees the rows of all tenants that its owner saw.',
	severity: 'medium',
	source: shownBy('rowSecurityCopies'),
	needs: 'any login role',
	remediation: {
		all: 'REVOKE SELECT on the materialised view, and show it through a view or function that filters.',
	},
	judge: facts =>
		whenSeen(facts.rowSecurityCopies, expected, list =>
			judgeListing(list, expected, {
				offends: ({view, table}) =>
					fail(
						`${view} holds rows of ${table} and others may read it ${inDatabase(facts)}`,
						expected,
						{object: `${view} ${table}`},
					),
				clean: `no materialised view shows others rows of protected tables, by itself or through views, ${inDatabase(facts)}`,
			}),
		),
	examples: {
		healthy: [example()],
		defective: [example({rowSecurityCopies: listed(item)})],
		blind: [blind, example({rowSecurityCopies: cut()})],
	},
});
