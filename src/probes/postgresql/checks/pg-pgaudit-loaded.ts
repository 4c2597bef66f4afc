import {blind, example, settings} from '../examples.js';
import {defineCheck, fail, pass, whenSeen} from '../judge/verdicts.js';
import {shownBy} from '../sources.js';

const expected = 'pgAudit is loaded';

export const pgPgauditLoaded = defineCheck({
	id: 'pg-pgaudit-loaded',
	title: 'pgAudit is loaded',
	question: 'Is the pgAudit library loaded into the server?',
	why: 'The plain log tells what was sent; pgAudit tells which objects were touched, inside functions and DO blocks too. Only a row in pg_settings proves it: SHOW answers for a mere placeholder as well.',
	severity: 'medium',
	scope: 'node',
	source: shownBy('setting pgaudit.log'),
	needs: 'any login role',
	remediation: {
		all: 'Install the package, add pgaudit to shared_preload_libraries, restart, and CREATE EXTENSION pgaudit in each database.',
		'aws-rds':
			'Add pgaudit to shared_preload_libraries in the parameter group, reboot, then CREATE EXTENSION pgaudit.',
		'google-cloud-sql':
			'Set cloudsql.enable_pgaudit to on, CREATE EXTENSION pgaudit, and switch Data Access audit logs on for the project.',
		'azure-flexible-server':
			'Allow pgaudit in azure.extensions, add it to shared_preload_libraries, restart, then CREATE EXTENSION pgaudit.',
		aiven: 'Set pgaudit.feature_enabled where the plan offers it.',
		digitalocean: 'Not offered: compensate with log_statement, log forwarding and audit tables.',
	},
	judge: facts =>
		whenSeen(facts.settings, expected, rows => [
			rows['pgaudit.log'] === undefined
				? fail('pg_settings has no row pgaudit.log', expected)
				: pass('pg_settings has the row pgaudit.log', expected),
		]),
	examples: {
		healthy: [example()],
		defective: [example({settings: settings({'pgaudit.log': undefined})})],
		blind: [blind],
	},
});
