import {fail, notApplicable, pass, whenSeen} from '../../engine/verdicts.js';
import {blind, cut, example, listed, variables} from '../examples.js';
import {auditOf} from '../judge/audit.js';
import {defineCheck} from '../judge/verdicts.js';
import {shownBy} from '../sources.js';

const expected = 'the record leaves nobody out but the provider’s own accounts';
const ownOfProvider =
	/^(rdsadmin|rdsrepladmin|azure_superuser|cloudsqladmin|mysql\.(sys|session|infoschema))(@|$)/;

export const mysqlAuditExclusions = defineCheck({
	id: 'mysql-audit-exclusions',
	title: 'The audit record leaves nobody out',
	question: 'Does the audit plugin record every account?',
	why: 'An account that is left out is the one to use for whoever does not want to be seen.',
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
		all: 'Empty server_audit_excl_users (MySQL: audit_log_exclude_accounts), or keep it to monitoring accounts that can do nothing.',
	},
	judge: facts =>
		whenSeen(auditOf(facts), expected, ({plugin, excluded, included}) => {
			if (plugin === '') return [notApplicable('there is no audit plugin', expected)];
			if (included.length > 0)
				return [
					fail(
						`${plugin} records ${included.join(', ')} alone (server_audit_incl_users, audit_log_include_accounts)`,
						expected,
					),
				];
			const others = excluded.filter(name => !ownOfProvider.test(name));
			return others.length === 0
				? [pass(`${plugin} leaves nobody out`, expected)]
				: others.map(name => fail(`${plugin} does not record ${name}`, expected, {object: name}));
		}),
	examples: {
		healthy: [example(), example({variables: variables({audit_log_exclude_accounts: 'rdsadmin'})})],
		defective: [
			example({variables: variables({audit_log_include_accounts: 'root@localhost'})}),
			example({
				plugins: listed({name: 'SERVER_AUDIT', status: 'ACTIVE', type: 'AUDIT'}),
				variables: variables({
					server_audit_logging: 'ON',
					server_audit_excl_users: 'shop_app,root',
				}),
			}),
		],
		blind: [blind, example({plugins: cut()})],
		notApplicable: [example({plugins: listed()})],
	},
});
