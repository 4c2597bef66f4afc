import {fault, fine, strange} from '../../engine/words.js';
import {ranks} from '../judge/ranks.js';
import {asBoolean, asList, settingOf} from '../judge/settings.js';
import type {SettingRow} from './row.js';
import {mustBe, set, upTo} from './rules.js';

/** Rows about what the server writes to its log. */
export const loggingRows: readonly SettingRow[] = [
	{
		id: 'pg-log-connections',
		setting: 'log_connections',
		title: 'Connections are logged',
		question: 'Does the log say who connected, from where and as whom?',
		why: 'Without it nobody can tell afterwards who was in, nor see an attack on passwords while it goes on.',
		severity: 'medium',
		expected: 'on, or a list with authentication, authorization or all (PostgreSQL 18)',
		remediation: set('log_connections', 'on'),
		judge: value => {
			const on = asBoolean(value);
			if (on !== undefined) return on ? fine : fault();
			const words = asList(value);
			if (words.some(word => ['all', 'authorization', 'authentication'].includes(word)))
				return fine;
			return words.every(word => ['receipt', 'setup_durations'].includes(word))
				? fault('it does not say who logged in')
				: strange;
		},
		inLog: {rank: 'log', when: 'login'},
		good: ['on', '1', 'true', 'all', 'authorization', 'receipt, authentication, authorization'],
		bad: ['off', '', 'receipt', 'setup_durations'],
	},
	{
		id: 'pg-log-disconnections',
		setting: 'log_disconnections',
		title: 'Disconnections are logged',
		question: 'Does the log say when a session ended and how long it was?',
		why: 'The end of a session bounds what somebody can have done in it.',
		severity: 'low',
		expected: 'on',
		remediation: set('log_disconnections', 'on'),
		judge: mustBe(true),
		inLog: {rank: 'log', when: 'session'},
		good: ['on'],
		bad: ['off'],
	},
	{
		id: 'pg-log-line-prefix',
		setting: 'log_line_prefix',
		also: ['logging_collector'],
		title: 'Log lines name user, database, client and time',
		question: 'Does each log line say when, in which session, who, where to and where from?',
		why: 'A statement in the log without a user, database and client address cannot be ascribed to anybody.',
		severity: 'medium',
		expected: 'a time (%m, %t or %n), a session (%p or %c), %u, %d and %h or %r',
		remediation: set('log_line_prefix', '%m [%p] %q%u@%d %r %a '),
		judge: (value, facts) => {
			const destination = settingOf(facts, 'log_destination');
			const collector = settingOf(facts, 'logging_collector');
			const collects = collector?.seen === true && asBoolean(collector.value.value) === true;
			// Without the collector plain lines go to standard error in the place of csvlog and jsonlog.
			const formats = (destination?.seen === true ? asList(destination.value.value) : []).map(f =>
				collects || !['csvlog', 'jsonlog'].includes(f) ? f : 'stderr',
			);
			if (formats.length > 0 && formats.every(f => f === 'csvlog' || f === 'jsonlog'))
				return {is: 'not-applicable', why: 'csvlog and jsonlog have all fields'};
			const tokens = new Set([...value.matchAll(/%-?\d*([a-zA-Z%])/g)].map(([, token]) => token));
			// syslog writes the time and the process itself; the structured formats have every field.
			const carried =
				formats.length > 0 && formats.every(f => ['syslog', 'csvlog', 'jsonlog'].includes(f));
			const missing = [
				...(carried || ['m', 't', 'n'].some(t => tokens.has(t)) ? [] : ['time']),
				...(carried || ['p', 'c'].some(t => tokens.has(t)) ? [] : ['session']),
				...(tokens.has('u') ? [] : ['user']),
				...(tokens.has('d') ? [] : ['database']),
				...(['h', 'r'].some(t => tokens.has(t)) ? [] : ['client address']),
			];
			return missing.length === 0 ? fine : fault(`lacks ${missing.join(', ')}`);
		},
		inLog: {rank: 'panic', when: 'login'},
		good: ['%m [%p] %q%u@%d %r %a ', '%t:%r:%u@%d:[%p]:', '%-10u %d %h %c %n'],
		bad: ['', '%m [%p] ', '%m [%p] %u@%d ', '%%m %%p %%u %%d %%h'],
	},
	{
		id: 'pg-log-min-messages',
		setting: 'log_min_messages',
		title: 'Warnings reach the log',
		question: 'Are warnings and errors logged?',
		why: 'A higher threshold drops the very messages that announce an attack or a failing disk. A lower one, debug too, keeps them.',
		severity: 'medium',
		expected: 'warning or more detail',
		remediation: set('log_min_messages', 'warning'),
		judge: upTo(ranks, 'warning'),
		inLog: {rank: 'panic', when: 'login'},
		good: ['warning', 'notice', 'info', 'debug1', 'debug5'],
		bad: ['error', 'fatal', 'panic', 'log'],
	},
	{
		id: 'pg-log-min-error-statement',
		setting: 'log_min_error_statement',
		title: 'Failing statements are logged',
		question: 'Does the log hold the statement that caused an error?',
		why: 'Denied access and injection attempts show as failing statements.',
		severity: 'medium',
		expected: 'error or more detail',
		remediation: set('log_min_error_statement', 'error'),
		judge: upTo(ranks, 'error'),
		inLog: {rank: 'error', when: 'session'},
		good: ['error', 'warning', 'debug1'],
		bad: ['fatal', 'panic'],
	},
	{
		id: 'pg-log-error-verbosity',
		setting: 'log_error_verbosity',
		title: 'Error messages keep their details',
		question: 'Are DETAIL and HINT of error messages logged?',
		why: 'The terse form drops what is needed to understand an error later.',
		severity: 'low',
		expected: 'default or verbose',
		remediation: set('log_error_verbosity', 'default'),
		judge: value =>
			['default', 'verbose'].includes(value) ? fine : value === 'terse' ? fault() : strange,
		inLog: {rank: 'error', when: 'session'},
		good: ['default', 'verbose'],
		bad: ['terse'],
	},
	{
		id: 'pg-log-replication-commands',
		setting: 'log_replication_commands',
		title: 'Replication commands are logged',
		question: 'Does the log hold who copies the database through replication?',
		why: 'A base backup over the replication protocol takes everything in one go.',
		severity: 'low',
		expected: 'on',
		remediation: set('log_replication_commands', 'on'),
		judge: mustBe(true),
		inLog: {rank: 'log', when: 'session'},
		good: ['on'],
		bad: ['off'],
	},
	{
		id: 'pg-log-lock-waits',
		setting: 'log_lock_waits',
		title: 'Long waits for locks are logged',
		question: 'Does the log say which session waits for which?',
		why: 'It explains outages that nobody can reconstruct afterwards.',
		severity: 'info',
		expected: 'on',
		remediation: set('log_lock_waits', 'on'),
		judge: mustBe(true),
		inLog: {rank: 'log', when: 'session'},
		good: ['on'],
		bad: ['off'],
	},
];
