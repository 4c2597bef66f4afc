import {seen} from '../../engine/check.js';
import {blind, example, observer, settings} from '../examples.js';
import {librariesOf} from '../judge/libraries.js';
import {withValues} from '../judge/values.js';
import {defineCheck, fail, notApplicable, pass, whenSeen} from '../judge/verdicts.js';

const expected = 'auth_delay or credcheck is loaded, or only known addresses get to the login';

export const pgAuthDelay = defineCheck({
	id: 'pg-auth-delay',
	title: 'Guessing passwords is slowed down',
	question: 'Does the server wait after a failed login?',
	why: 'Without it as many passwords can be tried as there are connections. Rules that let in known addresses only are worth more; a delay also holds connections.',
	severity: 'info',
	scope: 'node',
	needs: 'pg_read_all_settings (part of pg_monitor)',
	remediation: {
		all: 'Let in known addresses only (pg_hba.conf and firewall); or add auth_delay to shared_preload_libraries and restart.',
	},
	judge: facts =>
		whenSeen(facts.provider, expected, ({platform}) =>
			platform !== undefined && !['self-managed', 'cloudnative-pg'].includes(platform)
				? [notApplicable('the provider decides which libraries there are', expected)]
				: withValues(facts, expected, {shared_preload_libraries: {}}, values => {
						const found = librariesOf(values.shared_preload_libraries ?? '').filter(name =>
							['auth_delay', 'credcheck'].includes(name),
						);
						return found.length > 0
							? [pass(`${found.join(', ')} is loaded`, expected)]
							: [fail('neither auth_delay nor credcheck is loaded', expected)];
					}),
		),
	examples: {
		healthy: [example()],
		defective: [example({settings: settings({shared_preload_libraries: 'pgaudit'})})],
		blind: [
			blind,
			example({
				observer: seen({...observer, readSettings: false}),
				settings: settings({shared_preload_libraries: undefined}),
			}),
		],
		notApplicable: [example({provider: seen({platform: 'neon', candidates: ['neon'], signs: []})})],
	},
});
