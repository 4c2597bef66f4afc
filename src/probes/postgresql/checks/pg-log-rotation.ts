import {blind, example, settings} from '../examples.js';
import {asBoolean} from '../judge/settings.js';
import {withValues} from '../judge/values.js';
import {defineCheck, fail, notApplicable, pass, unknown} from '../judge/verdicts.js';

const expected =
	'log files that only the server and a group of readers may open, changed by age or size';
const wanted = {
	logging_collector: {},
	log_file_mode: {},
	log_rotation_age: {},
	log_rotation_size: {},
} as const;

/** The mode of the files. pg_settings gives the value that sessions begin with as a decimal number: 384 is 0600. */
const modeOf = (value: string): number | undefined => {
	const mode = Number.parseInt(value, value.startsWith('0') ? 8 : 10);
	return /^\d{1,4}$/.test(value) && mode <= 0o777 ? mode : undefined;
};

export const pgLogRotation = defineCheck({
	id: 'pg-log-rotation',
	title: 'Log files are private, and no file grows for ever',
	question: 'Are the server’s own log files closed to others, and changed by age or size?',
	why: 'The log holds names, addresses and pieces of statements; a file that everybody may read gives them away, and one that never ends fills the disk.',
	severity: 'low',
	scope: 'node',
	needs: 'any login role',
	remediation: {
		all: "ALTER SYSTEM SET log_file_mode = '0640'; log_rotation_age = '1d'; then SELECT pg_reload_conf();",
	},
	judge: facts =>
		withValues(facts, expected, wanted, values => {
			if (asBoolean(values.logging_collector ?? '') === false)
				return [notApplicable('the server does not write log files itself', expected)];
			const mode = modeOf(values.log_file_mode ?? '');
			if (mode === undefined)
				return [
					unknown(
						{
							seen: false,
							reason: 'unexpected-reply',
							detail: `log_file_mode = ${values.log_file_mode ?? ''} is no mode`,
						},
						expected,
					),
				];
			const shown = `log_file_mode = 0${mode.toString(8)}, log_rotation_age = ${values.log_rotation_age} min, log_rotation_size = ${values.log_rotation_size} kB`;
			if ((mode & 0o007) !== 0 || (mode & 0o020) !== 0)
				return [
					fail(
						`${shown}: ${(mode & 0o007) === 0 ? 'the group may change the log' : 'everybody on the machine gets at the log'}`,
						expected,
						{severity: 'medium'},
					),
				];
			return values.log_rotation_age === '0' && values.log_rotation_size === '0'
				? [fail(`${shown}: the server never begins a new file`, expected)]
				: [pass(shown, expected)];
		}),
	examples: {
		healthy: [example(), example({settings: settings({log_file_mode: '416'})})],
		defective: [
			example({settings: settings({log_file_mode: '420'})}),
			example({settings: settings({log_file_mode: '432'})}),
			example({settings: settings({log_rotation_age: '0', log_rotation_size: '0'})}),
		],
		blind: [
			blind,
			example({settings: settings({log_file_mode: undefined})}),
			example({settings: settings({log_file_mode: '900'})}),
		],
		notApplicable: [example({settings: settings({logging_collector: 'off'})})],
	},
});
