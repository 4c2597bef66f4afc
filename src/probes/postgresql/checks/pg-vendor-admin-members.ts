import {seen, unseen} from '../../engine/check.js';
import {blind, example, listed, plainRole} from '../examples.js';
import {isProviderRole, membershipPath, vendorAdminRoles} from '../judge/roles.js';
import {
	defineCheck,
	fail,
	notApplicable,
	pass,
	unknown,
	whenAllSeen,
	whenSeen,
} from '../judge/verdicts.js';
import {shownBy} from '../sources.js';

const expected = 'one break-glass login at most is a member of the provider’s administrator role';
const cloudSql = seen({
	platform: 'google-cloud-sql',
	candidates: ['google-cloud-sql'],
	signs: ['role cloudsqlsuperuser'],
} as const);
const admin = {...plainRole, name: 'cloudsqlsuperuser', canLogin: false};
const member = (name: string) => ({member: name, role: 'cloudsqlsuperuser', admin: false});

export const pgVendorAdminMembers = defineCheck({
	id: 'pg-vendor-admin-members',
	title: 'The provider’s administrator role has few members',
	question: 'How many login roles are members of the provider’s administrator role?',
	why: 'On managed services this role stands in for superuser. Some consoles give it to every user they make.',
	severity: 'high',
	source: shownBy('roles', 'memberships'),
	needs: 'any login role',
	remediation: {
		all: 'REVOKE the administrator role from every login but one that is kept for emergencies.',
		'google-cloud-sql':
			'REVOKE cloudsqlsuperuser FROM each role but one; make roles with SQL instead of the console.',
	},
	judge: facts =>
		whenAllSeen(facts.roles, facts.memberships, expected, (roles, memberships) =>
			whenSeen(facts.provider, expected, provider => {
				const present = vendorAdminRoles.filter(name => roles.items.some(r => r.name === name));
				if (present.length === 0)
					return roles.complete
						? [notApplicable('the server has no provider’s administrator role', expected)]
						: [unknown(unseen('limit-exceeded', {detail: 'not all roles were read'}), expected)];
				const declared = new Set(facts.identities.map(({user}) => user));
				const logins = roles.items.filter(
					role => role.canLogin && !role.superuser && !isProviderRole(role.name, provider),
				);
				const holders = present.flatMap(adminRole =>
					logins.flatMap(({name}) => {
						const path =
							name === adminRole ? [name] : membershipPath(memberships.items, name, adminRole);
						return path === undefined ? [] : [{name, path}];
					}),
				);
				const bad = holders.filter(({name}) => holders.length > 1 || declared.has(name));
				if (bad.length > 0)
					return bad.map(({name, path}) =>
						fail(`${path.join(' -> ')}, one of ${holders.length}`, expected, {object: name}),
					);
				return memberships.complete && roles.complete
					? [pass(`${holders.length} login role is a member`, expected)]
					: [
							unknown(
								unseen('limit-exceeded', {detail: 'not all memberships were read'}),
								expected,
							),
						];
			}),
		),
	examples: {
		healthy: [
			example({
				provider: cloudSql,
				roles: listed(admin, {...plainRole, name: 'emergency'}),
				memberships: listed(member('emergency')),
			}),
		],
		defective: [
			example({
				provider: cloudSql,
				roles: listed(admin, plainRole),
				memberships: listed(member('shop_app')),
			}),
			example({
				provider: cloudSql,
				roles: listed(admin, {...plainRole, name: 'a'}, {...plainRole, name: 'b'}),
				memberships: listed(member('a'), member('b')),
			}),
		],
		blind: [blind],
		notApplicable: [example()],
	},
});
