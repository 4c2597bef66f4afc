import {blind, cut, example, listed} from '../examples.js';
import {defineCheck, fail, inDatabase, judgeListing, whenSeen} from '../judge/verdicts.js';
import {shownBy} from '../sources.js';

const expected = 'policies name a condition that ties rows to their tenant';
const policy = {
	table: 'public.orders',
	policy: 'all_rows',
	command: 'ALL',
	using: true,
	check: false,
	public: true,
};

export const pgRlsAlwaysTrue = defineCheck({
	id: 'pg-rls-always-true',
	title: 'No policy lets every row through',
	question:
		'Is there a permissive policy whose condition is true, a constant comparison, or a column compared with itself?',
	why: 'Permissive policies are joined by OR: one that is always true undoes all others of its command. For SELECT alone it may mean public data.',
	severity: 'high',
	source: shownBy('openPolicies'),
	needs: 'any login role',
	remediation: {
		all: 'Replace the policy by one with a condition on the tenant, or limit it with TO role.',
	},
	judge: facts =>
		whenSeen(facts.openPolicies, expected, policies =>
			judgeListing(policies, expected, {
				offends: ({table, policy: name, command, check, public: toPublic}) =>
					fail(
						`policy ${name} on ${table} (${command}, ${toPublic ? 'for every role' : 'for named roles'}) lets every row ${check ? 'be written' : 'through'} ${inDatabase(facts)}`,
						expected,
						{
							object: `${table} ${name}`,
							severity: command === 'SELECT' ? 'info' : toPublic ? 'high' : 'medium',
						},
					),
				clean: `no permissive policy was recognised as one that lets every row through ${inDatabase(facts)}; what functions and other conditions come to was not judged`,
			}),
		),
	examples: {
		healthy: [example()],
		defective: [example({openPolicies: listed(policy)})],
		blind: [blind, example({openPolicies: cut()})],
	},
});
