import {unseen, type Observed} from '../../engine/check.js';
import type {PostgresFacts} from '../facts.js';
import type {RoleSetting} from '../facts/roles.js';
import {auditClasses} from './audit.js';
import {rankOf} from './ranks.js';
import {asBoolean, asList} from './settings.js';

/** `role app in database shop`, for a person. */
export const nameScope = ({role, database}: Pick<RoleSetting, 'role' | 'database'>): string =>
	[
		role === null ? [] : [`role ${role}`],
		database === null ? [] : [`database ${database}`],
		role === null && database === null ? ['all roles'] : [],
	]
		.flat()
		.join(' in ');

const weaker: Readonly<Record<string, (value: string) => boolean>> = {
	log_statement: value => value === 'none',
	log_connections: value =>
		asBoolean(value) === false ||
		asList(value).every(word => ['receipt', 'setup_durations'].includes(word)),
	log_disconnections: value => asBoolean(value) === false,
	log_min_messages: value => ['error', 'log', 'fatal', 'panic'].includes(value),
	log_min_error_statement: value => ['log', 'fatal', 'panic'].includes(value),
	log_error_verbosity: value => value === 'terse',
	log_replication_commands: value => asBoolean(value) === false,
	'pgaudit.log': value => lostClasses(value, undefined).length > 0,
	'pgaudit.log_catalog': value => asBoolean(value) === false,
};

/** The classes that the audit trail cannot do without, among those that the server's value has. */
const lostClasses = (value: string, server: string | undefined): readonly string[] => {
	const before = server === undefined ? undefined : auditClasses(server);
	const active = auditClasses(value);
	return ['ddl', 'role'].filter(
		name => (before?.has(name) ?? true) && !(active?.has(name) ?? false),
	);
};

/**
 * Whether a role's or database's own value of a logging setting takes traces away.
 * @param server the server's own value, undefined when it is not known: what it does not log either cannot be taken away
 */
export const silences = ({name, value}: RoleSetting, server: string | undefined): boolean => {
	// An extension's setting is stored as its name was typed, and holds in whatever letters that was.
	const setting = name.toLowerCase();
	if (value === null || !Object.hasOwn(weaker, setting)) return false;
	if (setting === 'pgaudit.log') return lostClasses(value.toLowerCase(), server).length > 0;
	const bad = weaker[setting] ?? (() => false);
	if (setting.startsWith('log_min_') && server !== undefined)
		return bad(value.toLowerCase()) && rankOf(value) > rankOf(server);
	return bad(value.toLowerCase()) && !(server !== undefined && bad(server.toLowerCase()));
};

const graver: Readonly<Record<string, (value: string) => 'high' | 'low' | undefined>> = {
	session_replication_role: value => (value === 'origin' ? undefined : 'high'),
	row_security: value => (asBoolean(value) === false ? 'high' : undefined),
	password_encryption: value => (value === 'scram-sha-256' ? undefined : 'high'),
	default_transaction_read_only: value => (asBoolean(value) === false ? 'low' : undefined),
	statement_timeout: value => (/^0\D*$/.test(value) ? 'low' : undefined),
	role: value => (value === 'none' ? undefined : 'low'),
	...Object.fromEntries(
		[
			'allow_system_table_mods',
			'zero_damaged_pages',
			'ignore_checksum_failure',
			'ignore_system_indexes',
			'allow_in_place_tablespaces',
			'lo_compat_privileges',
			'backslash_quote',
		].map(name => [name, (value: string) => (asBoolean(value) === true ? 'high' : undefined)]),
	),
	synchronous_commit: value => (asBoolean(value) === false ? 'low' : undefined),
	// These put the data of one role or database into the log.
	log_statement: value => (value === 'all' ? 'low' : undefined),
	log_min_duration_statement: value => (/^0\D*$/.test(value) ? 'low' : undefined),
	log_parameter_max_length: value => (/^0\D*$/.test(value) ? undefined : 'low'),
	log_parameter_max_length_on_error: value => (/^0\D*$/.test(value) ? undefined : 'low'),
	'pgaudit.log_parameter': value => (asBoolean(value) === true ? 'low' : undefined),
};

/** How bad a role's or database's own value of a protecting setting is; undefined when it weakens nothing. */
export const weakens = ({name, value}: RoleSetting): 'high' | 'low' | undefined =>
	value !== null && Object.hasOwn(graver, name.toLowerCase())
		? graver[name.toLowerCase()]?.(value.toLowerCase())
		: undefined;

/** Settings of roles and databases whose values hold no secret; the collector reads those that checks judge besides. */
export const readableOverrides: readonly string[] = [
	...Object.keys(weaker),
	...Object.keys(graver),
	'pgaudit.role',
	'auto_explain.log_min_duration',
	'auto_explain.log_parameter_max_length',
	'auto_explain.sample_rate',
	'search_path',
	'lock_timeout',
	'idle_in_transaction_session_timeout',
	'session_preload_libraries',
	'local_preload_libraries',
	'pgaudit.log_client',
	'pgaudit.log_statement',
	'pgaudit.log_level',
	'log_min_duration_sample',
	'log_statement_sample_rate',
	'log_transaction_sample_rate',
	'log_lock_waits',
	'log_parser_stats',
	'log_planner_stats',
	'log_executor_stats',
	'log_statement_stats',
	'event_triggers',
	'dynamic_library_path',
	'extension_control_path',
	'lo_compat_privileges',
];

const inMilliseconds: Readonly<Record<string, number>> = {
	us: 0.001,
	ms: 1,
	s: 1_000,
	min: 60_000,
	h: 3_600_000,
	d: 86_400_000,
};

/**
 * The value of an override as pg_settings would show it. It is stored as it was typed: with a unit of time, where every
 * such setting of a role counts in milliseconds, and in any case of letters.
 */
export const plainValue = (value: string): string => {
	const [, number = '', unit = ''] =
		/^\s*(-?\d+(?:\.\d+)?)\s*(us|ms|s|min|h|d)\s*$/i.exec(value) ?? [];
	const factor = inMilliseconds[unit.toLowerCase()];
	if (factor !== undefined) return String(Number(number) * factor);
	// Lists, of ciphers for example, may tell letters apart; single words do not.
	return /^[\w-]+$/.test(value.trim()) ? value.trim().toLowerCase() : value.trim();
};

const cutShort = unseen('limit-exceeded', {
	detail: 'there are more settings of roles than dbvet reads',
});

/**
 * What roles and databases have of their own for one setting; unseen when not all of it was read. A server's value says
 * nothing about a session that starts with another one. Some of them may be seen although the list was cut: they show what is
 * at fault, and `unreadOverrides` says that the others are no pass.
 */
export const overridesOf = (
	{roleSettings}: Pick<PostgresFacts, 'roleSettings'>,
	name: string,
): Observed<readonly RoleSetting[]> => {
	if (!roleSettings.seen) return roleSettings;
	const own = roleSettings.value.items.filter(item => item.name.toLowerCase() === name);
	return own.length > 0 || roleSettings.value.complete ? {seen: true, value: own} : cutShort;
};

/** Why not everything that roles and databases have of their own was read; undefined when it was. */
export const unreadOverrides = ({
	roleSettings,
}: Pick<PostgresFacts, 'roleSettings'>): Extract<Observed<never>, {seen: false}> | undefined =>
	!roleSettings.seen ? roleSettings : roleSettings.value.complete ? undefined : cutShort;
