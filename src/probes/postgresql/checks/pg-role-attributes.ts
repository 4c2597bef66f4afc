import {blind, example, listed, plainRole} from '../examples.js';
import type {Role} from '../facts/roles.js';
import {isProviderRole, reachable} from '../judge/roles.js';
import {defineCheck, fail, judgeListing, whenAllSeen, whenSeen} from '../judge/verdicts.js';
import {shownBy} from '../sources.js';

const expected =
	'no login role with CREATEROLE, CREATEDB, REPLICATION or BYPASSRLS that does not need it';

const graveOf = (role: Role): readonly string[] => [
	...(role.createRole ? ['CREATEROLE'] : []),
	...(role.replication ? ['REPLICATION'] : []),
	...(role.bypassRls ? ['BYPASSRLS'] : []),
];
const attributesOf = (role: Role): readonly string[] => [
	...graveOf(role),
	...(role.createDatabase ? ['CREATEDB'] : []),
];

export const pgRoleAttributes = defineCheck({
	id: 'pg-role-attributes',
	title: 'Login roles carry no administrator attributes',
	question:
		'Has a login role CREATEROLE, CREATEDB, REPLICATION or BYPASSRLS, itself or through a role it may become?',
	why: 'CREATEROLE makes and changes other roles, REPLICATION copies everything, BYPASSRLS reads past every policy. Replicas need REPLICATION: accept such a finding with a waiver.',
	severity: 'medium',
	source: shownBy('roles', 'memberships'),
	needs: 'any login role',
	remediation: {
		all: 'ALTER ROLE name NOCREATEROLE NOCREATEDB NOREPLICATION NOBYPASSRLS; as far as nobody needs them, or REVOKE the membership at the start of the way that is named.',
	},
	judge: facts =>
		whenAllSeen(facts.roles, facts.provider, expected, (roles, provider) =>
			whenSeen(facts.memberships, expected, memberships => {
				const complete = roles.complete && memberships.complete;
				const graph = {roles: roles.items, memberships: memberships.items};
				return judgeListing({items: roles.items, complete}, expected, {
					offends: role => {
						if (!role.canLogin || role.superuser || isProviderRole(role.name, provider))
							return undefined;
						const own = attributesOf(role);
						// What leads to a superuser is the finding of another check.
						const others = reachable(
							graph,
							role.name,
							provider,
							other => !other.superuser && attributesOf(other).some(word => !own.includes(word)),
						);
						if (own.length + others.length === 0) return undefined;
						const ways = others.map(
							({path, role: other}) => `${path.join(' -> ')} has ${attributesOf(other).join(', ')}`,
						);
						const grave = [role, ...others.map(({role: other}) => other)].some(
							one => graveOf(one).length > 0,
						);
						return fail(
							[...(own.length > 0 ? [`${role.name} has ${own.join(', ')}`] : []), ...ways].join(
								'; ',
							),
							expected,
							{object: role.name, ...(grave ? {} : {severity: 'low'})},
						);
					},
					clean:
						'no login role has an administrator attribute, itself or through a role it may become',
				});
			}),
		),
	examples: {
		healthy: [example()],
		defective: [
			example({roles: listed({...plainRole, bypassRls: true})}),
			example({roles: listed({...plainRole, createDatabase: true})}),
			example({
				roles: listed(plainRole, {...plainRole, name: 'staff', canLogin: false, createRole: true}),
				memberships: listed({member: 'shop_app', role: 'staff', admin: false}),
			}),
		],
		blind: [blind],
	},
});
