import {seen} from '../../engine/check.js';
import {blind, example, observer, settings} from '../examples.js';
import {librariesOf} from '../judge/libraries.js';
import {asBoolean, customSetting} from '../judge/settings.js';
import {withValues} from '../judge/values.js';
import {defineCheck, fail, notApplicable, pass, whenSeen} from '../judge/verdicts.js';

const expected =
	'passwordcheck or credcheck is loaded, or the provider restricts who sets passwords';
const wanted = {
	shared_preload_libraries: {},
	'rds.restrict_password_commands': customSetting,
} as const;

export const pgPasswordPolicyExtension = defineCheck({
	id: 'pg-password-policy-extension',
	title: 'The server refuses trivial passwords',
	question: 'Does something in the server look at new passwords?',
	why: 'PostgreSQL itself takes any password, a single letter too. Such a library cannot look into passwords that the client has already hashed.',
	severity: 'low',
	scope: 'node',
	needs: 'pg_read_all_settings (part of pg_monitor)',
	remediation: {
		all: 'Add credcheck or passwordcheck to shared_preload_libraries and restart; or let a secret manager make every password.',
		'aws-rds': 'Set rds.restrict_password_commands to 1 and let one role set all passwords.',
		'aws-aurora': 'Set rds.restrict_password_commands to 1 and let one role set all passwords.',
		'google-cloud-sql': 'Switch on the password policy of the instance.',
	},
	judge: facts =>
		whenSeen(facts.provider, expected, ({platform}) =>
			withValues(facts, expected, wanted, values => {
				const libraries = librariesOf(values.shared_preload_libraries ?? '');
				const policy = ['passwordcheck', 'credcheck', 'pg_password_policy'].filter(name =>
					libraries.includes(name),
				);
				if (policy.length > 0) return [pass(`${policy.join(', ')} is loaded`, expected)];
				if (asBoolean(values['rds.restrict_password_commands'] ?? '') === true)
					return [pass('rds.restrict_password_commands is on', expected)];
				return platform === 'google-cloud-sql' || platform === 'azure-flexible-server'
					? [notApplicable('the provider keeps the policy outside the server', expected)]
					: [
							fail(
								`shared_preload_libraries = ${values.shared_preload_libraries === '' ? "''" : values.shared_preload_libraries}: nothing looks at new passwords`,
								expected,
							),
						];
			}),
		),
	examples: {
		healthy: [
			example(),
			example({
				settings: settings({
					shared_preload_libraries: '',
					'rds.restrict_password_commands': 'on',
				}),
			}),
		],
		defective: [example({settings: settings({shared_preload_libraries: 'pgaudit'})})],
		blind: [
			blind,
			example({
				observer: seen({...observer, readSettings: false}),
				settings: settings({shared_preload_libraries: undefined}),
			}),
		],
		notApplicable: [
			example({
				provider: seen({platform: 'google-cloud-sql', candidates: ['google-cloud-sql'], signs: []}),
				settings: settings({shared_preload_libraries: ''}),
			}),
		],
	},
});
