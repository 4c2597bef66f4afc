import type * as z from 'zod';
import {SecretText} from '../facts/code.js';
import {signature} from './code.js';
import type {Query} from './session.js';
import {dsnPassword, hides} from './secrets.js';
import {bodyOf, notOfExtension, ownSchema} from './sql.js';

const relation = (oid: string): string =>
	`(SELECT n.nspname || '.' || c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.oid = ${oid})`;
/** Expressions that the server keeps, by their kind: where each stands, and its text. */
const expressions: Readonly<Record<string, string>> = {
	rule: `SELECT ${relation('r.ev_class')} || ' ' || r.rulename AS name, pg_get_ruledef(r.oid) AS body
		FROM pg_rewrite r WHERE r.rulename <> '_RETURN' AND r.oid >= 16384`,
	constraint: `SELECT coalesce(${relation('k.conrelid')},
			(SELECT n.nspname || '.' || t.typname FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace
				WHERE t.oid = k.contypid)) || ' ' || k.conname AS name, pg_get_constraintdef(k.oid) AS body
		FROM pg_constraint k WHERE k.contype IN ('c', 'x') AND k.oid >= 16384`,
	policy: `SELECT ${relation('p.polrelid')} || ' ' || p.polname AS name,
			concat_ws(' ', pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid)) AS body FROM pg_policy p`,
	index: `SELECT ${relation('i.indexrelid')} AS name, pg_get_indexdef(i.indexrelid) AS body
		FROM pg_index i WHERE i.indexrelid >= 16384 AND (i.indexprs IS NOT NULL OR i.indpred IS NOT NULL)`,
};

/**
 * The server looks through its own texts and tells where something has the shape of a secret.
 * @param major bodies in standard SQL came with 14
 */
export const secretTextsQuery = (major: number): Query<z.infer<typeof SecretText>> => ({
	row: SecretText,
	sql: `SELECT 'function' AS kind, ${signature('p')} AS object,
			body ~* 'dblink' AND body ~* '${dsnPassword}' AS dblink
			FROM (SELECT p.*, concat_ws(' ', ${bodyOf('p', major)}, pg_get_function_arguments(p.oid), p.proconfig::text) AS body
				FROM pg_proc p JOIN pg_language l ON l.oid = p.prolang AND l.lanname NOT IN ('c', 'internal')
				WHERE p.oid >= 16384 AND ${notOfExtension('pg_proc', 'p.oid')}) p
			WHERE ${hides('body')}
		UNION ALL SELECT 'view', v.name, v.body ~* 'dblink' AND v.body ~* '${dsnPassword}'
			FROM (SELECT n.nspname || '.' || c.relname AS name, pg_get_viewdef(c.oid) AS body
				FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
				WHERE c.relkind IN ('v', 'm') AND c.oid >= 16384 AND ${ownSchema('n')}
					AND ${notOfExtension('pg_class', 'c.oid')} OFFSET 0) v WHERE ${hides('v.body')}
		UNION ALL SELECT 'comment', coalesce(CASE WHEN d.classoid = 'pg_class'::regclass THEN ${relation('d.objoid')} END,
			(SELECT 'pg_namespace ' || n.nspname FROM pg_namespace n WHERE d.classoid = 'pg_namespace'::regclass AND n.oid = d.objoid),
			d.classoid::regclass::text || ' ' || d.objoid), false
			FROM pg_description d WHERE (d.objoid >= 16384 OR d.classoid = 'pg_namespace'::regclass) AND ${hides('d.description')}
		UNION ALL SELECT 'comment', s.classoid::regclass::text || ' ' || coalesce(r.rolname::text, b.datname::text, s.objoid::text), false
			FROM pg_shdescription s LEFT JOIN pg_roles r ON r.oid = s.objoid AND s.classoid = 'pg_authid'::regclass
			LEFT JOIN pg_database b ON b.oid = s.objoid AND s.classoid = 'pg_database'::regclass WHERE ${hides('s.description')}
		UNION ALL SELECT 'trigger', ${relation('t.tgrelid')} || ' ' || t.tgname, false FROM pg_trigger t
			WHERE NOT t.tgisinternal AND ${hides(`(encode(t.tgargs, 'escape') || ' ' || pg_get_triggerdef(t.oid))`)}
		UNION ALL SELECT 'default', ${relation('d.adrelid')} || '.' || d.attname, false
			FROM (SELECT a.adrelid, t.attname, t.attname || ' = ' || pg_get_expr(a.adbin, a.adrelid) AS body FROM pg_attrdef a
				JOIN pg_attribute t ON t.attrelid = a.adrelid AND t.attnum = a.adnum OFFSET 0) d WHERE ${hides('d.body')}
		${Object.entries(expressions)
			.map(
				([kind, source]) =>
					`UNION ALL SELECT '${kind}', e.name, false FROM (${source} OFFSET 0) e WHERE ${hides('e.body')}`,
			)
			.join(' ')}
		ORDER BY 3 DESC, 1, 2`,
});
