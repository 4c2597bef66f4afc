import {seen, unseen, type Verdict} from '../../engine/check.js';
import {blind, example, settings} from '../examples.js';
import type {PostgresFacts} from '../facts.js';
import {asBoolean} from '../judge/settings.js';
import {withValues} from '../judge/values.js';
import {defineCheck, fail, notApplicable, pass, unknown, whenSeen} from '../judge/verdicts.js';
import {shownBy} from '../sources.js';

const expected =
	'log files that only the server and a group of readers may open, changed by age or size';
const wanted = {
	logging_collector: {},
	log_file_mode: {},
	log_rotation_age: {},
	log_rotation_size: {},
} as const;

/** Minutes of a week; a file of more is no longer one that is changed. The default is a day. */
const longest = 10_080;

/** The mode of the files. pg_settings gives the value that sessions begin with as a decimal number: 384 is 0600. */
const modeOf = (value: string): number | undefined => {
	const mode = Number.parseInt(value, value.startsWith('0') ? 8 : 10);
	return /^\d{1,4}$/.test(value) && mode <= 0o777 ? mode : undefined;
};

/** Rotation begins a new file only where the name holds the time. */
const judgeName = (facts: PostgresFacts, shown: string): readonly Verdict[] =>
	withValues(facts, expected, {log_filename: {}, log_truncate_on_rotation: {}}, values => {
		const name = values.log_filename ?? '';
		if (name.replaceAll('%%', '').includes('%')) return [pass(shown, expected)];
		const lost = asBoolean(values.log_truncate_on_rotation ?? '') === true;
		return [
			fail(
				`${shown}: log_filename is always ${name}, ${lost ? 'and what it held is thrown away' : 'so that one file grows for ever'}`,
				expected,
			),
		];
	});

export const pgLogRotation = defineCheck({
	id: 'pg-log-rotation',
	title: 'Log files are private, and no file grows for ever',
	question: 'Are the server’s own log files closed to others, and changed by age or size?',
	why: 'The log holds names, addresses and pieces of statements; a file that everybody may read gives them away, and one that never ends fills the disk.',
	severity: 'low',
	scope: 'node',
	source: shownBy(
		'setting logging_collector',
		'setting log_file_mode',
		'setting log_rotation_age',
		'setting log_rotation_size',
		'setting log_filename',
		'setting log_truncate_on_rotation',
	),
	needs: 'pg_read_all_settings (part of pg_monitor)',
	remediation: {
		all: "ALTER SYSTEM SET log_file_mode = '0640'; log_rotation_age = '1d'; then SELECT pg_reload_conf();",
	},
	judge: facts =>
		whenSeen(facts.provider, expected, ({platform}) =>
			platform !== undefined && !['self-managed', 'cloudnative-pg'].includes(platform)
				? [
						unknown(
							unseen('hidden-by-provider', {
								detail: 'the provider keeps the log files, where nobody else has an account',
							}),
							expected,
						),
					]
				: withValues(facts, expected, wanted, values => {
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
						const age = Number(values.log_rotation_age);
						if ((age === 0 || age > longest) && values.log_rotation_size === '0')
							return [fail(`${shown}: the server begins no new file for a week or more`, expected)];
						return judgeName(facts, shown);
					}),
		),
	examples: {
		healthy: [example(), example({settings: settings({log_file_mode: '416'})})],
		defective: [
			example({settings: settings({log_file_mode: '420'})}),
			example({settings: settings({log_file_mode: '432'})}),
			example({settings: settings({log_rotation_age: '0', log_rotation_size: '0'})}),
			example({settings: settings({log_rotation_age: '1000000', log_rotation_size: '0'})}),
			example({settings: settings({log_filename: 'postgresql.log'})}),
			example({
				settings: settings({log_filename: 'postgresql.log', log_truncate_on_rotation: 'on'}),
			}),
		],
		blind: [
			blind,
			example({settings: settings({log_file_mode: undefined})}),
			example({settings: settings({log_file_mode: '900'})}),
			example({settings: settings({log_filename: undefined})}),
			example({
				provider: seen({platform: 'aws-rds', candidates: ['aws-rds'], signs: []}),
			}),
		],
		notApplicable: [example({settings: settings({logging_collector: 'off'})})],
	},
});
