import * as z from 'zod';
import {seen, type Observed} from '../../engine/check.js';
import type {Release} from '../../engine/mysql-releases.js';
import type {Listing} from '../../engine/verdicts.js';
import type {DynamicGrant, ProxyGrant, RoleGrant} from '../facts/accounts.js';
import {flag} from '../facts/values.js';
import {mapped, mostAccounts} from './accounts.js';
import type {Product, Query, Session} from './session.js';

const none = seen({items: [], complete: true});

const Edge = z.strictObject({
	user: z.string(),
	host: z.string(),
	role: z.string(),
	roleHost: z.string(),
	admin: flag,
});

/** Roles came with MySQL 8.0; MariaDB has long had them. */
export const readRoleGrants = async (
	session: Session,
	product: Product,
	release: Release | undefined,
): Promise<Observed<Listing<RoleGrant>>> => {
	if (product === 'mysql' && release !== undefined && release.major < 8) return none;
	const rows = await session.list({
		row: Edge,
		limit: mostAccounts,
		...(product === 'mariadb'
			? {
					grant: 'GRANT SELECT ON mysql.roles_mapping TO',
					sql: `SELECT User AS \`user\`, Host AS \`host\`, Role AS \`role\`, '' AS \`roleHost\`,
						Admin_option = 'Y' AS \`admin\` FROM mysql.roles_mapping ORDER BY User, Host, Role`,
				}
			: {
					grant: 'GRANT SELECT ON mysql.role_edges TO',
					sql: `SELECT TO_USER AS \`user\`, TO_HOST AS \`host\`, FROM_USER AS \`role\`, FROM_HOST AS \`roleHost\`,
						WITH_ADMIN_OPTION = 'Y' AS \`admin\` FROM mysql.role_edges ORDER BY TO_USER, TO_HOST, FROM_USER`,
				}),
	});
	return mapped(rows, ({user, host, role, roleHost, admin}) => ({
		member: {user, host},
		role: {user: role, host: roleHost},
		admin,
	}));
};

export const readDynamicGrants = (
	session: Session,
	product: Product,
	release: Release | undefined,
): Promise<Observed<Listing<DynamicGrant>>> =>
	product === 'mariadb' || (release !== undefined && release.major < 8)
		? Promise.resolve(none)
		: session.list({
				row: z.strictObject({user: z.string(), host: z.string(), privilege: z.string()}),
				limit: 10_000,
				grant: 'GRANT SELECT ON mysql.global_grants TO',
				sql: `SELECT USER AS \`user\`, HOST AS \`host\`, PRIV AS \`privilege\` FROM mysql.global_grants ORDER BY USER, HOST, PRIV`,
			});

export const proxyGrantsQuery: Query<ProxyGrant> = {
	row: z.strictObject({user: z.string(), host: z.string(), proxied: z.string(), withGrant: flag}),
	grant: 'GRANT SELECT ON mysql.proxies_priv TO',
	sql: `SELECT User AS \`user\`, Host AS \`host\`, CONCAT(Proxied_user, '@', Proxied_host) AS \`proxied\`,
		With_grant = 1 AS \`withGrant\` FROM mysql.proxies_priv ORDER BY User, Host`,
};
