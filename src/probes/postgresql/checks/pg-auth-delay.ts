import {seen, unseen} from '../../engine/check.js';
import {blind, example, observer, settings} from '../examples.js';
import {librariesOf} from '../judge/libraries.js';
import {customSetting} from '../judge/settings.js';
import {withValues} from '../judge/values.js';
import {defineCheck, fail, pass, unknown} from '../judge/verdicts.js';
import {shownBy} from '../sources.js';

const expected =
	'auth_delay or credcheck is loaded and switched on, or only known addresses get to the login';
/** Both do nothing while their setting is 0, which is its default. */
const switches = {auth_delay: 'auth_delay.milliseconds', credcheck: 'credcheck.max_auth_failure'};

export const pgAuthDelay = defineCheck({
	id: 'pg-auth-delay',
	title: 'Guessing passwords is slowed down',
	question: 'Does the server wait after a failed login?',
	why: 'Without it as many passwords can be tried as there are connections. Rules that let in known addresses only are worth more; a delay also holds connections.',
	severity: 'info',
	scope: 'node',
	source: shownBy(
		'setting shared_preload_libraries',
		'setting auth_delay.milliseconds',
		'setting credcheck.max_auth_failure',
	),
	needs: 'pg_read_all_settings (part of pg_monitor)',
	remediation: {
		all: 'Let in known addresses only (pg_hba.conf and firewall), which is the way where a provider has no such library; or add auth_delay to shared_preload_libraries, set auth_delay.milliseconds = 500 and restart.',
	},
	judge: facts =>
		withValues(
			facts,
			expected,
			{
				shared_preload_libraries: {},
				[switches.auth_delay]: customSetting,
				[switches.credcheck]: customSetting,
			},
			values => {
				const libraries = librariesOf(values.shared_preload_libraries ?? '');
				const loaded = Object.entries(switches).filter(([name]) => libraries.includes(name));
				if (loaded.length === 0)
					return [fail('neither auth_delay nor credcheck is loaded', expected)];
				const shown = loaded.map(
					([, setting]) => `${setting} = ${values[setting] ?? '(not shown)'}`,
				);
				if (loaded.some(([, setting]) => Number(values[setting] ?? 0) > 0))
					return [pass(shown.join(', '), expected)];
				return loaded.some(([, setting]) => values[setting] === undefined)
					? [unknown(unseen('unexpected-reply', {detail: shown.join(', ')}), expected)]
					: [fail(`${shown.join(', ')}: it is loaded and does nothing`, expected)];
			},
		),
	examples: {
		healthy: [example()],
		defective: [
			example({settings: settings({shared_preload_libraries: 'pgaudit'})}),
			example({settings: settings({'auth_delay.milliseconds': '0'})}),
			example({
				settings: settings({
					shared_preload_libraries: 'credcheck',
					'credcheck.max_auth_failure': '0',
				}),
			}),
		],
		blind: [
			blind,
			example({settings: settings({'auth_delay.milliseconds': undefined})}),
			example({
				observer: seen({...observer, readSettings: false}),
				settings: settings({shared_preload_libraries: undefined}),
			}),
		],
	},
});
