import * as z from 'zod';
import {unseen, type Observed} from '../../engine/check.js';
import {
	AuditTrigger,
	CronJob as CronJobRow,
	DisabledTrigger,
	EventTrigger,
	FloatingFunction,
	ForeignTrigger,
	KeptPassword,
	NativeFunction,
	type CronJob,
} from '../facts/code.js';
import type {Listing} from '../facts/server.js';
import {quoteName, settingsGrant} from '../judge/settings.js';
import type {Query} from './session.js';
import {hides} from './secrets.js';
import {commandSecret, notOfExtension, ownSchema} from './sql.js';

export const signature = (alias: string): string =>
	`${alias}.pronamespace::regnamespace::text || '.' || ${alias}.proname || '(' || pg_get_function_identity_arguments(${alias}.oid) || ')'`;

/**
 * Object ids from 16384 on were not made by initdb; what initdb made loads its code from $libdir alone. Languages are told by
 * their fixed numbers (pg_language.dat), because a superuser may give them other names.
 */
export const nativeFunctionsQuery: Query<z.infer<typeof NativeFunction>> = {
	row: NativeFunction,
	sql: `SELECT ${signature('p')} AS name, CASE p.prolang WHEN 13 THEN 'c' ELSE 'internal' END AS language,
		coalesce(o.rolname::text, '(unknown)') AS owner, coalesce(p.probin ~ '(^|/)dblink([.]so)?$', false) AS dblink
		FROM pg_proc p LEFT JOIN pg_roles o ON o.oid = p.proowner
		WHERE (p.oid >= 16384 AND p.prolang IN (12, 13) OR p.prolang = 13 AND p.probin !~ '^[$]libdir/')
			AND ${notOfExtension('pg_proc', 'p.oid')} ORDER BY 1`,
};

/**
 * Functions in SQL and the procedural languages, of the application, that the server calls by itself. A path with "$user" is
 * another one for each role.
 * @param major bodies in standard SQL, whose names were looked up when they were created, came with 14
 */
export const floatingFunctionsQuery = (major: number): Query<z.infer<typeof FloatingFunction>> => ({
	row: FloatingFunction,
	sql: `SELECT DISTINCT ${signature('p')} AS name, u.use FROM (
		SELECT d.refobjid AS oid, 'policy' AS use FROM pg_depend d WHERE d.classid = 'pg_policy'::regclass
			AND d.refclassid = 'pg_proc'::regclass
		UNION SELECT d.refobjid, 'index' FROM pg_depend d JOIN pg_index i ON i.indexrelid = d.objid
			WHERE d.classid = 'pg_class'::regclass AND d.refclassid = 'pg_proc'::regclass
		UNION SELECT d.refobjid, 'generated column' FROM pg_depend d JOIN pg_attrdef f ON f.oid = d.objid
			JOIN pg_attribute t ON t.attrelid = f.adrelid AND t.attnum = f.adnum AND t.attgenerated <> ''
			WHERE d.classid = 'pg_attrdef'::regclass AND d.refclassid = 'pg_proc'::regclass
		UNION SELECT d.refobjid, 'generated column' FROM pg_depend d JOIN pg_attribute t
			ON t.attrelid = d.objid AND t.attnum = d.objsubid AND t.attgenerated <> ''
			WHERE d.classid = 'pg_class'::regclass AND d.refclassid = 'pg_proc'::regclass
		UNION SELECT e.evtfoid, 'event trigger' FROM pg_event_trigger e
		UNION SELECT t.tgfoid, 'trigger' FROM pg_trigger t WHERE NOT t.tgisinternal) u
		JOIN pg_proc p ON p.oid = u.oid JOIN pg_namespace n ON n.oid = p.pronamespace
		WHERE p.prolang NOT IN (12, 13) AND NOT EXISTS (SELECT FROM unnest(p.proconfig) c
			WHERE starts_with(c, 'search_path=') AND c !~ '[$]user') ${major >= 14 ? 'AND p.prosqlbody IS NULL' : ''}
			AND (${ownSchema('n')} OR p.oid >= 16384) AND ${notOfExtension('pg_proc', 'p.oid')}
		ORDER BY 2, 1`,
});

/** Those of extensions too: an audit trail is one of them. Enabled for replicas only (R), it does not fire in normal sessions. */
export const eventTriggersQuery: Query<z.infer<typeof EventTrigger>> = {
	row: EventTrigger,
	sql: `SELECT e.evtname::text AS name, e.evtevent::text AS event, e.evtenabled IN ('O', 'A') AS enabled,
		${signature('p')} AS function, coalesce(o.rolname::text, '(unknown)') AS owner,
		coalesce(o.rolsuper, true) AS "ownerSuperuser",
		coalesce(w.rolname::text, '(unknown)') AS "heldBy", coalesce(w.rolsuper, true) AS "heldBySuperuser"
		FROM pg_event_trigger e JOIN pg_proc p ON p.oid = e.evtfoid LEFT JOIN pg_roles o ON o.oid = p.proowner
		LEFT JOIN pg_roles w ON w.oid = e.evtowner
		ORDER BY 6, 3, 1`,
};

export const auditTriggersQuery: Query<z.infer<typeof AuditTrigger>> = {
	row: AuditTrigger,
	sql: `SELECT e.evtname::text AS trigger, e.evtenabled IN ('O', 'A') AS enabled FROM pg_event_trigger e
		JOIN pg_depend d ON d.classid = 'pg_event_trigger'::regclass AND d.objid = e.oid AND d.deptype = 'e'
		JOIN pg_extension x ON x.oid = d.refobjid AND x.extname = 'pgaudit' ORDER BY 2, 1`,
};

const auditName = '(^|_)(audit|auditing|audited|history|journal)(_|$)';

/** One that fires for replication only does not fire for anybody's statement. Those of a foreign key are named by it. */
/** A rule ON SELECT acts whatever its state is, so that it is left out. */
export const disabledTriggersQuery: Query<z.infer<typeof DisabledTrigger>> = {
	row: DisabledTrigger,
	sql: `SELECT DISTINCT n.nspname || '.' || c.relname AS "table",
		CASE WHEN t.tgisinternal THEN coalesce('foreign key ' || k.conname, t.tgname) ELSE t.tgname END::text AS trigger,
		NOT t.tgisinternal AND (t.tgname ~* '${auditName}' OR p.proname ~* '${auditName}') AS audit,
		t.tgenabled = 'R' AS "replicaOnly"
		FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace
		JOIN pg_proc p ON p.oid = t.tgfoid LEFT JOIN pg_constraint k ON k.oid = t.tgconstraint
		WHERE t.tgenabled IN ('D', 'R')
		UNION SELECT n.nspname || '.' || c.relname, 'rule ' || w.rulename,
		w.rulename ~* '${auditName}' OR pg_get_ruledef(w.oid) ~* '${auditName}', w.ev_enabled = 'R'
		FROM pg_rewrite w JOIN pg_class c ON c.oid = w.ev_class JOIN pg_namespace n ON n.oid = c.relnamespace
		WHERE w.ev_enabled IN ('D', 'R') AND w.ev_type <> '1' ORDER BY 3 DESC, 1, 2`,
};

export const foreignTriggersQuery: Query<z.infer<typeof ForeignTrigger>> = {
	row: ForeignTrigger,
	sql: `SELECT n.nspname || '.' || c.relname AS "table", w.rolname::text AS "tableOwner",
		${signature('p')} AS function, o.rolname::text AS owner
		FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace
		JOIN pg_proc p ON p.oid = t.tgfoid JOIN pg_roles o ON o.oid = p.proowner JOIN pg_roles w ON w.oid = c.relowner
		WHERE NOT t.tgisinternal AND t.tgenabled <> 'D' AND w.rolsuper AND NOT o.rolsuper ORDER BY 1, 3`,
};

const elsewhere = (host: string): string =>
	`coalesce(${host}, '') !~ '^(|/.*|localhost|127[.].*|::1)$'`;

/** Tables of schedulers in this database, and whether their jobs are all shown to this role. */
const JobTables = z
	.strictObject({
		cron: z.boolean(),
		agent: z.boolean(),
		allowed: z.boolean(),
		filtered: z.boolean(),
		/** The library of pg_cron is loaded, so that its jobs are somewhere; null where that is not shown. */
		loaded: z.boolean().nullable(),
	})
	.readonly();

/** Looked up in the catalogue: `to_regclass` does not see into a schema that one has no right on, and says that nothing is there. */
const table = (schema: string, name: string): string =>
	`(SELECT c.oid, c.relnamespace FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
		WHERE n.nspname = '${schema}' AND c.relname = '${name}')`;

export const jobTablesQuery: Query<z.infer<typeof JobTables>> = {
	row: JobTables,
	sql: `SELECT c.oid IS NOT NULL AS cron, s.oid IS NOT NULL AS agent,
		coalesce(has_schema_privilege(c.relnamespace, 'USAGE') AND has_table_privilege(c.oid, 'SELECT'), true)
		AND coalesce(has_schema_privilege(s.relnamespace, 'USAGE') AND has_table_privilege(s.oid, 'SELECT'), true) AS allowed,
		coalesce(row_security_active(c.oid), false) AS filtered,
		(SELECT setting ~ '(^|[,/" ])pg_cron($|[.," ])' FROM pg_settings WHERE name = 'shared_preload_libraries') AS loaded
		FROM (SELECT 1) one LEFT JOIN ${table('cron', 'job')} c ON true LEFT JOIN ${table('pgagent', 'pga_jobstep')} s ON true`,
};

const cronJobs = `SELECT 'pg_cron job ' || jobid AS job, username::text AS "user", ${elsewhere('nodename')} AS remote,
	${hides('command')} OR command ~* '${commandSecret}' AS secret FROM cron.job`;
const agentJobs = `SELECT 'pgAgent step ' || jstid, '(pgAgent)', jstconnstr <> '',
	${hides('jstcode')} OR jstcode ~* '${commandSecret}' OR ${hides('jstconnstr')} FROM pgagent.pga_jobstep`;

/** Jobs of pg_cron and pgAgent. Under pg_cron's own policy a role sees its jobs only, which is not the whole. */
export const jobsSource = (
	{cron, agent, allowed, filtered, loaded}: z.infer<typeof JobTables>,
	user: string,
): Query<CronJob> | Observed<Listing<CronJob>> => {
	// Steps of pgAgent beside them would not be the whole, so that they are not read then.
	if (!cron && loaded === true)
		return unseen('client-cannot-offer', {
			detail: 'pg_cron is loaded and keeps its jobs in another database (cron.database_name)',
		});
	if (!cron && loaded === null)
		return unseen('permission-denied', {
			detail: 'whether pg_cron keeps jobs in another database is not shown to this role',
			grant: settingsGrant(user),
		});
	if (!cron && !agent) return {seen: true, value: {items: [], complete: true}};
	if (!allowed || filtered)
		return unseen('permission-denied', {
			detail: filtered
				? 'pg_cron shows a role its own jobs only'
				: 'the tables of the scheduler are not shown to this role',
			...(cron && !filtered
				? {
						grant: `GRANT USAGE ON SCHEMA cron TO ${quoteName(user)}; GRANT SELECT ON cron.job TO ${quoteName(user)};`,
					}
				: {}),
		});
	return {
		row: CronJobRow,
		sql: `${[...(cron ? [cronJobs] : []), ...(agent ? [agentJobs] : [])].join(' UNION ALL ')} ORDER BY 4 DESC, 3 DESC, 1`,
	};
};

/** Without comments, which the server keeps where they stood. */
const statement = `regexp_replace(s.query, '/[*].*?[*]/|--[^\\n]*', ' ', 'g')`;
/** Quotes are doubled, or have a backslash before them, once for each text that stands in another. */
const setsPassword = `\\m(create|alter)\\s+(role|user|group|server)\\M.*\\mpassword\\s*(e|u&)?(\\\\?''[^'']|(\\\\?''){2,8}[^''\\s,)|\\u003b]|\\$\\w*\\$[^$])`;
const connects = `\\m(subscription|primary_conninfo)\\M.*\\mpassword\\s*=\\s*('''')?[^\\s''$]`;

/**
 * Statements that set a password or log in with one, as pg_stat_statements keeps them: it does not take literals out of them.
 * @param schema where the extension is installed
 */
export const keptPasswordsQuery = (schema: string): Query<z.infer<typeof KeptPassword>> => ({
	row: KeptPassword,
	sql: `SELECT "user", count(*)::int AS statements,
		text ~* '\\mpassword\\s*e?((\\\\?'')+|\\$\\w*\\$)(SCRAM-SHA-256[$]|md5[0-9a-f]{32})' AS verifier
		FROM (SELECT coalesce(r.rolname::text, '(unknown)') AS "user", ${statement} AS text
			FROM ${quoteName(schema)}.pg_stat_statements s LEFT JOIN pg_roles r ON r.oid = s.userid
			WHERE s.query ~* 'password' OFFSET 0) k
		WHERE text ~* '${setsPassword}' OR text ~* '${connects}' GROUP BY 1, 3 ORDER BY 3, 2 DESC`,
});
