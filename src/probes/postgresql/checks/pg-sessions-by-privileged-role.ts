import {blind, cut, example, listed, plainRole} from '../examples.js';
import {sessionGroup} from '../examples-sessions.js';
import type {Membership, Role} from '../facts/roles.js';
import type {Provider} from '../facts/server.js';
import {isProviderRole, membershipPath, reachable, vendorAdminRoles} from '../judge/roles.js';
import {describeSessions, nameSessions} from '../judge/sessions.js';
import {isAdministration} from '../judge/tools.js';
import {defineCheck, fail, judgeListing, unknown, whenAllSeen} from '../judge/verdicts.js';
import {shownBy} from '../sources.js';

const expected = 'administrators work with administrators’ programs only';
const admin: Role = {...plainRole, name: 'ops', createRole: true};

const power = ({name, superuser, createRole, bypassRls}: Role): string | undefined =>
	superuser
		? 'a superuser'
		: createRole
			? 'a role with CREATEROLE'
			: bypassRls
				? 'a role with BYPASSRLS'
				: vendorAdminRoles.includes(name)
					? 'the provider’s administrator'
					: undefined;

/** What a role may become with SET ROLE, when that is powerful. */
const borrowed = (
	{
		roles,
		memberships,
	}: {readonly roles: readonly Role[]; readonly memberships: readonly Membership[]},
	{name}: Role,
	provider: Provider,
): string | undefined => {
	const [step] = reachable({roles, memberships}, name, provider, role => power(role) !== undefined);
	const vendor = vendorAdminRoles.flatMap(
		admin => membershipPath(memberships, name, admin) ?? [],
	)[1];
	if (step !== undefined)
		return `it may become ${power(step.role) ?? 'another'} (${step.path.join(' -> ')})`;
	return vendor === undefined ? undefined : `a member of ${vendor}, the provider’s administrator`;
};

export const pgSessionsByPrivilegedRole = defineCheck({
	id: 'pg-sessions-by-privileged-role',
	title: 'No application is connected as an administrator at this moment',
	question: 'Are the sessions of powerful roles those of people and their tools?',
	why: 'An application that works as administrator gives every flaw of its own all rights. Whether a session is an application’s is told by the name it gives itself and by how many there are.',
	severity: 'high',
	scope: 'node',
	source: shownBy('sessions', 'roles', 'memberships'),
	needs: 'pg_read_all_stats (part of pg_monitor)',
	remediation: {
		all: 'Give the application named here a role of its own with the rights it needs, and change the password of the administrator.',
	},
	judge: facts =>
		whenAllSeen(facts.sessions, facts.roles, expected, (sessions, roles) =>
			whenAllSeen(facts.provider, facts.memberships, expected, (provider, memberships) => {
				const graph = {roles: roles.items, memberships: memberships.items};
				const byName = new Map(roles.items.map(role => [role.name, role]));
				const stranger = sessions.items.find(({user}) => !byName.has(user));
				const verdicts = judgeListing(sessions, expected, {
					offends: group => {
						const role = byName.get(group.user);
						const what =
							role === undefined ? undefined : (power(role) ?? borrowed(graph, role, provider));
						if (what === undefined || isAdministration(group.application)) return undefined;
						return isProviderRole(group.user, provider)
							? undefined
							: fail(`${describeSessions(group)}: ${what}`, expected, {
									object: nameSessions(group),
									...(group.sessions === 1
										? {severity: 'info' as const}
										: group.loopback
											? {severity: 'medium' as const}
											: {}),
								});
					},
					clean: 'no program but those of administrators is connected as a powerful role',
				});
				const clean = verdicts.every(({outcome}) => outcome === 'pass');
				return clean && (stranger !== undefined || !roles.complete || !memberships.complete)
					? [
							unknown(
								{
									seen: false,
									reason: 'limit-exceeded',
									detail: 'not every role that is connected, or what it is a member of, was read',
								},
								expected,
							),
						]
					: verdicts;
			}),
		),
	examples: {
		healthy: [
			example({sessions: listed(sessionGroup)}),
			example({
				roles: listed(admin),
				sessions: listed(
					{...sessionGroup, user: 'ops', application: 'psql'},
					{...sessionGroup, user: 'ops', application: 'pgBackRest'},
				),
			}),
		],
		defective: [
			example({roles: listed(admin), sessions: listed({...sessionGroup, user: 'ops'})}),
			example({
				roles: listed(plainRole, {...admin, canLogin: false}),
				memberships: listed({member: 'shop_app', role: 'ops', admin: false}),
				sessions: listed(sessionGroup),
			}),
			example({
				memberships: listed({member: 'shop_app', role: 'rds_superuser', admin: false}),
				sessions: listed(sessionGroup),
			}),
			example({
				roles: listed({...admin, createRole: false, superuser: true}),
				sessions: listed({...sessionGroup, user: 'ops', application: ''}),
			}),
		],
		blind: [
			blind,
			example({sessions: cut(sessionGroup)}),
			example({roles: listed(), sessions: listed(sessionGroup)}),
			example({memberships: cut(), sessions: listed(sessionGroup)}),
		],
	},
});
