import {blind, cut, example, listed} from '../examples.js';
import {protectedTable} from '../examples-tables.js';
import {defineCheck, fail, inDatabase, judgeListing, whenSeen} from '../judge/verdicts.js';
import {shownBy} from '../sources.js';

const expected = 'row security is enabled wherever a policy is written';

export const pgRlsPolicyDisabled = defineCheck({
	id: 'pg-rls-policy-disabled',
	title: 'Written policies are in force',
	question: 'Has a table policies although row security is not enabled on it?',
	why: 'Policies do nothing until row security is enabled on the table: somebody believes these rows to be protected.',
	severity: 'high',
	source: shownBy('tenantTables'),
	needs: 'any login role',
	remediation: {
		all: 'ALTER TABLE name ENABLE ROW LEVEL SECURITY; after a trial with the application’s role.',
	},
	judge: facts =>
		whenSeen(facts.tenantTables, expected, tables =>
			judgeListing(tables, expected, {
				offends: ({name, policies, rowSecurity}) =>
					policies > 0 && !rowSecurity
						? fail(
								`${name} has ${policies} policies that do nothing ${inDatabase(facts)}`,
								expected,
								{
									object: name,
								},
							)
						: undefined,
				clean: `every policy is in force ${inDatabase(facts)}`,
			}),
		),
	examples: {
		healthy: [example(), example({tenantTables: listed(protectedTable)})],
		defective: [example({tenantTables: listed({...protectedTable, rowSecurity: false})})],
		blind: [blind, example({tenantTables: cut(protectedTable)})],
	},
});
