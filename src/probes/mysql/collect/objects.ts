import {seen, type Observed} from '../../engine/check.js';
import type {Listing} from '../../engine/verdicts.js';
import {Program, Schema, Udf} from '../facts/objects.js';
import type {Product, Query, Session} from './session.js';
import {secretShape} from './sql.js';

const mostPrograms = 5_000;
/** The product's own programs lie in its own schemas under its own names: whatever else lies there was put there. */
const notOfProduct = (schema: string, definer: string): string =>
	`NOT (${schema} IN ('sys', 'mysql', 'performance_schema', 'information_schema')
			AND ${definer} IN ('mariadb.sys@localhost', 'mysql.sys@localhost', 'mysql.session@localhost', 'mysql.infoschema@localhost'))`;
const looksSecret = (text: string): string => `(${text} REGEXP '${secretShape}')`;

/** Rows of which some may be hidden from an account with too few rights: complete only with the rights that show all. */
const unlessHidden = async <T>(
	rows: Promise<Observed<Listing<T>>>,
	all: boolean,
): Promise<Observed<Listing<T>>> => {
	const found = await rows;
	if (!found.seen) return found;
	return seen({items: found.value.items, complete: found.value.complete && all});
};

/** MariaDB keeps routines and events in tables that one may be allowed to read; MySQL 8 shows what one may use. */
const routines: Readonly<Record<Product, Query<Program>>> = {
	mariadb: {
		row: Program,
		limit: mostPrograms,
		grant: 'GRANT SELECT ON mysql.proc TO',
		sql: `SELECT 'routine' AS \`kind\`, CONVERT(db USING utf8mb4) AS \`schema\`, CONVERT(name USING utf8mb4) AS \`name\`,
			CONVERT(definer USING utf8mb4) AS \`definer\`, security_type = 'DEFINER' AS \`asDefiner\`,
			${looksSecret('CONVERT(IFNULL(body_utf8, `body`) USING utf8mb4)')} AS \`secretLike\`, 1 AS \`enabled\`
			FROM mysql.proc WHERE ${notOfProduct('db', 'definer')} ORDER BY secretLike DESC, asDefiner DESC, db, name`,
	},
	mysql: {
		row: Program,
		limit: mostPrograms,
		sql: `SELECT 'routine' AS \`kind\`, ROUTINE_SCHEMA AS \`schema\`, ROUTINE_NAME AS \`name\`, DEFINER AS \`definer\`,
			SECURITY_TYPE = 'DEFINER' AS \`asDefiner\`, ${looksSecret('ROUTINE_DEFINITION')} AS \`secretLike\`, 1 AS \`enabled\`
			FROM information_schema.ROUTINES WHERE ${notOfProduct('ROUTINE_SCHEMA', 'DEFINER')}
			ORDER BY secretLike DESC, asDefiner DESC, ROUTINE_SCHEMA, ROUTINE_NAME`,
	},
};

/** The text of a view is only shown to who may read its rows, which a scanner should not: it is not asked for. */
const views: Query<Program> = {
	row: Program,
	limit: mostPrograms,
	sql: `SELECT 'view' AS \`kind\`, TABLE_SCHEMA AS \`schema\`, TABLE_NAME AS \`name\`, DEFINER AS \`definer\`,
		SECURITY_TYPE = 'DEFINER' AS \`asDefiner\`, NULL AS \`secretLike\`, 1 AS \`enabled\`
		FROM information_schema.VIEWS WHERE ${notOfProduct('TABLE_SCHEMA', 'DEFINER')}
		ORDER BY asDefiner DESC, TABLE_SCHEMA, TABLE_NAME`,
};

const events: Readonly<Record<Product, Query<Program>>> = {
	mariadb: {
		row: Program,
		limit: mostPrograms,
		grant: 'GRANT SELECT ON mysql.event TO',
		sql: `SELECT 'event' AS \`kind\`, CONVERT(db USING utf8mb4) AS \`schema\`, CONVERT(name USING utf8mb4) AS \`name\`,
			CONVERT(definer USING utf8mb4) AS \`definer\`, 1 AS \`asDefiner\`,
			${looksSecret('CONVERT(IFNULL(body_utf8, `body`) USING utf8mb4)')} AS \`secretLike\`, status = 'ENABLED' AS \`enabled\`
			FROM mysql.event WHERE ${notOfProduct('db', 'definer')} ORDER BY secretLike DESC, db, name`,
	},
	mysql: {
		row: Program,
		limit: mostPrograms,
		sql: `SELECT 'event' AS \`kind\`, EVENT_SCHEMA AS \`schema\`, EVENT_NAME AS \`name\`, DEFINER AS \`definer\`, 1 AS \`asDefiner\`,
			${looksSecret('EVENT_DEFINITION')} AS \`secretLike\`, STATUS = 'ENABLED' AS \`enabled\`
			FROM information_schema.EVENTS WHERE ${notOfProduct('EVENT_SCHEMA', 'DEFINER')}
			ORDER BY secretLike DESC, EVENT_SCHEMA, EVENT_NAME`,
	},
};

/**
 * Both products keep triggers where nobody can read them but by information_schema, which leaves out those of tables on which
 * the account has no TRIGGER (MySQL manual and MariaDB Knowledge Base, INFORMATION_SCHEMA TRIGGERS). One without a definer is
 * from before there were any, and runs with the rights of whoever writes.
 */
const triggers: Query<Program> = {
	row: Program,
	limit: mostPrograms,
	sql: `SELECT 'trigger' AS \`kind\`, TRIGGER_SCHEMA AS \`schema\`, CONCAT(EVENT_OBJECT_TABLE, '.', TRIGGER_NAME) AS \`name\`,
		DEFINER AS \`definer\`, DEFINER <> '' AS \`asDefiner\`, ${looksSecret('ACTION_STATEMENT')} AS \`secretLike\`, 1 AS \`enabled\`
		FROM information_schema.TRIGGERS WHERE ${notOfProduct('TRIGGER_SCHEMA', 'DEFINER')}
		ORDER BY secretLike DESC, TRIGGER_SCHEMA, EVENT_OBJECT_TABLE, TRIGGER_NAME`,
};

const schemas: Query<Schema> = {
	row: Schema,
	limit: 5_000,
	sql: `SELECT SCHEMA_NAME AS \`name\` FROM information_schema.SCHEMATA
		ORDER BY SCHEMA_NAME LIKE 'test%' DESC, SCHEMA_NAME IN ('sakila', 'world', 'world_x', 'employees', 'menagerie') DESC, SCHEMA_NAME`,
};

export const udfsQuery: Query<Udf> = {
	row: Udf,
	grant: 'GRANT SELECT ON mysql.func TO',
	sql: `SELECT name AS \`name\`, dl AS \`library\` FROM mysql.func ORDER BY dl LIKE '%mysqludf_sys%' DESC, name`,
};

/**
 * Reads what lives in schemas.
 * @param own global privileges of the scanner: without the right ones the server leaves rows out and says nothing
 */
export const readObjects = async (
	session: Session,
	product: Product,
	own: Observed<readonly string[]>,
) => {
	const has = (...names: readonly string[]): boolean =>
		own.seen && names.some(name => own.value.includes(name));
	const all = has('SELECT');
	return {
		schemas: await unlessHidden(session.list(schemas), has('SHOW DATABASES', 'SELECT')),
		routines: await unlessHidden(
			session.list(routines[product]),
			product === 'mariadb' || has('SHOW_ROUTINE', 'SELECT'),
		),
		views: await unlessHidden(session.list(views), all || has('SHOW VIEW')),
		events: await unlessHidden(
			session.list(events[product]),
			product === 'mariadb' || has('EVENT'),
		),
		triggers: await unlessHidden(session.list(triggers), has('TRIGGER')),
		udfs: await session.list(udfsQuery),
	};
};
