import type {Verdict} from '../../engine/check.js';
import {unseen} from '../../engine/check.js';
import {blind, example, listed, plainRole} from '../examples.js';
import type {PostgresFacts} from '../facts.js';
import {isProviderRole, membershipPath, vendorAdminRoles} from '../judge/roles.js';
import {defineCheck, fail, pass, unknown, whenAllSeen, whenSeen} from '../judge/verdicts.js';
import {shownBy} from '../sources.js';

const expected =
	'no login role is a member of a predefined role that reaches files, programs or all data';
const risky: Readonly<Record<string, Verdict['severity']>> = {
	pg_execute_server_program: 'high',
	pg_read_server_files: 'high',
	pg_write_server_files: 'high',
	pg_write_all_data: 'medium',
	pg_read_all_data: 'low',
	pg_create_subscription: 'medium',
	pg_signal_backend: 'low',
	pg_maintain: 'low',
};
/** What backups, reports and monitoring need these roles for; they neither write nor reach the operating system. */
const tools: ReadonlySet<string> = new Set([
	'pg_read_all_data',
	'pg_signal_backend',
	'pg_maintain',
]);

/** Users that the target declares for backups or reports. */
const declaredForTools = (facts: PostgresFacts): ReadonlySet<string> =>
	new Set([
		...facts.backups,
		...facts.identities.filter(({role}) => role === 'reporting').map(({user}) => user),
	]);

export const pgPredefinedRoleMembers = defineCheck({
	id: 'pg-predefined-role-members',
	title: 'Powerful predefined roles have no login members',
	question: 'Is a login role a member, directly or through others, of a powerful predefined role?',
	why: 'pg_execute_server_program and the file roles lead to the operating system and so to superuser; pg_write_all_data passes every grant on tables.',
	severity: 'high',
	source: shownBy('roles', 'memberships'),
	needs: 'any login role',
	remediation: {
		all: 'REVOKE the predefined role named here from the role at the start of the path.',
	},
	judge: facts =>
		whenAllSeen(facts.roles, facts.memberships, expected, (roles, memberships) =>
			whenSeen(facts.provider, expected, provider => {
				const helpers = declaredForTools(facts);
				const bad = roles.items.flatMap(role => {
					if (!role.canLogin || role.superuser || isProviderRole(role.name, provider)) return [];
					if (provider.platform !== undefined && vendorAdminRoles.includes(role.name)) return [];
					return Object.entries(risky).flatMap(([predefined, severity = 'high']) => {
						const path = membershipPath(memberships.items, role.name, predefined);
						return path === undefined
							? []
							: [
									fail(path.join(' -> '), expected, {
										object: `${role.name} ${predefined}`,
										severity: tools.has(predefined) && helpers.has(role.name) ? 'info' : severity,
									}),
								];
					});
				});
				if (bad.length > 0) return bad;
				return roles.complete && memberships.complete
					? [pass('no login role is a member of one', expected)]
					: [
							unknown(
								unseen('limit-exceeded', {detail: 'not all roles and memberships were read'}),
								expected,
							),
						];
			}),
		),
	examples: {
		healthy: [example()],
		defective: [
			example({
				memberships: listed(
					{member: 'shop_app', role: 'ops', admin: false},
					{member: 'ops', role: 'pg_execute_server_program', admin: false},
				),
			}),
		],
		blind: [
			blind,
			example({
				memberships: {seen: true, value: {items: [], complete: false}},
				roles: listed(plainRole),
			}),
		],
	},
});
