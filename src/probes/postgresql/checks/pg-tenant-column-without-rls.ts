import {blind, cut, example, listed} from '../examples.js';
import {protectedTable} from '../examples-tables.js';
import {
	defineCheck,
	fail,
	inDatabase,
	judgeListing,
	notApplicable,
	whenSeen,
} from '../judge/verdicts.js';
import {shownBy} from '../sources.js';

const expected = 'where some tables of tenants have row security, all of them have it';
const open = {...protectedTable, name: 'public.invoices', rowSecurity: false, policies: 0};

export const pgTenantColumnWithoutRls = defineCheck({
	id: 'pg-tenant-column-without-rls',
	title: 'No tenant table was forgotten',
	question: 'Has a table a tenant’s column but no row security, although its siblings have it?',
	why: 'Row security is switched on table by table, and the table that came later is the one that is forgotten. The column is recognised by its name, so that a finding is a hint.',
	severity: 'medium',
	source: shownBy('tenantTables'),
	needs: 'any login role',
	remediation: {
		all: 'ALTER TABLE name ENABLE ROW LEVEL SECURITY; with a policy on the tenant’s column.',
	},
	judge: facts =>
		whenSeen(facts.tenantTables, expected, tables =>
			tables.complete &&
			!tables.items.some(table => table.rowSecurity || table.protectedParent !== null)
				? [notApplicable(`no table uses row security ${inDatabase(facts)}`, expected)]
				: judgeListing(tables, expected, {
						offends: ({name, tenantColumn, rowSecurity, protectedParent}) =>
							protectedParent !== null
								? fail(
										`${name} has no row security of its own, and others use it by its name past the policies of ${protectedParent} ${inDatabase(facts)}`,
										expected,
										{object: name, severity: 'high'},
									)
								: tenantColumn !== null && !rowSecurity
									? fail(
											`${name} has column ${tenantColumn} and no row security ${inDatabase(facts)}`,
											expected,
											{
												object: name,
											},
										)
									: undefined,
						clean: `every table with a tenant’s column, and every partition or child of a table with row security that is granted by itself, has row security ${inDatabase(facts)}`,
					}),
		),
	examples: {
		healthy: [example()],
		defective: [
			example({tenantTables: listed(protectedTable, open)}),
			example({
				tenantTables: listed({...open, tenantColumn: null, protectedParent: 'public.bills'}),
			}),
		],
		blind: [blind, example({tenantTables: cut(protectedTable)})],
		notApplicable: [example({tenantTables: listed(open)})],
	},
});
