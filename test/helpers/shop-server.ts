import {issueServer} from './certificates.js';
import {startPostgres, type PostgresOptions, type PostgresServer} from './postgres-server.js';

/** SQL of a shop that was set up with care: its users have what they need and no more. */
const roles = [
	"CREATE ROLE monitor LOGIN PASSWORD 'm-secret'",
	'GRANT pg_monitor TO monitor',
	"CREATE ROLE shop_app LOGIN PASSWORD 'x-secret'",
	"CREATE ROLE shop_bi LOGIN PASSWORD 'y-secret'",
	'REVOKE CONNECT, TEMPORARY ON DATABASE postgres FROM PUBLIC',
	'GRANT CONNECT ON DATABASE postgres TO monitor, shop_app, shop_bi',
	'GRANT SELECT ON pg_hba_file_rules TO monitor',
	'GRANT EXECUTE ON FUNCTION pg_hba_file_rules() TO monitor',
	'CREATE TABLE public.orders (id int PRIMARY KEY, tenant_id int)',
	'CREATE ROLE shop_owner NOLOGIN; ALTER TABLE public.orders OWNER TO shop_owner',
	'ALTER TABLE public.orders ENABLE ROW LEVEL SECURITY',
	'ALTER TABLE public.orders FORCE ROW LEVEL SECURITY',
	'CREATE POLICY own ON public.orders USING (tenant_id = current_setting($$app.tenant$$)::int)',
	'GRANT SELECT, INSERT, UPDATE, DELETE ON public.orders TO shop_app',
	'GRANT SELECT ON public.orders TO shop_bi',
];
export const identities = [
	{role: 'application', user: 'shop_app', database: 'postgres'},
	{role: 'reporting', user: 'shop_bi', database: 'postgres'},
] as const;
/** The scanner, which may monitor and read the rules. */
export const login = {user: 'monitor', password: 'm-secret'} as const;

export type ShopServer = PostgresServer & {
	/** PEM text of the CA that signed its certificate. */ readonly ca: string;
};

/** A real PostgreSQL with the shop in it, over TLS. */
export const startShop = async (
	options: Omit<PostgresOptions, 'tls' | 'sql'> = {},
): Promise<ShopServer> => {
	const {ca, server} = await issueServer();
	return {...(await startPostgres({...options, sql: roles, tls: server})), ca: ca.cert};
};
