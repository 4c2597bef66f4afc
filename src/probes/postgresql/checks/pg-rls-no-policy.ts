import {blind, cut, example, listed} from '../examples.js';
import {protectedTable} from '../examples-tables.js';
import {defineCheck, fail, inDatabase, judgeListing, whenSeen} from '../judge/verdicts.js';
import {shownBy} from '../sources.js';

const expected = 'at least one policy where row security is on';
const item = {...protectedTable, policies: 0};

export const pgRlsNoPolicy = defineCheck({
	id: 'pg-rls-no-policy',
	title: 'Tables with row security have policies',
	question: 'Does every table with row security have a policy?',
	why: 'Without one nobody but the owner sees a row. That is safe, and most often an unfinished change that the next one opens too far.',
	severity: 'info',
	source: shownBy('tenantTables'),
	needs: 'any login role',
	remediation: {all: 'CREATE POLICY for those who should see rows, or take the grants away.'},
	judge: facts =>
		whenSeen(facts.tenantTables, expected, list =>
			judgeListing(list, expected, {
				offends: ({name, rowSecurity, policies}) =>
					rowSecurity && policies === 0
						? fail(`${name} has row security and no policy ${inDatabase(facts)}`, expected, {
								object: name,
							})
						: undefined,
				clean: `every table with row security has a policy ${inDatabase(facts)}`,
			}),
		),
	examples: {
		healthy: [example()],
		defective: [example({tenantTables: listed(item)})],
		blind: [blind, example({tenantTables: cut()})],
	},
});
