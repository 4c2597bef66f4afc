import {fault, fine, strange} from '../../engine/words.js';
import {asList} from '../judge/settings.js';
import type {SettingRow} from './row.js';
import {mustBe, set} from './rules.js';

const destinations = ['stderr', 'csvlog', 'jsonlog', 'syslog', 'eventlog'];

/** Rows about where the log goes and what its lines hold. */
export const logFileRows: readonly SettingRow[] = [
	{
		id: 'pg-log-destination',
		setting: 'log_destination',
		title: 'The log goes somewhere',
		question: 'Is at least one destination for the log set?',
		why: 'With an empty list the server writes no log at all.',
		severity: 'medium',
		expected: 'stderr, csvlog, jsonlog or syslog',
		remediation: set('log_destination', 'jsonlog'),
		judge: value => {
			const words = asList(value);
			if (words.length === 0) return fault('no destination');
			return words.every(word => destinations.includes(word)) ? fine : strange;
		},
		good: ['stderr', 'csvlog,stderr', 'jsonlog', 'syslog'],
		bad: [''],
	},
	{
		id: 'pg-log-hostname',
		setting: 'log_hostname',
		title: 'The log names clients by address',
		question: 'Is the look-up of client names for the log switched off?',
		why: 'A name is what the owner of the address says it is, and each login waits for the look-up. Where the names are wanted, keep the address beside them.',
		severity: 'info',
		expected: 'off',
		remediation: set('log_hostname', 'off'),
		judge: mustBe(false),
		good: ['off'],
		bad: ['on'],
	},
	{
		id: 'pg-log-timezone',
		setting: 'log_timezone',
		title: 'The log is written in UTC',
		question: 'Are the times in the log free of daylight saving?',
		why: 'When the clocks go back an hour of local time is there twice, and the order of what happened is lost. One zone for all systems makes their logs comparable.',
		severity: 'low',
		expected: 'UTC, GMT or a fixed offset',
		remediation: set('log_timezone', 'UTC'),
		judge: value =>
			/^((etc\/)?(utc|gmt([+-]?\d{1,2})?|uct|zulu|universal|greenwich)|<[+-]?\d{1,4}>[+-]?\d{1,2}(:\d{2})?)$/i.test(
				value,
			)
				? fine
				: value === ''
					? strange
					: fault(),
		good: ['UTC', 'Etc/UTC', 'GMT', '<+01>-01'],
		bad: ['Europe/Berlin', 'America/New_York'],
	},
];
