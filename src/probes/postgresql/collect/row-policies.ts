import type {z} from 'zod';
import {JoinedPolicies, Policy} from '../facts/exposure.js';
import type {Query} from './session.js';
import {bodyOf, notOfExtension} from './sql.js';

const condition = `concat_ws(' ', pg_get_expr(y.polqual, y.polrelid), pg_get_expr(y.polwithcheck, y.polrelid))`;
/** Functions of the application that a condition calls by itself; what these call in turn cannot be followed. */
const called = (major: number): string =>
	`(SELECT string_agg(${bodyOf('p', major)}, ' ') FROM pg_depend d JOIN pg_proc p ON p.oid = d.refobjid
		JOIN pg_language l ON l.oid = p.prolang WHERE d.classid = 'pg_policy'::regclass AND d.objid = y.oid
			AND d.refclassid = 'pg_proc'::regclass AND l.lanname NOT IN ('c', 'internal'))`;
const asked = (text: string): string =>
	`coalesce(substring(${text} FROM '(?i)\\mcurrent_setting\\s*\\(\\s*''([^'']+)''(?!\\s*(::\\s*text\\s*)?[|])'),
		CASE WHEN ${text} ~* '\\mcurrent_setting\\s*\\(' THEN 'a setting whose name is put together'
			WHEN ${text} ~* '\\m(pg_settings|pg_show_all_settings)\\M' THEN 'a setting that it reads from pg_settings' END)`;
const metadata = 'user_?meta_?data';

/**
 * Conditions stay on the server: what is read are the few traits that the judges need.
 * @param major bodies in standard SQL came with 14
 */
export const policiesQuery = (major: number): Query<Policy> => ({
	row: Policy,
	limit: 2_000,
	sql: `SELECT n.nspname || '.' || c.relname AS "table", y.polname::text AS policy,
		coalesce(e.text ~* '${metadata}' OR e.called ~* '${metadata}', false) AS "userMetadata",
		coalesce(${asked('e.text')}, ${asked('e.called')}) AS setting,
		e.text ~* '(^|\\()+(NULLIF\\()?current_setting\\([^)]*\\)(, ''''::text\\))? IS NULL\\)+ OR |current_setting\\([^)]*\\) = ''''::text\\)+ OR |COALESCE\\(\\(*current_setting.* true\\)+$|OR \\(+(NULLIF\\()?current_setting\\([^)]*\\)(, ''''::text\\))? (IS NULL|= ''''::text)\\)+'
			AS "openWhenUnset"
		FROM pg_policy y JOIN pg_class c ON c.oid = y.polrelid JOIN pg_namespace n ON n.oid = c.relnamespace
		CROSS JOIN LATERAL (SELECT ${condition} AS text, ${called(major)} AS called) e
		WHERE ${notOfExtension('pg_class', 'c.oid')} ORDER BY 3 DESC, 5 DESC, 4 IS NULL, 1, 2`,
});

const holds = (policy: string): string =>
	`EXISTS (SELECT FROM unnest(${policy}.polroles) o WHERE pg_has_role(r.oid, o, 'USAGE'))`;

/**
 * Two permissive policies of one table that hold for one command and one role: by name, for everybody, or because the role
 * inherits from both.
 */
export const joinedPoliciesQuery: Query<z.infer<typeof JoinedPolicies>> = {
	row: JoinedPolicies,
	sql: `SELECT DISTINCT ON (1) n.nspname || '.' || c.relname AS "table", a.polname::text AS first, b.polname::text AS second
		FROM pg_policy a JOIN pg_policy b ON b.polrelid = a.polrelid AND b.oid > a.oid AND a.polpermissive AND b.polpermissive
			AND (a.polcmd = b.polcmd OR a.polcmd = '*' OR b.polcmd = '*')
			AND (0 = ANY (a.polroles) OR 0 = ANY (b.polroles) OR a.polroles && b.polroles
				OR EXISTS (SELECT FROM pg_roles r WHERE NOT r.rolsuper AND ${holds('a')} AND ${holds('b')}))
		JOIN pg_class c ON c.oid = a.polrelid JOIN pg_namespace n ON n.oid = c.relnamespace
		WHERE ${notOfExtension('pg_class', 'c.oid')} ORDER BY 1, 2, 3`,
};
