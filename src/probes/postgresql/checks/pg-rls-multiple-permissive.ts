import {blind, cut, example, listed} from '../examples.js';
import {defineCheck, fail, inDatabase, judgeListing, whenSeen} from '../judge/verdicts.js';
import {shownBy} from '../sources.js';

const expected = 'one permissive policy for each table, command and role';
const pair = {table: 'public.orders', first: 'own', second: 'staff'};

export const pgRlsMultiplePermissive = defineCheck({
	id: 'pg-rls-multiple-permissive',
	title: 'Policies of one table do not widen each other',
	question: 'Is there at most one permissive policy for each table, command and role?',
	why: 'Permissive policies are joined by OR: each further one shows more rows, where its author most often meant fewer.',
	severity: 'info',
	source: shownBy('joinedPolicies'),
	needs: 'any login role',
	remediation: {
		all: 'CREATE POLICY … AS RESTRICTIVE for what must always hold, or put the conditions into one policy.',
	},
	judge: facts =>
		whenSeen(facts.joinedPolicies, expected, list =>
			judgeListing(list, expected, {
				offends: ({table, first, second}) =>
					fail(`${table}: ${first} and ${second} are joined by OR ${inDatabase(facts)}`, expected, {
						object: table,
					}),
				clean: `no two permissive policies meet ${inDatabase(facts)}`,
			}),
		),
	examples: {
		healthy: [example()],
		defective: [example({joinedPolicies: listed(pair)})],
		blind: [blind, example({joinedPolicies: cut()})],
	},
});
