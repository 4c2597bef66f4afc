import * as z from 'zod';
import type {Platform} from '../../domain/platform.js';
import type {GrantRequest} from './grant-request.js';

/** A name as SQL takes it whatever is in it. */
export const sqlName = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** The role that may hand out pg_monitor, by platform. */
const administrator: Readonly<Record<Platform, string>> = {
	'aws-rds': 'the master user, a member of rds_superuser',
	'aws-aurora': 'the master user, a member of rds_superuser',
	'google-cloud-sql': 'postgres or another member of cloudsqlsuperuser',
	'azure-flexible-server': 'the administrator, a member of azure_pg_admin',
	digitalocean: 'doadmin',
	aiven: 'avnadmin',
	heroku: 'the default credential',
	supabase: 'postgres',
	neon: 'a member of neon_superuser',
	'cloudnative-pg': 'a superuser (enableSuperuserAccess, or psql inside the pod)',
	'self-managed': 'a superuser',
};

const notes: Partial<Record<Platform, readonly string[]>> = {
	'google-cloud-sql': [
		'Make the role with this script and not in the console or with gcloud: those put it into cloudsqlsuperuser.',
	],
	heroku: [
		'Heroku lets no role be made by SQL. Make a read-only credential instead: heroku pg:credentials:create --name dbvet,',
		'and probe with it. What needs pg_monitor stays unknown there.',
	],
};

/** What only an own server can show, as views with their functions. */
const files: readonly (readonly [view: string, functionName: string])[] = [
	['pg_hba_file_rules', 'pg_hba_file_rules()'],
	['pg_file_settings', 'pg_show_all_file_settings()'],
];
/** From PostgreSQL 15 on. */
const userMaps = 'pg_ident_file_mappings';

/** Runs statements where the server has user maps to show; a name must not end the block. */
const whereUserMaps = (role: string, statements: readonly string[]): string => {
	let tag = 'dbvet';
	while (role.includes(`$${tag}$`)) tag += '_';
	return `DO $${tag}$ BEGIN IF to_regclass('pg_catalog.${userMaps}') IS NOT NULL THEN ${statements.map(one => `${one};`).join(' ')} END IF; END $${tag}$;`;
};

const onFiles = (verb: 'GRANT' | 'REVOKE', role: string): readonly string[] => {
	const direction = verb === 'GRANT' ? 'TO' : 'FROM';
	const pair = (view: string, functionName: string): readonly string[] => [
		`${verb} SELECT ON pg_catalog.${view} ${direction} ${role}`,
		`${verb} EXECUTE ON FUNCTION pg_catalog.${functionName} ${direction} ${role}`,
	];
	return [
		...files.flatMap(([view, functionName]) => pair(view, functionName)).map(one => `${one};`),
		whereUserMaps(role, pair(userMaps, `${userMaps}()`)),
	];
};

/** Rights that only an own server can give, and what each shows. */
const ownServer = (role: string): readonly string[] => [
	comment(
		'The rules of access (pg_hba.conf), the lines of the configuration and the user maps, without which dbvet sees only',
	),
	comment(
		'how it was let in itself. Run these in each of the databases: rights on the catalogue belong to one database.',
	),
	...onFiles('GRANT', role),
];

/** An address as pg_hba.conf takes it. */
const addressRange = (from = 'ADDRESS/32'): string => {
	if (z.ipv4().safeParse(from).success) return `${from}/32`;
	return z.ipv6().safeParse(from).success ? `${from}/128` : from;
};

const comment = (text: string): string => `-- ${text}`;

/** The SQL that makes the scanner's role with the least rights that show everything; one statement a line. */
export const postgresGrants = ({platform, user, databases, from}: GrantRequest): string => {
	const role = sqlName(user);
	const special = notes[platform] ?? [];
	const head = [
		comment(
			'Makes the login role that dbvet looks with. It reads settings, catalogues and statistics, and no rows of your tables.',
		),
		comment(`Run it once on the server, as ${administrator[platform]}.`),
		...special.map(comment),
	];
	if (platform === 'heroku') return [...head, ''].join('\n');
	const own = platform === 'self-managed' || platform === 'cloudnative-pg';
	return [
		...head,
		`CREATE ROLE ${role} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS CONNECTION LIMIT 8;`,
		`GRANT pg_monitor TO ${role};`,
		...databases.map(name => `GRANT CONNECT ON DATABASE ${sqlName(name)} TO ${role};`),
		`ALTER ROLE ${role} SET default_transaction_read_only = on;`,
		...(own ? ownServer(role) : []),
		'',
		comment(
			'Then give it a password of 32 random characters, so that it stays out of files and logs, with psql:',
		),
		comment(`  \\password ${role}`),
		...(own
			? [
					comment(
						'And let it in over TLS only, from the address that dbvet runs on, in pg_hba.conf above wider rules:',
					),
					...databases.map(name =>
						comment(`  hostssl ${sqlName(name)} ${role} ${addressRange(from)} scram-sha-256`),
					),
				]
			: []),
		'',
	].join('\n');
};

/** The SQL that takes the scanner's role away again. */
export const postgresRevocation = ({platform, user, databases}: GrantRequest): string => {
	const role = sqlName(user);
	const head = [
		comment(
			'Takes away the login role that dbvet looked with. Nothing else is touched: it owns nothing.',
		),
		comment(`Run it once on the server, as ${administrator[platform]}.`),
	];
	if (platform === 'heroku')
		return [...head, comment('heroku pg:credentials:destroy --name dbvet'), ''].join('\n');
	const own = platform === 'self-managed' || platform === 'cloudnative-pg';
	return [
		...head,
		...(own ? onFiles('REVOKE', role) : []),
		...databases.map(name => `REVOKE ALL ON DATABASE ${sqlName(name)} FROM ${role};`),
		`REVOKE pg_monitor FROM ${role};`,
		`DROP ROLE ${role};`,
		'',
	].join('\n');
};
