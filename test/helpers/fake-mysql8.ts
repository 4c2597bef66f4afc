import {createHash} from 'node:crypto';
import {
	greeting,
	ok,
	queryOf,
	readOnlyOk,
	refuse,
	result,
	scramble,
	startFakeMysql,
	type FakeMysql,
} from './fake-mysql.js';

/** Rows by the beginning of what is asked for; what is not here is denied. */
export type Answers = Readonly<
	Record<string, readonly [readonly string[], readonly (readonly (string | null)[])[]]>
>;

const letters = (...granted: readonly number[]): string =>
	Array.from({length: 29}, (_, index) => (granted.includes(index) ? 'Y' : 'N')).join('');

const variables: Readonly<Record<string, string>> = {
	version: '8.4.13',
	require_secure_transport: 'OFF',
	tls_version: 'TLSv1.2,TLSv1.3',
	ssl_cipher: '',
	skip_name_resolve: 'ON',
	skip_show_database: 'OFF',
	local_infile: 'OFF',
	authentication_policy: '*,,',
	default_password_lifetime: '0',
	password_history: '0',
	password_reuse_interval: '0',
	sql_mode: 'STRICT_TRANS_TABLES',
	general_log: 'OFF',
	log_raw: 'ON',
	log_error_verbosity: '2',
	log_bin: 'ON',
	sync_binlog: '1',
	innodb_flush_log_at_trx_commit: '1',
	binlog_expire_logs_seconds: '2592000',
	innodb_doublewrite: 'ON',
	bind_address: '*',
	event_scheduler: 'ON',
	performance_schema: 'ON',
	max_user_connections: '0',
	wait_timeout: '28800',
	block_encryption_mode: 'aes-128-ecb',
	mandatory_roles: '',
};

const codeColumns = ['kind', 'schema', 'name', 'definer', 'asDefiner', 'secretLike', 'enabled'];
const accountColumns = [
	'user',
	'host',
	'plugin',
	'empty',
	'locked',
	'tls',
	'letters',
	'lifetime',
	'connections',
	'reuseHistory',
	'reuseDays',
	'lockAfter',
	'restrictions',
];
const sha2 = 'caching_sha2_password';

/** What a MySQL 8.4 answers, as its manual describes the tables: no MySQL could be run for these tests. */
export const mysql8: Answers = {
	'SELECT /*+ MAX_EXECUTION_TIME(5000) */ PRIVILEGE_TYPE': [
		['privilege'],
		[['PROCESS'], ['SHOW DATABASES'], ['SHOW_ROUTINE'], ['SHOW VIEW']],
	],
	'SELECT VERSION()': [
		['version', 'comment', 'account', 'hostname', 'secureFilePriv'],
		[['8.4.13', 'MySQL Community Server - GPL', 'dbvet@10.%', 'db1', null]],
	],
	'SHOW GLOBAL VARIABLES': [['Variable_name', 'Value'], Object.entries(variables)],
	'SHOW SESSION STATUS': [
		['Variable_name', 'Value'],
		[
			['Ssl_cipher', 'TLS_AES_256_GCM_SHA384'],
			['Ssl_version', 'TLSv1.3'],
		],
	],
	'SHOW GLOBAL STATUS': [
		['Variable_name', 'Value'],
		[
			['Performance_schema_thread_instances_lost', '0'],
			['Innodb_redo_log_enabled', 'ON'],
		],
	],
	'SELECT /*+ MAX_EXECUTION_TIME(5000) */ PLUGIN_NAME': [
		['name', 'status', 'type'],
		[['mysqlx', 'ACTIVE', 'DAEMON']],
	],
	'SELECT /*+ MAX_EXECUTION_TIME(5000) */ PROCESSLIST_USER': [
		['user', 'address', 'transport', 'sessions'],
		[['shop_app', '10.0.0.7', 'TCP/IP', '4']],
	],
	'SHOW REPLICA STATUS': [
		[
			'Channel_Name',
			'Source_Host',
			'Source_SSL_Allowed',
			'Source_SSL_Verify_Server_Cert',
			'Replica_IO_Running',
			'Replica_SQL_Running',
			'Seconds_Behind_Source',
			'Last_Error',
			'Replicate_Do_DB',
			'Replicate_Ignore_DB',
		],
		[['', '10.0.0.4', 'Yes', 'No', 'Yes', 'Yes', '0', '', '', '']],
	],
	'SHOW BINARY LOG STATUS': [
		['File', 'Position', 'Binlog_Do_DB', 'Binlog_Ignore_DB', 'Executed_Gtid_Set'],
		[['binlog.000007', '157', '', 'scratch', '']],
	],
	'SELECT /*+ MAX_EXECUTION_TIME(5000) */ Server_name': [['name', 'host', 'hasPassword'], []],
	'SELECT /*+ MAX_EXECUTION_TIME(5000) */ User AS `user`, Host AS `host`, plugin': [
		accountColumns,
		[
			[
				'root',
				'localhost',
				sha2,
				'0',
				'0',
				'',
				letters(15, 9, 25, 10),
				null,
				'0',
				null,
				null,
				null,
				null,
			],
			['mysql.sys', 'localhost', sha2, '1', '1', '', letters(), null, '0', null, null, null, null],
			['shop_app', '10.0.0.%', sha2, '0', '0', '', letters(), null, '0', null, null, '5', null],
			[
				'legacy',
				'%',
				'mysql_native_password',
				'1',
				'0',
				'',
				letters(9),
				null,
				'0',
				null,
				null,
				null,
				null,
			],
			[
				'writer',
				'10.%',
				sha2,
				'0',
				'0',
				'X509',
				letters(1, 2),
				null,
				'0',
				null,
				null,
				null,
				'[{"Database": "mysql", "Privileges": ["INSERT", "UPDATE"]}]',
			],
		],
	],
	'SELECT /*+ MAX_EXECUTION_TIME(5000) */ TO_USER': [
		['user', 'host', 'role', 'roleHost', 'admin'],
		[['shop_app', '10.0.0.%', 'ops', '%', '0']],
	],
	'SELECT /*+ MAX_EXECUTION_TIME(5000) */ USER AS `user`, HOST AS `host`, PRIV': [
		['user', 'host', 'privilege'],
		[['shop_app', '10.0.0.%', 'SYSTEM_VARIABLES_ADMIN']],
	],
	'SELECT /*+ MAX_EXECUTION_TIME(5000) */ User AS `user`, Host AS `host`, Db': [
		['user', 'host', 'schema', 'object', 'writes', 'reads', 'grants', 'system'],
		[],
	],
	'SELECT /*+ MAX_EXECUTION_TIME(5000) */ User AS `user`, Host AS `host`, CONCAT(Proxied': [
		['user', 'host', 'proxied', 'withGrant'],
		[],
	],
	'SELECT /*+ MAX_EXECUTION_TIME(5000) */ SCHEMA_NAME': [['name'], [['shop']]],
	"SELECT /*+ MAX_EXECUTION_TIME(5000) */ 'routine'": [
		codeColumns,
		[['routine', 'shop', 'pay', 'root@localhost', '1', null, '1']],
	],
	"SELECT /*+ MAX_EXECUTION_TIME(5000) */ 'view'": [codeColumns, []],
	"SELECT /*+ MAX_EXECUTION_TIME(5000) */ 'event'": [codeColumns, []],
	"SELECT /*+ MAX_EXECUTION_TIME(5000) */ 'trigger'": [
		codeColumns,
		[['trigger', 'shop', 'orders.stamp', 'root@localhost', '1', '0', '1']],
	],
	'SELECT /*+ MAX_EXECUTION_TIME(5000) */ name AS `name`, dl': [['name', 'library'], []],
};

const sha256 = (...parts: readonly Buffer[]): Buffer =>
	createHash('sha256').update(Buffer.concat(parts)).digest();

/** The proof of caching_sha2_password, computed the server's way from what it stores. */
const proves = (proof: Buffer, password: string): boolean => {
	const stored = sha256(sha256(Buffer.from(password)));
	const mask = sha256(stored, scramble);
	return sha256(Buffer.from(proof.map((byte, index) => byte ^ (mask[index] ?? 0)))).equals(stored);
};

/** A MySQL that lets `dbvet` in with a password in one of its ways and answers from a table; unknown questions are denied. */
export const startMysql8 = (
	password: string,
	way: 'cached' | 'full' | 'sha256_password',
	answers: Answers = mysql8,
): Promise<FakeMysql> => {
	let proven = false;
	return startFakeMysql((session, body, count) => {
		const {send} = session;
		const sql = queryOf(body);
		if (count === 0) {
			const at = body.indexOf(0, 32) + 1;
			proven = proves(body.subarray(at + 1, at + 33), password);
			if (way === 'sha256_password')
				send(
					Buffer.concat([
						Buffer.from('\xfesha256_password\0', 'latin1'),
						scramble,
						Buffer.from([0]),
					]),
				);
			else if (way === 'cached' && proven) send(Buffer.from([1, 3]), ok());
			else send(Buffer.from([1, 4]));
		} else if (count === 1 && way !== 'cached')
			send(body.equals(Buffer.from(`${password}\0`)) ? ok() : refuse(1045));
		else if (sql === 'START TRANSACTION READ ONLY') send(readOnlyOk);
		else if (sql !== undefined) {
			const found = Object.entries(answers).find(([begin]) => sql.startsWith(begin));
			if (found === undefined) send(refuse(1142));
			else send(...result(...found[1]));
		} else if (body[0] !== 1) send(refuse(1045));
	}, greeting());
};
