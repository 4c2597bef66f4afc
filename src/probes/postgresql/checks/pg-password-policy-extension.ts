import {seen, unseen} from '../../engine/check.js';
import {blind, example, observer, settings} from '../examples.js';
import {librariesOf} from '../judge/libraries.js';
import {asBoolean, customSetting} from '../judge/settings.js';
import {withValues} from '../judge/values.js';
import {defineCheck, fail, pass, unknown, whenSeen} from '../judge/verdicts.js';
import {shownBy} from '../sources.js';

const expected =
	'passwordcheck or credcheck is loaded, or the provider restricts who sets passwords';
const wanted = {
	shared_preload_libraries: {},
	'rds.restrict_password_commands': customSetting,
	'passwordcheck.min_password_length': customSetting,
	'credcheck.password_min_length': customSetting,
} as const;
/** Of passwordcheck by default, and of NIST SP 800-63B, section 5.1.1.2. */
const leastLength = 8;

export const pgPasswordPolicyExtension = defineCheck({
	id: 'pg-password-policy-extension',
	title: 'The server refuses trivial passwords',
	question: 'Does something in the server look at new passwords?',
	why: 'PostgreSQL itself takes any password, a single letter too. Such a library cannot look into passwords that the client has already hashed.',
	severity: 'low',
	scope: 'node',
	source: shownBy(
		'setting shared_preload_libraries',
		'setting rds.restrict_password_commands',
		'setting passwordcheck.min_password_length',
		'setting credcheck.password_min_length',
	),
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
				const [short] = [
					'passwordcheck.min_password_length',
					'credcheck.password_min_length',
				].filter(name => Number(values[name] ?? leastLength) < leastLength);
				if (policy.length > 0)
					return [
						short === undefined
							? pass(`${policy.join(', ')} is loaded`, expected)
							: fail(
									`${policy.join(', ')} is loaded, and ${short} = ${values[short] ?? ''}`,
									expected,
								),
					];
				if (asBoolean(values['rds.restrict_password_commands'] ?? '') === true)
					return [pass('rds.restrict_password_commands is on', expected)];
				return platform === 'google-cloud-sql' || platform === 'azure-flexible-server'
					? [
							unknown(
								unseen('hidden-by-provider', {
									detail: 'a policy for passwords, where there is one, is kept outside the server',
								}),
								expected,
							),
						]
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
		defective: [
			example({settings: settings({shared_preload_libraries: 'pgaudit'})}),
			example({settings: settings({'passwordcheck.min_password_length': '1'})}),
			example({
				settings: settings({
					shared_preload_libraries: 'credcheck',
					'credcheck.password_min_length': '1',
				}),
			}),
		],
		blind: [
			blind,
			example({
				observer: seen({...observer, readSettings: false}),
				settings: settings({shared_preload_libraries: undefined}),
			}),
			example({
				provider: seen({platform: 'google-cloud-sql', candidates: ['google-cloud-sql'], signs: []}),
				settings: settings({shared_preload_libraries: ''}),
			}),
		],
	},
});
