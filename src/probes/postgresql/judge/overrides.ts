import type {RoleSetting} from '../facts/roles.js';
import {auditClasses} from './audit.js';
import {asBoolean, asList} from './settings.js';

/** `role app in database shop`, for a person. */
export const nameScope = ({role, database}: RoleSetting): string =>
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
	if (value === null || !Object.hasOwn(weaker, name)) return false;
	if (name === 'pgaudit.log') return lostClasses(value.toLowerCase(), server).length > 0;
	const bad = weaker[name] ?? (() => false);
	return bad(value.toLowerCase()) && !(server !== undefined && bad(server.toLowerCase()));
};

const graver: Readonly<Record<string, (value: string) => 'high' | 'low' | undefined>> = {
	session_replication_role: value => (value === 'origin' ? undefined : 'high'),
	row_security: value => (asBoolean(value) === false ? 'high' : undefined),
	password_encryption: value => (value === 'scram-sha-256' ? undefined : 'high'),
	default_transaction_read_only: value => (asBoolean(value) === false ? 'low' : undefined),
	statement_timeout: value => (/^0\D*$/.test(value) ? 'low' : undefined),
	role: value => (value === 'none' ? undefined : 'low'),
};

/** How bad a role's or database's own value of a protecting setting is; undefined when it weakens nothing. */
export const weakens = ({name, value}: RoleSetting): 'high' | 'low' | undefined =>
	value !== null && Object.hasOwn(graver, name) ? graver[name]?.(value.toLowerCase()) : undefined;

/** Settings whose values hold no secret, so that the collector may read them. */
export const readableOverrides: readonly string[] = [
	...Object.keys(weaker),
	...Object.keys(graver),
	'pgaudit.role',
	'search_path',
	'lock_timeout',
	'idle_in_transaction_session_timeout',
];
