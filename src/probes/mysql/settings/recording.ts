import {fault, fine, number, strange} from '../../engine/words.js';
import {isManaged, platformOf} from '../judge/accounts.js';
import {asBoolean} from '../judge/variables.js';
import {type SettingRow} from './expand.js';
import {lostOnTheWay, mayLackRedoLog} from './lost.js';
import {mustBe, set} from './rules.js';

const byProvider = {
	is: 'not-applicable',
	why: 'the provider encrypts the disks, which its own settings show',
} as const;

/** Logs that hold rows of encrypted tables in clear unless they are encrypted themselves. */
const logsOfRows = ['innodb_redo_log_encrypt', 'innodb_undo_log_encrypt', 'innodb_encrypt_log'];

const encrypted: SettingRow['judge'] = (value, facts, context) => {
	const is = value.toUpperCase() === 'FORCE' ? true : asBoolean(value);
	if (is === true) return fine;
	if (isManaged(facts, context)) return byProvider;
	return is === false ? fault() : strange;
};

/** The notes of refused logins (MySQL Server Error Message Reference): ER_ACCESS_DENIED_ERROR_WITH_PASSWORD and its like. */
const refusedLogins = /ACCESS_DENIED|(MY-)?0*1092[5-9]/i;

/** Variables about logs, durability and encryption at rest. */
export const recordingRows: readonly SettingRow[] = [
	{
		id: 'mysql-general-log',
		variables: ['general_log'],
		also: ['slow_query_log', 'long_query_time'],
		title: 'Not every statement is written down',
		question: 'Is the general log off?',
		why: 'It holds every statement with its values: a second copy of personal data that nobody guards like the first, and a brake.',
		severity: 'medium',
		expected: 'OFF, but for the minutes of a search for an error',
		remediation: set('general_log', 'OFF'),
		judge: (value, facts, context) => {
			const word = mustBe(false)(value, facts, context);
			const {slow_query_log: slow = 'OFF', long_query_time: after = '10'} = facts.variables.seen
				? facts.variables.value
				: {};
			return word.is === 'fine' && asBoolean(slow) !== false && !(Number(after) > 0)
				? fault(`but the slow log takes every statement (long_query_time = ${after})`)
				: word;
		},
		good: ['OFF'],
		bad: ['ON'],
	},
	{
		id: 'mysql-log-raw',
		variables: ['log_raw'],
		absent: 'this server cannot be told to log passwords as they are',
		title: 'Passwords are not written to the log',
		question: 'Are passwords in statements replaced before they are logged?',
		why: 'On means that CREATE USER and ALTER USER leave their passwords in clear in the general log.',
		severity: 'high',
		expected: 'OFF',
		remediation: set('log_raw', 'OFF'),
		judge: mustBe(false),
		good: ['OFF'],
		bad: ['ON'],
	},
	{
		id: 'mysql-error-log',
		variables: ['log_error_verbosity', 'log_warnings'],
		also: ['log_error_suppression_list', 'log_error_services', 'dragnet.log_error_filter_rules'],
		title: 'Refused logins are in the error log',
		question: 'Does the error log hold refused logins?',
		why: 'Below this level nobody sees that somebody tries passwords. MySQL writes refused logins as notes, which need one level more than warnings.',
		severity: 'low',
		expected: 'log_error_verbosity 3 (MySQL), log_warnings 2 or more (MariaDB)',
		remediation: {
			...set('log_error_verbosity', '3'),
			all: 'MySQL: log_error_verbosity = 3; MariaDB: log_warnings = 2, under [mysqld] or with SET GLOBAL.',
		},
		judge: (value, facts) => {
			const mysql = facts.variables.seen && facts.variables.value.log_error_verbosity !== undefined;
			return number(level => {
				const muted = facts.variables.seen
					? (facts.variables.value.log_error_suppression_list ?? '')
					: '';
				if (refusedLogins.test(muted)) return fault(`but log_error_suppression_list = ${muted}`);
				const lost = facts.variables.seen ? lostOnTheWay(facts.variables.value) : undefined;
				if (lost !== undefined) return fault(`but ${lost}`);
				if (level >= (mysql ? 3 : 2)) return fine;
				return level < 2
					? fault('not even warnings', 'medium')
					: fault('warnings, but no refused logins');
			})(value);
		},
		good: ['3'],
		bad: ['2', '1', '0'],
	},
	{
		id: 'mysql-log-bin-trust',
		variables: ['log_bin_trust_function_creators'],
		absent: 'this version does not have it any more',
		title: 'Not everybody may create functions that change data',
		question: 'Do functions that are not deterministic need a strong privilege?',
		why: 'On lets any account with CREATE ROUTINE make functions whose effects differ between a server and its replicas.',
		severity: 'low',
		expected: 'OFF',
		remediation: set('log_bin_trust_function_creators', 'OFF'),
		judge: (value, facts, context) =>
			asBoolean(value) === true && isManaged(facts, context)
				? fault('usual on managed services, where nobody has SUPER', 'info')
				: mustBe(false)(value, facts, context),
		good: ['OFF'],
		bad: ['ON'],
	},
	{
		id: 'mysql-innodb-durability',
		variables: ['innodb_doublewrite'],
		also: ['innodb_flush_log_at_trx_commit', 'innodb_flush_method', 'innodb_redo_log_enabled'],
		title: 'Pages and commits survive a crash',
		question: 'Are the doublewrite buffer on and the redo log flushed at each commit?',
		why: 'Without the first a page that was half written when the power failed is lost, and with it the table; without the second the last second of commits is.',
		severity: 'high',
		expected: 'innodb_doublewrite ON, innodb_flush_log_at_trx_commit 1',
		remediation: set('innodb_doublewrite', 'ON'),
		judge: (value, facts, context) => {
			if (platformOf(facts, context) === 'aws-aurora')
				return {is: 'not-applicable', why: 'Aurora’s storage does not write pages in place'};
			const word = value.toUpperCase();
			if (word === 'DETECT_ONLY' || asBoolean(value) === false) return fault();
			if (!['DETECT_AND_RECOVER', 'FAST'].includes(word) && asBoolean(value) !== true)
				return strange;
			const {
				innodb_flush_log_at_trx_commit: flush,
				innodb_flush_method: method,
				innodb_redo_log_enabled: redo,
			} = facts.variables.seen ? facts.variables.value : {};
			if (flush === undefined || (redo === undefined && mayLackRedoLog(facts))) return strange;
			if (redo !== undefined && asBoolean(redo) !== true)
				return fault('but the redo log is switched off (ALTER INSTANCE DISABLE INNODB REDO_LOG)');
			// Both leave it to chance when pages reach the disk (MariaDB and MySQL manuals, innodb_flush_method).
			if (method !== undefined && /^(nosync|littlesync)$/i.test(method))
				return fault(`but innodb_flush_method = ${method}`);
			// 3 is a setting of MariaDB that flushes more often than 1.
			return flush === '1' || flush === '3'
				? fine
				: fault(`innodb_flush_log_at_trx_commit = ${flush}`, 'medium');
		},
		good: ['ON', 'DETECT_AND_RECOVER'],
		bad: ['OFF', '0', 'DETECT_ONLY'],
	},
	{
		id: 'mysql-binlog-encryption',
		variables: ['binlog_encryption', 'encrypt_binlog'],
		also: ['log_bin'],
		absent: 'this version cannot encrypt its binary log',
		title: 'The binary log is encrypted by the server',
		question: 'Does the server encrypt its binary log?',
		why: 'The log holds every changed row. Encrypted disks protect it too, as long as nobody copies the files.',
		severity: 'low',
		expected: 'ON, or encrypted disks',
		remediation: {
			...set('binlog_encryption', 'ON'),
			all: 'MySQL: binlog_encryption = ON with a keyring; MariaDB: encrypt_binlog = ON with a key management plugin.',
		},
		judge: (value, facts, context) => {
			const log = facts.variables.seen ? facts.variables.value.log_bin : undefined;
			if (log !== undefined && asBoolean(log) === false)
				return {is: 'not-applicable', why: 'there is no binary log'};
			return encrypted(value, facts, context);
		},
		good: ['ON'],
		bad: ['OFF'],
	},
	{
		id: 'mysql-percona-mariadb-encryption',
		variables: ['innodb_encrypt_tables', 'default_table_encryption'],
		also: ['innodb_redo_log_encrypt', 'innodb_undo_log_encrypt', 'innodb_encrypt_log'],
		absent: 'this version cannot encrypt tables by itself',
		title: 'New tables and the redo log are encrypted by the server',
		question: 'Does the server encrypt new tables, and the logs that hold their rows?',
		why: 'A copied file then tells nothing without the key. Encrypted disks protect too, as long as nobody copies the files.',
		severity: 'low',
		expected: 'ON or FORCE, or encrypted disks',
		remediation: {
			...set('default_table_encryption', 'ON'),
			all: 'MySQL: default_table_encryption = ON with a keyring; MariaDB: innodb_encrypt_tables = ON with a key management plugin whose key lies elsewhere.',
		},
		judge: (value, facts, context) => {
			const word = encrypted(value, facts, context);
			if (word.is !== 'fine' || !facts.variables.seen) return word;
			const {value: values} = facts.variables;
			const open = logsOfRows.find(name => asBoolean(values[name] ?? 'ON') === false);
			return open === undefined ? word : fault(`but ${open} = ${values[open] ?? ''}`);
		},
		good: ['ON', 'FORCE'],
		bad: ['OFF'],
	},
	{
		id: 'mysql-replication-password-storage',
		variables: ['master_info_repository'],
		absent: 'this server cannot choose where it keeps the password of its replication',
		title: 'The replication password is not in a plain file',
		question: 'Does a replica keep its password in a table rather than in a file?',
		why: 'The file master.info holds the password of the replication account in clear.',
		severity: 'low',
		expected: 'TABLE',
		remediation: set('master_info_repository', 'TABLE'),
		judge: value =>
			value.toUpperCase() === 'TABLE' ? fine : value.toUpperCase() === 'FILE' ? fault() : strange,
		good: ['TABLE'],
		bad: ['FILE'],
	},
];
