import {blind, example, settings} from '../examples.js';
import {asBoolean, asList} from '../judge/settings.js';
import {withValues} from '../judge/values.js';
import {defineCheck, fail, notApplicable, pass} from '../judge/verdicts.js';
import {shownBy} from '../sources.js';

const expected = 'syslog_sequence_numbers and syslog_split_messages on, where syslog is used';
const switches = ['syslog_sequence_numbers', 'syslog_split_messages'] as const;

export const pgLogSyslog = defineCheck({
	id: 'pg-log-syslog',
	title: 'Syslog loses no messages',
	question: 'Where the log goes to syslog, are messages numbered and long ones split?',
	why: 'Syslog leaves out messages that repeat and cuts long ones; numbers and splitting keep every statement whole.',
	severity: 'low',
	scope: 'node',
	source: shownBy(
		'setting log_destination',
		'setting syslog_sequence_numbers',
		'setting syslog_split_messages',
	),
	needs: 'any login role',
	remediation: {
		all: 'ALTER SYSTEM SET syslog_sequence_numbers = on; and syslog_split_messages = on; then SELECT pg_reload_conf();',
	},
	judge: facts =>
		withValues(
			facts,
			expected,
			{log_destination: {}, ...Object.fromEntries(switches.map(name => [name, {}]))},
			values => {
				if (!asList(values.log_destination ?? '').includes('syslog'))
					return [notApplicable('the log does not go to syslog', expected)];
				const off = switches.filter(name => asBoolean(values[name] ?? '') !== true);
				return off.length > 0
					? off.map(name => fail(`${name} = ${values[name] ?? ''}`, expected, {object: name}))
					: [pass('messages are numbered, and long ones split', expected)];
			},
		),
	examples: {
		healthy: [example({settings: settings({log_destination: 'syslog'})})],
		defective: [
			example({
				settings: settings({log_destination: 'stderr,syslog', syslog_sequence_numbers: 'off'}),
			}),
		],
		blind: [blind, example({settings: settings({syslog_split_messages: undefined})})],
		notApplicable: [example()],
	},
});
