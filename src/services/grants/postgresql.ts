import * as z from 'zod';
import type {Platform} from '../../domain/platform.js';
import type {GrantRequest} from './grant-request.js';
import {block, indented, sqlName, sqlText} from './sql.js';

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

/** Grants or revokes what only an own server can show: rights on the catalogue, which belong to one database. */
const onFiles = (verb: 'GRANT' | 'REVOKE', role: string): readonly string[] => {
	const direction = verb === 'GRANT' ? 'TO' : 'FROM';
	const pair = (view: string, functionName: string): readonly string[] => [
		`${verb} SELECT ON pg_catalog.${view} ${direction} ${role};`,
		`${verb} EXECUTE ON FUNCTION pg_catalog.${functionName} ${direction} ${role};`,
	];
	return [
		...files.flatMap(([view, functionName]) => pair(view, functionName)),
		`IF to_regclass('pg_catalog.${userMaps}') IS NOT NULL THEN`,
		...indented(pair(userMaps, `${userMaps}()`)),
		'END IF;',
	];
};

/** An address as pg_hba.conf takes it. */
const addressRange = (from = 'ADDRESS/32'): string => {
	if (z.ipv4().safeParse(from).success) return `${from}/32`;
	return z.ipv6().safeParse(from).success ? `${from}/128` : from;
};

const comment = (text: string): string => `-- ${text}`;

/** The comment on the role by which the scripts know what they made. */
const mark = 'scanner of dbvet';
const exists = (user: string): string =>
	`EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = ${sqlText(user)})`;
const isForeign = (user: string): string =>
	`NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = ${sqlText(user)} AND pg_catalog.shobj_description(oid, 'pg_authid') = '${mark}')`;

const refuse = (what: string, hint: string): readonly string[] => [
	`RAISE EXCEPTION USING MESSAGE = ${sqlText(what)},`,
	...indented([`HINT = ${sqlText(hint)};`]),
];

const isOwn = (platform: Platform): boolean =>
	platform === 'self-managed' || platform === 'cloudnative-pg';

/** Where a script is to be run. */
const where = (platform: Platform, databases: readonly string[]): readonly string[] => {
	const names = databases.map(sqlName).join(', ');
	const places = databases.length > 1 ? `once in each of ${names}` : `connected to ${names}`;
	const own = isOwn(platform);
	return [
		comment(`Run it as ${administrator[platform]}${own ? `, ${places}` : ', once'}.`),
		...(own ? [comment('Rights on the catalogue belong to one database.')] : []),
		comment('It is one block, of which all happens or nothing.'),
	];
};

/**
 * The SQL that makes the scanner's role with the least rights that show everything. A role of that name that this script did
 * not make stays as it is, whatever the client does after an error.
 */
export const postgresGrants = ({platform, user, databases, from}: GrantRequest): string => {
	const role = sqlName(user);
	const head = [
		comment(
			'Makes the login role that dbvet looks with. It reads settings, catalogues and statistics, and no rows of your tables.',
		),
	];
	const special = (notes[platform] ?? []).map(comment);
	if (platform === 'heroku') return [...head, ...special, ''].join('\n');
	const own = isOwn(platform);
	return [
		...head,
		...where(platform, databases),
		...special,
		...block(
			[user, ...databases],
			[
				`IF NOT ${exists(user)} THEN`,
				...indented([
					`CREATE ROLE ${role} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS CONNECTION LIMIT 8;`,
					`COMMENT ON ROLE ${role} IS '${mark}';`,
				]),
				`ELSIF ${isForeign(user)} THEN`,
				...indented(
					refuse(
						`The role ${role} exists already, and this script did not make it. Nothing was changed.`,
						'Take another name with --user, for example --user dbvet_scanner',
					),
				),
				'END IF;',
				`GRANT pg_monitor TO ${role};`,
				...databases.map(name => `GRANT CONNECT ON DATABASE ${sqlName(name)} TO ${role};`),
				`ALTER ROLE ${role} SET default_transaction_read_only = on;`,
				...(own
					? [
							comment('The rules of access (pg_hba.conf), the lines of the configuration and the'),
							comment('user maps, without which dbvet sees only how it was let in itself:'),
							...onFiles('GRANT', role),
						]
					: []),
			],
		),
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

/** The SQL that takes the scanner's role away again, and no role that the other script did not make. */
export const postgresRevocation = ({platform, user, databases}: GrantRequest): string => {
	const role = sqlName(user);
	const head = [
		comment('Takes away the login role that dbvet looked with, if the script of dbvet made it.'),
	];
	if (platform === 'heroku')
		return [...head, comment('heroku pg:credentials:destroy --name dbvet'), ''].join('\n');
	return [
		...head,
		...where(platform, databases),
		...block(
			[user, ...databases],
			[
				`IF NOT ${exists(user)} THEN`,
				...indented([
					`RAISE NOTICE USING MESSAGE = ${sqlText(`There is no role ${role} (any more).`)};`,
					'RETURN;',
				]),
				`ELSIF ${isForeign(user)} THEN`,
				...indented(
					refuse(
						`The role ${role} was not made by the script of dbvet. Nothing was changed.`,
						`If nothing but dbvet logs in with it, say so first: COMMENT ON ROLE ${role} IS '${mark}';`,
					),
				),
				'END IF;',
				...(isOwn(platform) ? onFiles('REVOKE', role) : []),
				...databases.map(name => `REVOKE ALL ON DATABASE ${sqlName(name)} FROM ${role};`),
				`REVOKE pg_monitor FROM ${role};`,
				'BEGIN',
				...indented([`DROP ROLE ${role};`]),
				'EXCEPTION WHEN dependent_objects_still_exist THEN',
				...indented([
					`RAISE WARNING USING MESSAGE = ${sqlText(`The role ${role} has rights in another database still: run this connected to that one too.`)};`,
				]),
				'END;',
			],
		),
		'',
	].join('\n');
};
