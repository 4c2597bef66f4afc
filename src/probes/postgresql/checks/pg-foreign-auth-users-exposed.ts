import {blind, cut, example, listed, plainRole} from '../examples.js';
import {withWebRoles} from '../judge/web-roles.js';
import {defineCheck, fail, inDatabase, judgeListing, whenSeen} from '../judge/verdicts.js';
import {shownBy} from '../sources.js';

const expected = 'neither auth.users nor a view over it for roles of the web';
const roles = listed({...plainRole, name: 'authenticated', canLogin: false});

export const pgForeignAuthUsersExposed = defineCheck({
	id: 'pg-foreign-auth-users-exposed',
	title: 'The table of users is not shown to the web',
	question: 'Is neither auth.users nor a view over it open to anon or authenticated?',
	why: 'auth.users holds the addresses, telephone numbers and sign-in data of all users of the application; a view over it acts with the rights of its owner.',
	severity: 'high',
	source: shownBy('webViewsOfUsers'),
	needs: 'any login role',
	remediation: {
		all: 'REVOKE ALL ON the view FROM anon, authenticated; move it into a private schema, and show users their own row through a policy.',
	},
	judge: facts =>
		withWebRoles(facts, expected, () =>
			whenSeen(facts.webViewsOfUsers, expected, views =>
				judgeListing(views, expected, {
					offends: ({object, grantees}) =>
						fail(
							`${grantees.join(', ')} may read ${object}${object === 'auth.users' ? '' : ', a view over auth.users'} ${inDatabase(facts)}`,
							expected,
							{
								object,
							},
						),
					clean: `neither auth.users, past row security, nor a view over it is open to anon or authenticated ${inDatabase(facts)}`,
				}),
			),
		),
	examples: {
		healthy: [example({roles})],
		defective: [
			example({
				roles,
				webViewsOfUsers: listed({object: 'public.profiles', grantees: ['authenticated']}),
			}),
		],
		blind: [blind, example({roles, webViewsOfUsers: cut()})],
		notApplicable: [example()],
	},
});
