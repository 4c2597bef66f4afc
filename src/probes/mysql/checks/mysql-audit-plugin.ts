import {fail, pass, unknown, whenSeen} from '../../engine/verdicts.js';
import {seen, unseen} from '../../engine/check.js';
import {blind, cut, example, listed, observer, variables} from '../examples.js';
import type {MysqlFacts} from '../facts.js';
import {auditOf} from '../judge/audit.js';
import {defineCheck} from '../judge/verdicts.js';
import {shownBy} from '../sources.js';

const expected = 'an audit plugin that records logins, changes of the schema and of rights';
const active = {name: 'SERVER_AUDIT', status: 'ACTIVE', type: 'AUDIT'};
const withEvents = (
	logging: string | undefined,
	events: string,
	more: Readonly<Record<string, string>> = {},
): MysqlFacts =>
	example({
		plugins: listed(active),
		variables: variables({server_audit_logging: logging, server_audit_events: events, ...more}),
	});

export const mysqlAuditPlugin = defineCheck({
	id: 'mysql-audit-plugin',
	title: 'An audit plugin records logins and changes',
	question: 'Does a plugin record who logged in and who changed schema and rights?',
	why: 'The error log knows refused logins only, and the binary log does not know who. Without a record nobody can say afterwards what happened.',
	severity: 'medium',
	scope: 'node',
	...shownBy(
		'plugins',
		'variable audit_log_include_commands',
		'variable audit_log_exclude_commands',
		'variable audit_log_include_databases',
		'variable audit_log_exclude_databases',
		'variable audit_log_policy',
		'variable audit_log_filter.file',
		'variable server_audit_excl_users',
		'variable audit_log_exclude_accounts',
		'variable server_audit_incl_users',
		'variable audit_log_include_accounts',
		'variable server_audit_logging',
		'variable server_audit_file_path',
		'variable server_audit_output_type',
		'variable server_audit_events',
		'variable server_audit_query_log_limit',
		'variable server_audit_file_rotations',
		'variable server_audit_file_rotate_size',
	),
	needs: 'any account',
	remediation: {
		all: "MariaDB: INSTALL SONAME 'server_audit'; server_audit_events = CONNECT,QUERY_DDL,QUERY_DCL; server_audit_logging = ON. MySQL: the audit log of the Enterprise edition or of Percona Server.",
		'aws-rds':
			'Add MARIADB_AUDIT_PLUGIN to the option group, and publish the audit log to CloudWatch.',
		'aws-aurora':
			'Set server_audit_logging to 1 and server_audit_events in the cluster parameter group, and publish the audit log.',
		'azure-flexible-server':
			'Set audit_log_enabled to ON and send the log with a diagnostic setting.',
		'google-cloud-sql': 'Set the flag cloudsql_mysql_audit to ON and make audit rules.',
		digitalocean:
			'Not offered: compensate with log forwarding and with records of the application.',
	},
	judge: facts =>
		whenSeen(auditOf(facts), expected, ({plugin, gap, unclear}) => {
			if (plugin === '') return [fail('no audit plugin is active', expected)];
			if (gap === undefined && unclear !== undefined)
				return [
					unknown(
						unseen('unsupported-version', {detail: `${plugin} is active, but ${unclear}`}),
						expected,
					),
				];
			return [
				gap === undefined
					? pass(`${plugin} is active and records logins and changes`, expected)
					: fail(`${plugin} is active, but ${gap}`, expected),
			];
		}),
	examples: {
		healthy: [example(), withEvents('ON', ''), withEvents('ON', 'CONNECT,QUERY_DDL,QUERY_DCL')],
		defective: [
			example({plugins: listed()}),
			example({plugins: listed({...active, status: 'INACTIVE'})}),
			withEvents('OFF', ''),
			withEvents('ON', 'CONNECT'),
			withEvents('ON', '', {server_audit_query_log_limit: '0'}),
			withEvents('ON', '', {
				server_audit_file_rotations: '1',
				server_audit_file_rotate_size: '100',
			}),
			withEvents('ON', 'CONNECT,QUERY_DDL'),
			example({variables: variables({audit_log_exclude_commands: 'create_user'})}),
			example({variables: variables({audit_log_policy: 'NONE'})}),
		],
		blind: [
			blind,
			example({plugins: cut()}),
			example({
				plugins: listed(),
				variables: variables({'audit_log_filter.file': 'audit_filter.log'}),
			}),
			example({observer: seen({...observer, comment: 'MySQL Enterprise Server'})}),
		],
	},
});
