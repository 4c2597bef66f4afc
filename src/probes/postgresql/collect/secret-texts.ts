import type * as z from 'zod';
import {SecretText} from '../facts/code.js';
import {signature} from './code.js';
import type {Query} from './session.js';
import {dsnPassword, hides} from './secrets.js';
import {bodyOf, notOfExtension, ownSchema} from './sql.js';

const relation = (oid: string): string =>
	`(SELECT n.nspname || '.' || c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.oid = ${oid})`;
/**
 * Texts that the server keeps, by their kind: where each stands, and what it says.
 * @param major bodies in standard SQL came with 14
 */
const texts = (major: number): Readonly<Record<string, string>> => ({
	function: `SELECT ${signature('p')} AS object,
			concat_ws(' ', ${bodyOf('p', major)}, pg_get_function_arguments(p.oid), p.proconfig::text) AS body
		FROM pg_proc p JOIN pg_language l ON l.oid = p.prolang AND l.lanname NOT IN ('c', 'internal')
		WHERE p.oid >= 16384 AND ${notOfExtension('pg_proc', 'p.oid')}`,
	view: `SELECT n.nspname || '.' || c.relname, pg_get_viewdef(c.oid) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
		WHERE c.relkind IN ('v', 'm') AND c.oid >= 16384 AND ${ownSchema('n')} AND ${notOfExtension('pg_class', 'c.oid')}`,
	comment: `SELECT coalesce(CASE WHEN d.classoid = 'pg_class'::regclass THEN ${relation('d.objoid')} END,
			(SELECT 'pg_namespace ' || n.nspname FROM pg_namespace n WHERE d.classoid = 'pg_namespace'::regclass AND n.oid = d.objoid),
			d.classoid::regclass::text || ' ' || d.objoid), d.description
		FROM pg_description d WHERE d.objoid >= 16384 OR d.classoid = 'pg_namespace'::regclass
		UNION ALL SELECT s.classoid::regclass::text || ' ' || coalesce(r.rolname::text, b.datname::text, s.objoid::text), s.description
		FROM pg_shdescription s LEFT JOIN pg_roles r ON r.oid = s.objoid AND s.classoid = 'pg_authid'::regclass
		LEFT JOIN pg_database b ON b.oid = s.objoid AND s.classoid = 'pg_database'::regclass`,
	trigger: `SELECT ${relation('t.tgrelid')} || ' ' || t.tgname, encode(t.tgargs, 'escape') || ' ' || pg_get_triggerdef(t.oid)
		FROM pg_trigger t WHERE NOT t.tgisinternal`,
	default: `SELECT ${relation('a.adrelid')} || '.' || t.attname, t.attname || ' = ' || pg_get_expr(a.adbin, a.adrelid)
		FROM pg_attrdef a JOIN pg_attribute t ON t.attrelid = a.adrelid AND t.attnum = a.adnum`,
	rule: `SELECT ${relation('r.ev_class')} || ' ' || r.rulename, pg_get_ruledef(r.oid)
		FROM pg_rewrite r WHERE r.rulename <> '_RETURN' AND r.oid >= 16384`,
	constraint: `SELECT coalesce(${relation('k.conrelid')},
			(SELECT n.nspname || '.' || t.typname FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace
				WHERE t.oid = k.contypid)) || ' ' || k.conname, pg_get_constraintdef(k.oid)
		FROM pg_constraint k WHERE k.contype IN ('c', 'x') AND k.oid >= 16384`,
	policy: `SELECT ${relation('p.polrelid')} || ' ' || p.polname,
			concat_ws(' ', pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid)) FROM pg_policy p`,
	index: `SELECT ${relation('i.indexrelid')}, pg_get_indexdef(i.indexrelid)
		FROM pg_index i WHERE i.indexrelid >= 16384 AND (i.indexprs IS NOT NULL OR i.indpred IS NOT NULL)`,
});

/**
 * The server looks through its own texts and tells where something has the shape of a secret. The patterns stand there once, behind
 * all texts (OFFSET 0 keeps them there): the planner tries each of them on what it knows of a column, for every place where they stand.
 */
export const secretTextsQuery = (major: number): Query<z.infer<typeof SecretText>> => ({
	row: SecretText,
	sql: `SELECT kind, object, kind IN ('function', 'view') AND body ~* 'dblink' AND body ~* '${dsnPassword}' AS dblink FROM (
		${Object.entries(texts(major))
			.map(([kind, source]) => `SELECT '${kind}' AS kind, t.* FROM (${source}) t (object, body)`)
			.join('\n\t\tUNION ALL ')} OFFSET 0) s
		WHERE ${hides('body')} ORDER BY 3 DESC, 1, 2`,
});
