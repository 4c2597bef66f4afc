import type {z} from 'zod';
import {IdentMap} from '../facts/operation.js';
import {place} from './configuration.js';
import type {Query} from './session.js';

/** Made-up names as a system, a directory, a realm and a certificate give them: who takes one of them takes strangers. */
const strangers = `(VALUES ('qzvxkwj'), ('QZV7-xk_w'), ('48213'), ('q.zv@xk.example'), ('CN=qzvx,OU=xk,O=qz')) w(n)`;
const pattern = 'substr(sys_name, 2)';
/** With \\1 in the role each name becomes itself, which is what the server does without a map. */
const itself = `(strpos(pg_username, chr(92) || '1') > 0 AND substring(w.n FROM ${pattern}) = w.n)`;

/**
 * The server tries the patterns by itself, with its own regular expressions and within the time limit.
 * @param major file names, and patterns, groups and `all` for the role, came with 16
 */
export const identMapsQuery = (major: number): Query<z.infer<typeof IdentMap>> => ({
	row: IdentMap,
	sql: `SELECT ${major >= 16 ? place("coalesce(file_name, 'pg_ident.conf')") : `'pg_ident.conf:'`} || line_number AS place,
		map_name AS map, sys_name AS system, pg_username AS role,
		CASE WHEN error IS NULL AND starts_with(sys_name, '/')
			THEN EXISTS (SELECT FROM ${strangers} WHERE w.n ~ ${pattern} AND NOT ${itself}) ELSE false END AS "takesStrangers",
		${
			major >= 16
				? `CASE WHEN error IS NULL AND starts_with(pg_username, '/') THEN EXISTS (SELECT FROM pg_roles r
			WHERE r.rolsuper AND r.rolname ~ substr(pg_username, 2)) ELSE false END`
				: 'false'
		} AS "patternOfSuperuser",
		error IS NOT NULL AS error FROM pg_ident_file_mappings`,
});
