import {blind, cut, example, listed} from '../examples.js';
import {defineCheck, fail, inDatabase, judgeListing, whenSeen} from '../judge/verdicts.js';
import {shownBy} from '../sources.js';

const expected = 'new rows are bound like old ones';
const item = {
	table: 'public.orders',
	policy: 'write',
	command: 'UPDATE',
	using: false,
	check: true,
	public: true,
};

export const pgRlsWithCheckMissing = defineCheck({
	id: 'pg-rls-with-check-missing',
	title: 'Policies hold for new rows too',
	question: 'Does every policy for changes also bind the rows that it lets be written?',
	why: 'A policy with WITH CHECK (true) lets a tenant write rows that belong to another one. Without a WITH CHECK the server takes the condition of USING, which is fine.',
	severity: 'medium',
	source: shownBy('openPolicies'),
	needs: 'any login role',
	remediation: {all: 'ALTER POLICY name ON table WITH CHECK (the condition of USING);'},
	judge: facts =>
		whenSeen(facts.openPolicies, expected, list =>
			judgeListing(list, expected, {
				offends: ({table, policy, command, using, check}) =>
					check && !using
						? fail(
								`policy ${policy} on ${table} (${command}) lets any row be written ${inDatabase(facts)}`,
								expected,
								{object: `${table} ${policy}`},
							)
						: undefined,
				clean: `no policy lets every row be written that it would not show ${inDatabase(facts)}; what other conditions come to was not judged`,
			}),
		),
	examples: {
		healthy: [example()],
		defective: [example({openPolicies: listed(item)})],
		blind: [blind, example({openPolicies: cut()})],
	},
});
