import {unseen, type Verdict} from '../../engine/check.js';
import {blind, example, listed, plainRole} from '../examples.js';
import type {PostgresFacts} from '../facts.js';
import {adminAttributes, membershipPath, vendorAdminRoles} from '../judge/roles.js';
import {defineCheck, fail, pass, unknown, forIdentities} from '../judge/verdicts.js';
import {shownBy} from '../sources.js';

const expected = 'applications and reports log in as roles without administrator rights';

/** Who reaches files and programs of the server may make himself superuser (PostgreSQL manual, Predefined Roles). */
const operatingSystemRoles = [
	'pg_execute_server_program',
	'pg_write_server_files',
	'pg_read_server_files',
];

const strong = (facts: PostgresFacts): ReadonlySet<string> =>
	new Set([
		...vendorAdminRoles,
		...operatingSystemRoles,
		...(facts.roles.seen
			? facts.roles.value.items.filter(r => adminAttributes(r).length > 0).map(r => r.name)
			: []),
		...(facts.databases.seen
			? facts.databases.value.items.filter(d => !d.template).map(d => d.owner)
			: []),
	]);

export const pgAppUsesAdminRole = defineCheck({
	id: 'pg-app-uses-admin-role',
	title: 'Applications do not log in as administrators',
	question: 'Is the role of an application an administrator, or may it become one?',
	why: 'Whoever takes over the application gets the rights of its role. With an administrator’s rights one hole in the application is the whole server.',
	severity: 'high',
	source: shownBy('roles', 'memberships', 'databases'),
	needs: 'any login role, and the application’s role declared for the target',
	remediation: {
		all: 'Make a role for each application that owns nothing and holds only SELECT, INSERT, UPDATE and DELETE where it needs them.',
		digitalocean: 'Make a user for the application; keep doadmin for administration.',
		'google-cloud-sql':
			'Make the role with SQL and REVOKE cloudsqlsuperuser: users made in the console get it by themselves.',
		aiven: 'Make a role for the application with SQL; keep avnadmin for administration.',
	},
	judge: facts =>
		forIdentities(facts, facts.roles, facts.memberships, expected, (roles, memberships) =>
			facts.identities.map((identity): Verdict => {
				const object = identity.user;
				const role = roles.items.find(({name}) => name === identity.user);
				if (role === undefined)
					return unknown(
						unseen(roles.complete ? 'unexpected-reply' : 'limit-exceeded', {
							detail: `the declared role ${identity.user} was not found on the server`,
						}),
						expected,
						{object},
					);
				const attributes = adminAttributes(role);
				if (attributes.length > 0)
					return fail(`${identity.user} has ${attributes.join(', ')}`, expected, {
						object,
						...(role.superuser ? {severity: 'critical'} : {}),
					});
				const admins = strong(facts);
				if (admins.has(identity.user))
					return fail(`${identity.user} is an administrator or owns a database`, expected, {
						object,
					});
				for (const admin of admins) {
					const path = membershipPath(memberships.items, identity.user, admin);
					if (path !== undefined)
						return fail(`${path.join(' -> ')} makes it an administrator`, expected, {object});
				}
				if (!memberships.complete || !roles.complete || !facts.databases.seen)
					return unknown(
						unseen('limit-exceeded', {detail: 'not all roles, memberships and owners were read'}),
						expected,
						{object},
					);
				return pass(`${identity.user} has no administrator right`, expected, {object});
			}),
		),
	examples: {
		healthy: [example()],
		defective: [
			example({roles: listed({...plainRole, superuser: true})}),
			example({memberships: listed({member: 'shop_app', role: 'doadmin', admin: false})}),
			example({
				roles: listed(plainRole, {...plainRole, name: 'copier', replication: true}),
				memberships: listed({member: 'shop_app', role: 'copier', admin: false}),
			}),
			example({
				memberships: listed({member: 'shop_app', role: 'pg_execute_server_program', admin: false}),
			}),
			example({
				memberships: listed(
					{member: 'shop_app', role: 'staff', admin: false},
					{member: 'staff', role: 'postgres', admin: false},
				),
			}),
		],
		blind: [blind, example({identities: []}), example({roles: listed()})],
	},
});
