import {blind, cut, example, listed} from '../examples.js';
import {defineCheck, fail, inDatabase, judgeListing, whenSeen} from '../judge/verdicts.js';
import {shownBy} from '../sources.js';

const expected = 'policies that hold whatever a session sets';
const item = {
	table: 'public.orders',
	policy: 'own',
	userMetadata: false,
	setting: 'app.tenant',
	openWhenUnset: false,
};

export const pgRlsSettableGuc = defineCheck({
	id: 'pg-rls-settable-guc',
	title: 'Policies do not depend on what any session may set',
	question: 'Does no policy choose rows by a setting that every session can change?',
	why: 'Whoever runs SQL of an own as that role sets app.tenant to another customer. It holds only as far as the application alone speaks SQL, sets it in each transaction (SET LOCAL), and a policy shows nothing while it is empty.',
	severity: 'medium',
	source: shownBy('policies'),
	needs: 'any login role',
	remediation: {
		all: 'Tie the policy to the login role, or to a signed token that a function checks; else SET LOCAL in every transaction, and let the condition be false while the setting is empty.',
	},
	judge: facts =>
		whenSeen(facts.policies, expected, list =>
			judgeListing(list, expected, {
				offends: ({table, policy, setting, openWhenUnset}) =>
					setting === null
						? undefined
						: fail(
								`policy ${policy} on ${table} asks for ${setting}${openWhenUnset ? ' and lets every row through while it is empty' : ''} ${inDatabase(facts)}`,
								expected,
								{object: `${table} ${policy}`, severity: openWhenUnset ? 'high' : 'info'},
							),
				clean: `no policy, and no function that one calls by itself, depends on a setting of the session ${inDatabase(facts)}`,
			}),
		),
	examples: {
		healthy: [example(), example({policies: listed({...item, setting: null})})],
		defective: [
			example({policies: listed(item)}),
			example({policies: listed({...item, openWhenUnset: true})}),
		],
		blind: [blind, example({policies: cut()})],
	},
});
