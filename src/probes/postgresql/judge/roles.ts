import type {Membership, Role} from '../facts/roles.js';
import type {Provider} from '../facts/server.js';

/** Roles that a provider keeps for itself: nobody outside can change them, so that they are no finding. */
const providerRoles: ReadonlySet<string> = new Set([
	'rdsadmin',
	'rdsrepladmin',
	'rdstopmgr',
	'rds_replication',
	'cloudsqladmin',
	'cloudsqlagent',
	'cloudsqlimportexport',
	'cloudsqlreplica',
	'cloudsqlobservabilityadmin',
	'azuresu',
	'azure_superuser',
	'replication',
	'azure_pg_replication',
	'_doadmin_managed',
	'_doadmin_monitor',
	'_dodb',
	'_aiven',
	'cloud_admin',
	'zenith_admin',
	'supabase_admin',
	'supabase_replication_admin',
	'supabase_read_only_user',
	'supabase_etl_admin',
	'pgbouncer',
	'streaming_replica',
	'cnpg_pooler_pgbouncer',
]);

/** The strongest roles that providers give to customers instead of superuser. */
export const vendorAdminRoles: readonly string[] = [
	'rds_superuser',
	'cloudsqlsuperuser',
	'azure_pg_admin',
	'neon_superuser',
	'doadmin',
	'avnadmin',
];

/** On these services `postgres` belongs to the provider. */
const providerOwnsPostgres: ReadonlySet<string> = new Set(['digitalocean', 'aiven']);

/** True for a role that the recognised provider runs itself; on a self-managed server there is none. */
export const isProviderRole = (name: string, provider: Provider): boolean =>
	provider.platform !== undefined &&
	provider.platform !== 'self-managed' &&
	(providerRoles.has(name) || (name === 'postgres' && providerOwnsPostgres.has(provider.platform)));

/**
 * The way from a role to another through memberships, for example `app -> staff -> admins`; undefined when there is
 * none. Membership counts with or without INHERIT, because a member may SET ROLE or grant itself the rest.
 */
export const membershipPath = (
	memberships: readonly Membership[],
	from: string,
	to: string,
): readonly string[] | undefined => {
	const up = new Map<string, string[]>();
	for (const {member, role} of memberships) up.set(member, [...(up.get(member) ?? []), role]);
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

const wayTo = (before: ReadonlyMap<string, string | undefined>, to: string): readonly string[] => {
	const way: string[] = [];
	for (let name: string | undefined = to; name !== undefined; name = before.get(name))
		way.unshift(name);
	return way;
};

/** Superuser, BYPASSRLS or CREATEROLE: attributes that make a role an administrator, as words; empty for none. */
export const adminAttributes = (role: Role): readonly string[] => [
	...(role.superuser ? ['SUPERUSER'] : []),
	...(role.createRole ? ['CREATEROLE'] : []),
	...(role.bypassRls ? ['BYPASSRLS'] : []),
	...(role.replication ? ['REPLICATION'] : []),
];
