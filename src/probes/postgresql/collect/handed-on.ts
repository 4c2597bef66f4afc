import type {z} from 'zod';
import {HandedOn} from '../facts/exposure.js';
import type {Query} from './session.js';

const held = (object: string, from: string, acl: string, owner: string): string =>
	`SELECT ${object} AS object, ${acl} AS acl, ${owner} AS owner FROM ${from} WHERE ${acl} IS NOT NULL`;

const inSchema = (of: string): string => `JOIN pg_namespace n ON n.oid = ${of}`;
const newObjects = `'new ' || CASE d.defaclobjtype WHEN 'r' THEN 'tables' WHEN 'S' THEN 'sequences' WHEN 'f' THEN 'functions'
	WHEN 'T' THEN 'types' WHEN 'n' THEN 'schemas' ELSE 'large objects' END || ' of ' || o.rolname`;

/** Every list of rights, with the one who owns what it is about. */
const lists = (major: number): readonly string[] => [
	held(
		`n.nspname || '.' || c.relname`,
		`pg_class c ${inSchema('c.relnamespace')}`,
		'c.relacl',
		'c.relowner',
	),
	held(
		`n.nspname || '.' || c.relname || '.' || t.attname`,
		`pg_attribute t JOIN pg_class c ON c.oid = t.attrelid ${inSchema('c.relnamespace')}`,
		't.attacl',
		'c.relowner',
	),
	held(`'schema ' || n.nspname`, 'pg_namespace n', 'n.nspacl', 'n.nspowner'),
	held(`'database ' || d.datname`, 'pg_database d', 'd.datacl', 'd.datdba'),
	held(
		`'function ' || n.nspname || '.' || p.proname`,
		`pg_proc p ${inSchema('p.pronamespace')}`,
		'p.proacl',
		'p.proowner',
	),
	held(
		`'type ' || n.nspname || '.' || y.typname`,
		`pg_type y ${inSchema('y.typnamespace')}`,
		'y.typacl',
		'y.typowner',
	),
	held(`'language ' || l.lanname`, 'pg_language l', 'l.lanacl', 'l.lanowner'),
	held(`'foreign server ' || s.srvname`, 'pg_foreign_server s', 's.srvacl', 's.srvowner'),
	held(
		`'foreign-data wrapper ' || w.fdwname`,
		'pg_foreign_data_wrapper w',
		'w.fdwacl',
		'w.fdwowner',
	),
	held(`'tablespace ' || s.spcname`, 'pg_tablespace s', 's.spcacl', 's.spcowner'),
	held(`'large object ' || m.oid`, 'pg_largeobject_metadata m', 'm.lomacl', 'm.lomowner'),
	held(
		newObjects,
		'pg_default_acl d JOIN pg_roles o ON o.oid = d.defaclrole',
		'd.defaclacl',
		'd.defaclrole',
	),
	...(major >= 15 ? [held(`'setting ' || p.parname`, 'pg_parameter_acl p', 'p.paracl', '10')] : []),
];

/**
 * Rights WITH GRANT OPTION of others than the owner, on every kind of object that has an owner, and on what will be created.
 * @param major settings have rights since 15; they belong to the first superuser
 */
export const handedOnQuery = (major: number): Query<z.infer<typeof HandedOn>> => ({
	row: HandedOn,
	sql: `SELECT x.object, g.rolname::text AS grantee,
		array_agg(DISTINCT a.privilege_type ORDER BY a.privilege_type) AS privileges
		FROM (${lists(major).join(' UNION ALL ')}) x CROSS JOIN aclexplode(x.acl) a JOIN pg_roles g ON g.oid = a.grantee
		WHERE a.is_grantable AND a.grantee <> x.owner AND NOT g.rolsuper AND g.rolname !~ '^pg_' GROUP BY 1, 2`,
});
