import {example, blind, observer} from '../examples.js';
import {defineCheck, fail, pass, whenSeen} from '../judge/verdicts.js';
import {quoteName} from '../judge/settings.js';
import {seen} from '../../engine/check.js';
import {shownBy} from '../sources.js';

const expected = 'a scanner role that is no superuser and a member of pg_monitor';

export const pgObserverCapabilities = defineCheck({
	id: 'pg-observer-capabilities',
	title: 'The scanner sees enough and may not do more',
	question: 'Does the scanner log in with a monitoring role, neither more nor less?',
	why: 'Without pg_monitor much stays unseen; with a superuser a stolen scanner password opens everything, although the scanner needs none of it.',
	severity: 'info',
	scope: 'node',
	source: shownBy('observer'),
	needs: 'any login role',
	remediation: {
		all: 'Create a role of its own for the scanner: CREATE ROLE dbvet LOGIN; GRANT pg_monitor TO dbvet; and take superuser away from the one in use.',
		'aws-rds':
			'Log in as the master user and run CREATE ROLE dbvet LOGIN; GRANT pg_monitor TO dbvet;',
		digitalocean: 'Log in as doadmin and run CREATE ROLE dbvet LOGIN; GRANT pg_monitor TO dbvet;',
		'google-cloud-sql':
			'Log in as a member of cloudsqlsuperuser and run CREATE ROLE dbvet LOGIN; GRANT pg_monitor TO dbvet;',
	},
	judge: facts =>
		whenSeen(facts.observer, expected, who => {
			if (who.superuser)
				return [fail(`dbvet looks as ${who.user}, a superuser`, expected, {severity: 'low'})];
			if (who.monitor) return [pass(`dbvet looks as ${who.user} with pg_monitor`, expected)];
			const grant = `GRANT pg_monitor TO ${quoteName(who.user)};`;
			return [
				fail(
					`${who.user} is not a member of pg_monitor: checks that need it are unknown`,
					expected,
					{
						grant,
						remediation: `Run as an administrator: ${grant}`,
					},
				),
			];
		}),
	examples: {
		healthy: [example()],
		defective: [
			example({observer: seen({...observer, superuser: true})}),
			example({observer: seen({...observer, monitor: false})}),
		],
		blind: [blind],
	},
});
