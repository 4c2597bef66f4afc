import * as z from 'zod';
import type {ScopedGrant} from '../facts/accounts.js';
import {flag} from '../facts/values.js';
import type {Query} from './session.js';

const changing = [
	'Insert',
	'Update',
	'Delete',
	'Create',
	'Drop',
	'References',
	'Index',
	'Alter',
	'Create_view',
	'Create_routine',
	'Alter_routine',
	'Event',
	'Trigger',
]
	.map(name => `${name}_priv = 'Y'`)
	.join(' OR ');

/**
 * Grants below the global ones: on schemas, and of tables, columns and routines those that lie in `mysql` or may be handed
 * on. `'mysql' LIKE Db` lets the server itself say which patterns of schema names cover its own schema.
 * @param literal with partial revokes MySQL takes % and _ in the name of a schema for themselves (MySQL manual, GRANT; tried on 9.7)
 */
export const scopedGrantsQuery = (literal: boolean): Query<ScopedGrant> => ({
	row: z.strictObject({
		user: z.string(),
		host: z.string(),
		schema: z.string(),
		object: z.string(),
		writes: flag,
		reads: flag,
		grants: flag,
		system: flag,
	}),
	limit: 5_000,
	grant:
		'GRANT SELECT ON mysql.db, GRANT SELECT ON mysql.tables_priv, GRANT SELECT ON mysql.columns_priv, GRANT SELECT ON mysql.procs_priv TO',
	sql: `SELECT User AS \`user\`, Host AS \`host\`, Db AS \`schema\`, '' AS \`object\`, ${changing} AS \`writes\`, Select_priv = 'Y' AS \`reads\`,
			Grant_priv = 'Y' AS \`grants\`, ${literal ? `Db = 'mysql'` : `'mysql' LIKE Db`} AS \`system\` FROM mysql.db
		UNION ALL SELECT User, Host, Db, Table_name, Table_priv REGEXP 'Insert|Update|Delete|Create|Drop|Alter|Trigger', FIND_IN_SET('Select', Table_priv) > 0,
			FIND_IN_SET('Grant', Table_priv) > 0, Db = 'mysql' FROM mysql.tables_priv
			WHERE Db = 'mysql' OR FIND_IN_SET('Grant', Table_priv) > 0
		UNION ALL SELECT User, Host, Db, CONCAT(Table_name, '.', Column_name), Column_priv REGEXP 'Insert|Update', FIND_IN_SET('Select', Column_priv) > 0,
			0, 1 FROM mysql.columns_priv WHERE Db = 'mysql'
		UNION ALL SELECT User, Host, Db, Routine_name, 0, 0, 1, 0 FROM mysql.procs_priv
			WHERE FIND_IN_SET('Grant', Proc_priv) > 0
		ORDER BY \`system\` DESC, grants DESC, user, host`,
});
