import {blind, cut, example, listed, plainRole} from '../examples.js';
import {isProviderRole, reachable} from '../judge/roles.js';
import {defineCheck, fail, judgeListing, whenAllSeen, whenSeen} from '../judge/verdicts.js';
import {shownBy} from '../sources.js';

const expected =
	'no superuser that may log in, and no login that may become one, but the one made by initdb and the provider’s own';

export const pgSuperusers = defineCheck({
	id: 'pg-superusers',
	title: 'No superusers beyond the first',
	question: 'May any role besides the first log in as a superuser, or become one afterwards?',
	why: 'A superuser passes every check, reads every file the server can read and runs programs on its machine.',
	severity: 'high',
	source: shownBy('roles', 'memberships'),
	needs: 'any login role',
	remediation: {
		all: 'ALTER ROLE name NOSUPERUSER; and grant what the role really needs. Where named people must step up to a NOLOGIN administrator role, accept that with a waiver that names them.',
	},
	judge: facts =>
		whenAllSeen(facts.roles, facts.memberships, expected, (roles, memberships) =>
			whenSeen(facts.provider, expected, provider => {
				const declared = new Set(facts.identities.map(identity => identity.user));
				const complete = roles.complete && memberships.complete;
				const graph = {roles: roles.items, memberships: memberships.items};
				return judgeListing({items: roles.items, complete}, expected, {
					offends: role => {
						if (!role.canLogin || isProviderRole(role.name, provider)) return undefined;
						const object = role.name;
						if (!role.superuser) {
							const [way] = reachable(graph, role.name, provider, other => other.superuser);
							return way === undefined
								? undefined
								: fail(`may become a superuser: ${way.path.join(' -> ')}`, expected, {
										object,
										...(declared.has(role.name) ? {severity: 'critical'} : {}),
									});
						}
						if (declared.has(role.name))
							return fail(
								`${role.name} is a superuser and an application logs in as it`,
								expected,
								{object, severity: 'critical'},
							);
						return role.bootstrap
							? undefined
							: fail(`${role.name} is a superuser and may log in`, expected, {object});
					},
					clean:
						'no superuser may log in but the first role and the provider’s own, and no other login may become one',
				});
			}),
		),
	examples: {
		healthy: [
			example(),
			example({roles: listed({...plainRole, superuser: true, canLogin: false})}),
		],
		defective: [
			example({roles: listed({...plainRole, name: 'anna', superuser: true})}),
			example({
				roles: listed(
					{...plainRole, name: 'anna'},
					{...plainRole, name: 'dba', superuser: true, canLogin: false},
				),
				memberships: listed({member: 'anna', role: 'dba', admin: false}),
			}),
		],
		blind: [blind, example({roles: cut(plainRole)})],
	},
});
