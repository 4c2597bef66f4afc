import type {z} from 'zod';
import {Sequence} from '../facts/operation.js';
import type {Query} from './session.js';
import {ownSchema} from './sql.js';

/** The columns that take their numbers from a sequence: its owner, and those that have it in their default. */
const columns = `SELECT d.objid AS seq, d.refobjid AS rel, d.refobjsubid AS num FROM pg_depend d
		WHERE d.classid = 'pg_class'::regclass AND d.refclassid = 'pg_class'::regclass AND d.deptype IN ('a', 'i') AND d.refobjsubid > 0
	UNION SELECT d.refobjid, f.adrelid, f.adnum FROM pg_depend d JOIN pg_attrdef f ON f.oid = d.objid
		WHERE d.classid = 'pg_attrdef'::regclass AND d.refclassid = 'pg_class'::regclass`;
/** A domain is as wide as the type below it. */
const width = (small: string, wide: string, own: string): string =>
	`CASE coalesce(nullif(y.typbasetype, 0), y.oid) WHEN 'int2'::regtype THEN ${small} WHEN 'int4'::regtype THEN ${wide} ELSE ${own} END`;

/**
 * How far each sequence is, measured by the narrowest column that it feeds. The last value is shown to whoever may read the
 * sequence; before the first one it stands at its start.
 */
export const sequencesQuery: Query<z.infer<typeof Sequence>> = {
	row: Sequence,
	sql: `SELECT name, "column", used FROM (SELECT DISTINCT ON (oid) oid, name, "column",
			CASE WHEN last IS NULL THEN NULL WHEN up AND top > 0 THEN last / top WHEN NOT up AND bottom < 0 THEN last / bottom
				WHEN up THEN (last - bottom) / greatest(top - bottom, 1) ELSE (top - last) / greatest(top - bottom, 1) END AS used
		FROM (SELECT c.oid, n.nspname || '.' || c.relname AS name, r.relname || '.' || t.attname AS "column",
			s.seqincrement > 0 AS up, CASE WHEN has_sequence_privilege(c.oid, 'SELECT, USAGE')
				THEN coalesce(pg_sequence_last_value(c.oid), s.seqstart) END::float8 AS last,
			least(s.seqmax, ${width('32767', '2147483647', 's.seqmax')})::float8 AS top,
			greatest(s.seqmin, ${width('-32768', '-2147483648', 's.seqmin')})::float8 AS bottom
			FROM pg_sequence s JOIN pg_class c ON c.oid = s.seqrelid JOIN pg_namespace n ON n.oid = c.relnamespace
			LEFT JOIN (${columns}) u ON u.seq = c.oid LEFT JOIN pg_class r ON r.oid = u.rel
			LEFT JOIN pg_attribute t ON t.attrelid = u.rel AND t.attnum = u.num LEFT JOIN pg_type y ON y.oid = t.atttypid
			WHERE c.relpersistence <> 't' AND NOT s.seqcycle AND ${ownSchema('n')}) x
		ORDER BY oid, used DESC NULLS FIRST) q
		WHERE used IS NULL OR used > 0.5 ORDER BY used DESC NULLS LAST, name`,
};
