import {fault, fine, strange} from '../../engine/words.js';
import type {SettingRow} from './row.js';
import {mustBe, set} from './rules.js';

const chatty = ['debug5', 'debug4', 'debug3', 'debug2', 'debug1', 'debug', 'log', 'info'];

/** Rows about what sessions start with. */
export const sessionRows: readonly SettingRow[] = [
	{
		id: 'pg-session-replication-role',
		setting: 'session_replication_role',
		title: 'Triggers and foreign keys fire for every session',
		question: 'Does every session start with session_replication_role = origin?',
		why: 'With replica ordinary triggers and foreign keys do not fire: audit trails stay empty and references break without an error.',
		severity: 'high',
		expected: 'origin, for the server and for every role and database',
		remediation: set('session_replication_role', 'origin'),
		judge: value =>
			value === 'origin'
				? fine
				: value === 'local'
					? fault('it is meant for replication programs', 'info')
					: value === 'replica'
						? fault('triggers and foreign keys do not fire')
						: strange,
		good: ['origin'],
		bad: ['replica', 'local'],
	},
	{
		id: 'pg-db-user-namespace',
		setting: 'db_user_namespace',
		versions: {until: 16},
		title: 'Role names belong to the whole server',
		question: 'Is db_user_namespace off?',
		why: 'It was a makeshift that forces MD5 passwords; PostgreSQL 17 removed it.',
		severity: 'medium',
		expected: 'off',
		remediation: set('db_user_namespace', 'off'),
		judge: mustBe(false),
		good: ['off'],
		bad: ['on'],
	},
	{
		id: 'pg-client-min-messages',
		setting: 'client_min_messages',
		title: 'Clients are not told the server’s inner workings',
		question: 'Do clients get notices and warnings only?',
		why: 'Lower levels send details of plans, settings and errors to every client, and through it to whoever reads its messages.',
		severity: 'low',
		expected: 'notice or less detail',
		remediation: set('client_min_messages', 'notice'),
		judge: value =>
			['notice', 'warning', 'error'].includes(value)
				? fine
				: chatty.includes(value)
					? fault()
					: strange,
		good: ['notice', 'warning', 'error'],
		bad: ['debug1', 'log'],
	},
	{
		id: 'pg-temp-file-limit',
		setting: 'temp_file_limit',
		title: 'Temporary files have a limit',
		question: 'Is there a limit to the disk space that the temporary files of a session take?',
		why: 'One sort or join over large tables can otherwise fill the disk, and the server stops for everybody.',
		severity: 'low',
		expected: 'a limit, for example a tenth of the disk',
		remediation: set('temp_file_limit', '20GB'),
		judge: value =>
			value === '-1' ? fault('no limit') : /^\d+\s*(b|kb|mb|gb|tb)?$/i.test(value) ? fine : strange,
		good: ['20971520', '10GB'],
		bad: ['-1'],
	},
	{
		id: 'pg-md5-login-warning',
		setting: 'md5_password_warnings',
		versions: {since: 18},
		title: 'The server’s warnings of MD5 passwords are not silenced',
		question: 'Does the server warn when a password is stored with MD5?',
		why: 'PostgreSQL gives MD5 passwords up step by step. Who silences the warnings finds out at the upgrade that breaks the logins.',
		severity: 'low',
		expected: 'on',
		remediation: set('md5_password_warnings', 'on'),
		judge: mustBe(true),
		good: ['on'],
		bad: ['off'],
	},
	{
		id: 'pg-pitr-evidence',
		setting: 'archive_timeout',
		also: ['archive_mode'],
		title: 'Quiet hours reach the archive too',
		question: 'Is a WAL file archived after some minutes even when it is not full?',
		why: 'A quiet server takes hours to fill a file: what it wrote meanwhile is in no archive yet, and lost with the disk.',
		severity: 'low',
		expected: '1 to 3600 seconds, where the server archives its WAL',
		remediation: set('archive_timeout', '300'),
		judge: (value, facts) => {
			const platform = facts.provider.seen ? facts.provider.value.platform : undefined;
			if (platform !== undefined && !['self-managed', 'cloudnative-pg'].includes(platform))
				return {is: 'not-applicable', why: 'the provider archives by means of its own'};
			const mode = facts.settings.seen ? facts.settings.value.archive_mode?.value : undefined;
			if (mode === 'off')
				return {is: 'not-applicable', why: 'this server does not archive its WAL by itself'};
			const seconds = /^\d+$/.test(value) ? Number(value) : undefined;
			if (seconds === undefined) return strange;
			return seconds === 0
				? fault('a file is archived when it is full, whenever that is')
				: seconds > 3600
					? fault('more than an hour')
					: fine;
		},
		good: ['300', '60'],
		bad: ['0', '86400'],
	},
];
