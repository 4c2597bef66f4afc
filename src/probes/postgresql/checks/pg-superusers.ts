import {blind, cut, example, listed, plainRole} from '../examples.js';
import {isProviderRole, membershipPath} from '../judge/roles.js';
import {defineCheck, fail, judgeListing, whenAllSeen, whenSeen} from '../judge/verdicts.js';

const expected = 'no superuser that may log in but the one made by initdb and the provider’s own';

export const pgSuperusers = defineCheck({
	id: 'pg-superusers',
	title: 'No superusers beyond the first',
	question: 'May any role besides the first log in as a superuser?',
	why: 'A superuser passes every check, reads every file the server can read and runs programs on its machine.',
	severity: 'high',
	needs: 'any login role',
	remediation: {
		all: 'ALTER ROLE name NOSUPERUSER; and grant what the role really needs. People switch to a NOLOGIN administrator role where they must.',
	},
	judge: facts =>
		whenAllSeen(facts.roles, facts.memberships, expected, (roles, memberships) =>
			whenSeen(facts.provider, expected, provider => {
				const declared = new Set(facts.identities.map(identity => identity.user));
				const logins = roles.items.filter(role => role.canLogin && !role.superuser);
				const complete = roles.complete && memberships.complete;
				return judgeListing({items: roles.items, complete}, expected, {
					offends: role => {
						if (!role.superuser || isProviderRole(role.name, provider)) return undefined;
						if (!role.canLogin) {
							const ways = logins.flatMap(
								({name}) => membershipPath(memberships.items, name, role.name)?.join(' -> ') ?? [],
							);
							// Named people who step up to a shared role leave their names in the log: to be known, not to be blamed.
							return ways.length === 0
								? undefined
								: fail(`may become a superuser with SET ROLE: ${ways.join(', ')}`, expected, {
										object: role.name,
										severity: 'info',
									});
						}
						if (declared.has(role.name))
							return fail(
								`${role.name} is a superuser and an application logs in as it`,
								expected,
								{
									object: role.name,
									severity: 'critical',
								},
							);
						return role.bootstrap
							? undefined
							: fail(`${role.name} is a superuser and may log in`, expected, {object: role.name});
					},
					clean: 'no superuser may log in but the first role and the provider’s own',
				});
			}),
		),
	examples: {
		healthy: [
			example(),
			example({roles: listed({...plainRole, superuser: true, canLogin: false})}),
		],
		defective: [example({roles: listed({...plainRole, name: 'anna', superuser: true})})],
		blind: [blind, example({roles: cut(plainRole)})],
	},
});
