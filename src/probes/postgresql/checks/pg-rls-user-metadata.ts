import {blind, cut, example, listed} from '../examples.js';
import {defineCheck, fail, inDatabase, judgeListing, whenSeen} from '../judge/verdicts.js';
import {shownBy} from '../sources.js';

const expected = 'no condition reads user_metadata';
const item = {
	table: 'public.orders',
	policy: 'own',
	userMetadata: true,
	setting: null,
	openWhenUnset: false,
};

export const pgRlsUserMetadata = defineCheck({
	id: 'pg-rls-user-metadata',
	title: 'Policies do not trust what users write about themselves',
	question: 'Does no policy decide by user_metadata?',
	why: 'In Supabase each user changes the own user_metadata: a policy that reads a tenant or a role from it lets everybody be whoever they like.',
	severity: 'high',
	source: shownBy('policies'),
	needs: 'any login role',
	remediation: {
		all: 'Read the tenant from app_metadata, which only the server writes, or from a table.',
	},
	judge: facts =>
		whenSeen(facts.policies, expected, list =>
			judgeListing(list, expected, {
				offends: ({table, policy, userMetadata}) =>
					userMetadata
						? fail(
								`policy ${policy} on ${table} reads user_metadata ${inDatabase(facts)}`,
								expected,
								{object: `${table} ${policy}`},
							)
						: undefined,
				clean: `no policy, and no function that one calls by itself, reads user_metadata ${inDatabase(facts)}`,
			}),
		),
	examples: {
		healthy: [example(), example({policies: listed({...item, userMetadata: false})})],
		defective: [example({policies: listed(item)})],
		blind: [blind, example({policies: cut()})],
	},
});
