import {unseen, type Observed} from '../../engine/check.js';
import type {MysqlFacts} from '../facts.js';
import {asBoolean, asList} from './variables.js';

/** A plugin that records who did what, as far as its variables tell. */
export type Audit = {
	readonly plugin: string;
	/** Why it records nothing, or too little; undefined when it records logins and statements that change things. */
	readonly gap?: string;
	/** Why it cannot be told what it records, where that is so. */
	readonly unclear?: string;
	/** Accounts that it leaves out. */
	readonly excluded: readonly string[];
	/** The accounts that it is kept to; empty when it takes all. */
	readonly included: readonly string[];
};

/** Plugins by their names in information_schema.PLUGINS, in lower case. */
const plugins: ReadonlySet<string> = new Set([
	'server_audit',
	'server_audit2',
	'audit_log',
	'audit_log_filter',
	'mcafee_audit',
	'audit',
	'aad_audit',
	'cloudsql_mysql_audit',
]);

/** Groups of events of MariaDB's server_audit that cover a change of the schema or of rights. */
const wanted: readonly (readonly [string, readonly string[]])[] = [
	['CONNECT', ['CONNECT']],
	['QUERY_DDL', ['QUERY', 'QUERY_DDL']],
	// QUERY_DDL does not hold CREATE USER and GRANT (tried on MariaDB 10.11).
	['QUERY_DCL', ['QUERY', 'QUERY_DCL']],
];

/** Bytes of a statement that tell what it did to whom; the default is 1024 (MariaDB, server_audit_query_log_limit). */
const leastStatement = 64;
/** Bytes that are kept in all, less than one file of the default size, of which there are nine (MariaDB, server_audit_file_rotate_size). */
const leastKept = 1_000_000;

/** Why what it records says nothing, or is soon gone. */
const lostOf = (values: Readonly<Record<string, string | undefined>>): string | undefined => {
	const limit = values.server_audit_query_log_limit;
	if (limit !== undefined && Number(limit) < leastStatement)
		return `server_audit_query_log_limit = ${limit}: statements are cut before they say anything`;
	const {server_audit_file_rotations: files = '', server_audit_file_rotate_size: size = ''} =
		values;
	// Without rotation the file grows, and nothing is lost.
	if (Number(files) > 0 && size !== '' && (Number(files) + 1) * Number(size) < leastKept)
		return `server_audit_file_rotations = ${files} of ${size} bytes: what was recorded is soon overwritten`;
	return undefined;
};

const mariadbGap = (values: Readonly<Record<string, string | undefined>>): string | undefined => {
	const logging = values.server_audit_logging;
	if (logging === undefined || asBoolean(logging) !== true)
		return `server_audit_logging = ${logging ?? 'not shown'}`;
	const file = values.server_audit_file_path;
	if (values.server_audit_output_type?.toLowerCase() === 'file' && file === '/dev/null')
		return `server_audit_file_path = ${file}`;
	const lost = lostOf(values);
	if (lost !== undefined) return lost;
	const events = asList(values.server_audit_events ?? '');
	// An empty list means every event (MariaDB Knowledge Base, server_audit_events).
	if (events.length === 0) return undefined;
	const missing = wanted
		.filter(([, any]) => !any.some(event => events.includes(event)))
		.map(([name]) => name);
	return missing.length === 0 ? undefined : `server_audit_events lacks ${missing.join(', ')}`;
};

const byTables = 'what it records is ruled by tables or settings that dbvet does not read';

/** Only Percona’s plugin always obeys its policy; Oracle’s has rules in tables of its own, and the providers’ have others. */
const unclearOf = (name: string, comment: string): string | undefined =>
	name.startsWith('server_audit') || (name === 'audit_log' && /percona/i.test(comment))
		? undefined
		: byTables;

/** Filters of Percona's plugin that leave out statements, whoever sends them. */
const perconaFilters = [
	'audit_log_include_commands',
	'audit_log_exclude_commands',
	'audit_log_include_databases',
	'audit_log_exclude_databases',
];

const mysqlGap = (values: Readonly<Record<string, string | undefined>>): string | undefined => {
	const filter = perconaFilters.find(name => (values[name] ?? '') !== '');
	if (filter !== undefined) return `${filter} = ${values[filter] ?? ''}`;
	const policy = values.audit_log_policy;
	return policy !== undefined && ['NONE', 'LOGINS', 'QUERIES'].includes(policy.toUpperCase())
		? `audit_log_policy = ${policy}`
		: undefined;
};

/** The audit plugin of the server; an empty plugin name when there is none. */
export const auditOf = ({plugins: loaded, variables, observer}: MysqlFacts): Observed<Audit> => {
	if (!loaded.seen) return loaded;
	if (!observer.seen) return observer;
	if (!variables.seen) return variables;
	const found = loaded.value.items.find(
		({name, status}) => plugins.has(name.toLowerCase()) && status.toUpperCase() === 'ACTIVE',
	);
	// Percona Server 8.4 has its audit log as a component, which is no plugin and shows by its variables.
	if (found === undefined && variables.value['audit_log_filter.file'] !== undefined)
		return {
			seen: true,
			value: {
				plugin: 'audit_log_filter',
				excluded: [],
				included: [],
				unclear: byTables,
			},
		};
	if (found === undefined)
		return loaded.value.complete
			? {seen: true, value: {plugin: '', excluded: [], included: []}}
			: unseen('limit-exceeded', {detail: 'not all plugins were read'});
	const values = variables.value;
	const gap = found.name.toLowerCase().startsWith('server_audit')
		? mariadbGap(values)
		: mysqlGap(values);
	const unclear = unclearOf(found.name.toLowerCase(), observer.value.comment);
	const excluded = asNames(
		values.server_audit_excl_users ?? values.audit_log_exclude_accounts ?? '',
	);
	return {
		seen: true,
		value: {
			plugin: found.name,
			excluded,
			included: asNames(values.server_audit_incl_users ?? values.audit_log_include_accounts ?? ''),
			...(gap === undefined ? {} : {gap}),
			...(unclear === undefined ? {} : {unclear}),
		},
	};
};

/** Names of a comma-separated list, in the letters they are written in. */
const asNames = (text: string): readonly string[] =>
	text
		.split(',')
		.map(name => name.trim().replaceAll(/["'`]/g, ''))
		.filter(name => name !== '');
