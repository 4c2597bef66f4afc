import {blind, cut, example, listed} from '../examples.js';
import {defineCheck, fail, inDatabase, judgeListing, whenSeen} from '../judge/verdicts.js';

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
	needs: 'any login role',
	remediation: {
		all: 'Replace the policy by one with a condition on the tenant, or limit it with TO role.',
	},
	judge: facts =>
		whenSeen(facts.openPolicies, expected, policies =>
			judgeListing(policies, expected, {
				offends: ({table, policy: name, command, check, public: toPublic}) =>
					fail(
						`policy ${name} on ${table} (${command}, ${toPublic ? 'for every role' : 'for named roles'}) is always true${check ? ' for new rows' : ''} ${inDatabase(facts)}`,
						expected,
						{
							object: `${table} ${name}`,
							severity: command === 'SELECT' ? 'info' : toPublic ? 'high' : 'medium',
						},
					),
				clean: `no permissive policy is the constant true, compares a constant or column with itself, or has such a part in an OR ${inDatabase(facts)}; what other conditions come to was not judged`,
			}),
		),
	examples: {
		healthy: [example()],
		defective: [example({openPolicies: listed(policy)})],
		blind: [blind, example({openPolicies: cut()})],
	},
});
