import type {Platform} from '../../../domain/platform.js';
import type {PostgresFacts} from '../facts.js';
import type {Membership, Role} from '../facts/roles.js';
import type {Provider} from '../facts/server.js';

/** Roles that a provider keeps for itself: nobody outside can change them, so that they are no finding. */
const providerRoles: Partial<Record<Platform, readonly string[]>> = {
	'aws-rds': ['rdsadmin', 'rdsrepladmin', 'rdstopmgr', 'rdsproxyadmin', 'rdswriteforwarduser'],
	'aws-aurora': ['rdsadmin', 'rdsrepladmin', 'rdstopmgr', 'rdsproxyadmin', 'rdswriteforwarduser'],
	'google-cloud-sql': [
		'cloudsqladmin',
		'cloudsqlagent',
		'cloudsqlimportexport',
		'cloudsqlreplica',
		'cloudsqlobservabilityadmin',
	],
	'azure-flexible-server': ['azuresu', 'azure_superuser', 'replication'],
	digitalocean: ['postgres', '_doadmin_managed', '_doadmin_monitor', '_dodb', '_aiven'],
	aiven: ['postgres', '_aiven'],
	neon: ['cloud_admin', 'zenith_admin'],
	supabase: [
		'supabase_admin',
		'supabase_replication_admin',
		'supabase_read_only_user',
		'supabase_etl_admin',
		'pgbouncer',
	],
};

/** The strongest roles that providers give to customers instead of superuser. */
export const vendorAdminRoles: readonly string[] = [
	'rds_superuser',
	'cloudsqlsuperuser',
	'azure_pg_admin',
	'neon_superuser',
	'doadmin',
	'avnadmin',
];

/** True for a role that the recognised provider runs itself; without a recognised provider there is none. */
export const isProviderRole = (name: string, {platform}: Provider): boolean =>
	platform !== undefined && (providerRoles[platform]?.includes(name) ?? false);

/** True for an object of the recognised provider's own, which nobody outside can change. */
export const ownedByProvider = (
	{provider}: Pick<PostgresFacts, 'provider'>,
	{owner}: {readonly owner: string},
): boolean => provider.seen && isProviderRole(owner, provider.value);

/** Memberships that give something: since PostgreSQL 16 one may be there in name only. */
export const inForce = (memberships: readonly Membership[]): readonly Membership[] =>
	memberships.filter(({usable}) => usable !== false);

/** True for a member of a group as access rules count it (`+group`): directly or not, whatever the membership gives. */
export const belongsTo = (
	memberships: readonly Membership[],
	user: string,
	group: string,
): boolean =>
	membershipPath(
		memberships.map(({member, role, admin}) => ({member, role, admin})),
		user,
		group,
	) !== undefined;

/**
 * The way from a role to another through memberships, for example `app -> staff -> admins`; undefined when there is
 * none. Membership counts with or without INHERIT, because a member may SET ROLE or grant itself the rest; one that allows
 * nothing of this is no way.
 */
export const membershipPath = (
	memberships: readonly Membership[],
	from: string,
	to: string,
): readonly string[] | undefined => {
	const up = new Map<string, string[]>();
	for (const {member, role} of inForce(memberships))
		up.set(member, [...(up.get(member) ?? []), role]);
	const before = new Map<string, string | undefined>([[from, undefined]]);
	const queue = [from];
	for (let name = queue.shift(); name !== undefined; name = queue.shift()) {
		if (name === to && name !== from) return wayTo(before, name);
		for (const next of up.get(name) ?? []) {
			if (before.has(next)) continue;
			before.set(next, name);
			queue.push(next);
		}
	}
	return undefined;
};

/** These roles and all who may become one of them through memberships. */
export const membersOf = (
	memberships: readonly Membership[],
	roles: readonly string[],
): readonly string[] => {
	const members = new Map<string, string[]>();
	for (const {member, role} of inForce(memberships))
		members.set(role, [...(members.get(role) ?? []), member]);
	const found = new Set(roles);
	// A set that grows while one goes through it gives the new ones too.
	for (const role of found) for (const member of members.get(role) ?? []) found.add(member);
	return [...found];
};

const wayTo = (before: ReadonlyMap<string, string | undefined>, to: string): readonly string[] => {
	const way: string[] = [];
	for (let name: string | undefined = to; name !== undefined; name = before.get(name))
		way.unshift(name);
	return way;
};

/** A way from a login role to a role that it may become, and that role. */
type Step = {readonly path: readonly string[]; readonly role: Role};

/**
 * The roles with a power that a login role has not itself but may take by SET ROLE, each with the shortest way to it. A role
 * that the recognised provider runs or hands out is left out: its powers are the provider's to give.
 */
export const reachable = (
	{
		roles,
		memberships,
	}: {readonly roles: readonly Role[]; readonly memberships: readonly Membership[]},
	from: string,
	provider: Provider,
	hasPower: (role: Role) => boolean,
): readonly Step[] =>
	roles.flatMap(role => {
		const ofProvider =
			isProviderRole(role.name, provider) ||
			(provider.platform !== undefined && vendorAdminRoles.includes(role.name));
		if (ofProvider || !hasPower(role)) return [];
		const path = membershipPath(memberships, from, role.name);
		return path === undefined ? [] : [{path, role}];
	});

/** Superuser, BYPASSRLS or CREATEROLE: attributes that make a role an administrator, as words; empty for none. */
export const adminAttributes = (role: Role): readonly string[] => [
	...(role.superuser ? ['SUPERUSER'] : []),
	...(role.createRole ? ['CREATEROLE'] : []),
	...(role.bypassRls ? ['BYPASSRLS'] : []),
	...(role.replication ? ['REPLICATION'] : []),
];

/**
 * True for whoever administers a managed server: the provider's own roles, the strongest role that it hands out, and members
 * of that. Nobody outside is superuser there, so that their objects are in the best hands that there are.
 */
export const administersManaged = (
	{provider, memberships}: Pick<PostgresFacts, 'provider' | 'memberships'>,
	name: string,
): boolean =>
	provider.seen &&
	provider.value.platform !== undefined &&
	(isProviderRole(name, provider.value) ||
		vendorAdminRoles.some(
			admin =>
				admin === name ||
				(memberships.seen && membershipPath(memberships.value.items, name, admin) !== undefined),
		));
