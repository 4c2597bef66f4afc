const ofUsers = 'oid >= 16384';

/** What shows the code that a database runs, and how it keeps itself, for psql. */
export const codeSources = {
	nativeFunctions: `SELECT oid::regprocedure, prolang, probin, proowner::regrole FROM pg_proc WHERE prolang IN (12, 13) AND ${ofUsers} /* languages internal and c */`,
	floatingFunctions: `SELECT p.oid::regprocedure, proconfig FROM pg_proc p JOIN pg_depend d ON d.refclassid = 'pg_proc'::regclass AND refobjid = p.oid WHERE d.classid IN ('pg_policy'::regclass, 'pg_class'::regclass, 'pg_attrdef'::regclass, 'pg_trigger'::regclass, 'pg_event_trigger'::regclass) AND p.${ofUsers}`,
	eventTriggers:
		'SELECT evtname, evtevent, evtenabled, evtfoid::regprocedure, proowner::regrole FROM pg_event_trigger JOIN pg_proc p ON p.oid = evtfoid',
	auditTriggers:
		"SELECT evtname, evtenabled, extname FROM pg_event_trigger e JOIN pg_depend d ON d.classid = 'pg_event_trigger'::regclass AND objid = e.oid JOIN pg_extension x ON x.oid = refobjid",
	disabledTriggers:
		"SELECT tgrelid::regclass, tgname, tgenabled FROM pg_trigger WHERE tgenabled IN ('D', 'R'); SELECT ev_class::regclass, rulename, ev_enabled FROM pg_rewrite WHERE ev_enabled IN ('D', 'R')",
	foreignTriggers:
		'SELECT tgrelid::regclass, relowner::regrole, tgfoid::regprocedure, proowner::regrole FROM pg_trigger JOIN pg_class c ON c.oid = tgrelid JOIN pg_proc p ON p.oid = tgfoid WHERE NOT tgisinternal AND relowner <> proowner',
	secretTexts: `SELECT oid::regprocedure, prosrc FROM pg_proc WHERE ${ofUsers}; SELECT oid::regclass, pg_get_viewdef(oid) FROM pg_class WHERE relkind IN ('v', 'm') AND ${ofUsers}; SELECT description FROM pg_description WHERE objoid >= 16384`,
	cronJobs:
		"SELECT c.oid::regclass FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace WHERE (nspname, relname) IN (('cron', 'job'), ('pgagent', 'pga_jobstep')) /* then SELECT * from the table that is there */",
	keptPasswords:
		"SELECT extname, extnamespace::regnamespace FROM pg_extension WHERE extname = 'pg_stat_statements' /* then its query column, with ILIKE '%password%' */",
	subscriptions:
		'SELECT subname, subowner::regrole, subenabled, subconninfo FROM pg_subscription WHERE subdbid = (SELECT oid FROM pg_database WHERE datname = current_database())',
	publications: 'SELECT pubname, puballtables FROM pg_publication',
	collations:
		'SELECT collname, collversion, pg_collation_actual_version(oid) FROM pg_collation WHERE collversion IS DISTINCT FROM pg_collation_actual_version(oid); SELECT datname, datcollversion, pg_database_collation_actual_version(oid) FROM pg_database /* PostgreSQL 15 and newer */',
	sequences:
		'SELECT seqrelid::regclass, seqtypid::regtype, seqmax, pg_sequence_last_value(seqrelid) FROM pg_sequence',
	invalidIndexes:
		'SELECT indexrelid::regclass, indrelid::regclass FROM pg_index WHERE NOT (indisvalid AND indisready)',
	outdatedExtensions:
		'SELECT extname, extversion, default_version FROM pg_extension JOIN pg_available_extensions ON name = extname WHERE default_version <> extversion',
} as const;
