import {fault, fine, number, strange} from '../../engine/words.js';
import {isEveryAddress} from '../../engine/every-address.js';
import {asList} from '../judge/variables.js';
import {isManaged} from '../judge/accounts.js';
import {tcpListening} from '../judge/listening.js';
import {isProvenElsewhere} from '../judge/plugins.js';
import {type SettingRow} from './expand.js';
import {set} from './rules.js';

/** Variables about passwords, addresses and sessions. */
export const accessRows: readonly SettingRow[] = [
	{
		id: 'mysql-password-lifetime',
		variables: ['default_password_lifetime'],
		title: 'Passwords expire after a year at most',
		question: 'Do passwords expire by themselves, within a year?',
		why: 'A limit ends accounts that everybody forgot. NIST SP 800-63B advises against a regular change for people: weigh it for yours.',
		severity: 'low',
		expected: '1 to 365 days',
		remediation: set('default_password_lifetime', '365'),
		judge: number(days => (days === 0 ? fault('never') : days > 365 ? fault() : fine)),
		ofAccount: ({lifetimeDays, logins}) =>
			lifetimeDays === null ||
			(lifetimeDays > 0 && lifetimeDays <= 365) ||
			logins.every(({plugin}) => isProvenElsewhere(plugin))
				? undefined
				: lifetimeDays === 0
					? 'a password that never expires'
					: `a password for ${lifetimeDays} days`,
		badAccounts: [{lifetimeDays: 0}, {lifetimeDays: 3650}],
		good: ['365', '90'],
		bad: ['0', '1000'],
	},
	{
		id: 'mysql-bind-address',
		variables: ['bind_address'],
		also: ['mysqlx_bind_address', 'admin_address', 'skip_networking'],
		title: 'The server listens where it should',
		question: 'Does the server listen on chosen addresses only?',
		why: 'On every interface also means the one that somebody adds later. In containers and on managed services others draw the line: there the network is looked at.',
		severity: 'low',
		expected: 'named addresses',
		remediation: {
			all: 'Write bind_address = 10.0.0.5 (the private address) under [mysqld] in the configuration file and restart.',
		},
		judge: (value, facts, context) => {
			if (isManaged(facts, context))
				return {is: 'not-applicable', why: 'the provider’s network decides'};
			const listening = tcpListening(facts);
			if (listening.seen && listening.value.addresses.length === 0)
				return {is: 'not-applicable', why: listening.value.shown};
			// MariaDB listens everywhere when nothing is written.
			const addresses = value.split(',').map(address => address.trim());
			if (addresses.some(isEveryAddress)) return fault('every interface');
			const admin = facts.variables.seen ? facts.variables.value.admin_address : undefined;
			if (admin !== undefined && admin !== '' && isEveryAddress(admin))
				return fault(`but admin_address = ${admin}, where administrators connect`);
			const mysqlx = facts.variables.seen ? facts.variables.value.mysqlx_bind_address : undefined;
			return mysqlx?.split(',').some(isEveryAddress) === true
				? fault(`but mysqlx_bind_address = ${mysqlx}, where the X protocol listens`)
				: fine;
		},
		good: ['127.0.0.1', '10.0.0.5', '10.0.0.5,::1'],
		bad: ['*', '0.0.0.0', '::', '', '10.0.0.5,*', '0', '::0'],
	},
	{
		id: 'mysql-sql-mode-strict',
		variables: ['sql_mode'],
		title: 'Values that do not fit are refused',
		question: 'Does the server refuse values that do not fit, rather than cut them?',
		why: 'Without the strict mode a name that is too long is silently cut, so that two users may become one. A session may choose otherwise for itself.',
		severity: 'low',
		expected: 'STRICT_TRANS_TABLES or STRICT_ALL_TABLES',
		remediation: {
			all: 'Add STRICT_TRANS_TABLES to sql_mode under [mysqld] (on managed services in the parameter group), after a trial with the application.',
		},
		judge: value => {
			const modes = asList(value);
			return modes.includes('STRICT_TRANS_TABLES') || modes.includes('STRICT_ALL_TABLES')
				? fine
				: fault();
		},
		good: ['STRICT_TRANS_TABLES,NO_ENGINE_SUBSTITUTION', 'STRICT_ALL_TABLES'],
		bad: ['', 'NO_ENGINE_SUBSTITUTION'],
	},
	{
		id: 'mysql-block-encryption-mode',
		variables: ['block_encryption_mode'],
		absent: 'this version cannot change the mode of AES_ENCRYPT',
		title: 'AES_ENCRYPT does not use ECB',
		question: 'Does AES_ENCRYPT use a mode that hides repetitions?',
		why: 'In the ECB mode equal blocks stay equal, so that patterns of the data show. It matters only where SQL encrypts; better is encryption in the application.',
		severity: 'info',
		expected: 'aes-256-cbc or another mode than ECB',
		remediation: set('block_encryption_mode', 'aes-256-cbc'),
		judge: value => {
			const mode = /^aes-(128|192|256)-([a-z0-9]+)$/i.exec(value)?.[2];
			return mode === undefined ? strange : mode.toLowerCase() === 'ecb' ? fault() : fine;
		},
		good: ['aes-256-cbc', 'aes-256-ctr'],
		bad: ['aes-128-ecb'],
	},
	{
		id: 'mysql-max-connections',
		variables: ['max_user_connections'],
		also: ['max_connections'],
		title: 'No account can take all connections',
		question: 'Is there a limit on the connections of a single account?',
		why: 'Without one an application that leaks connections shuts everybody else out, administrators included.',
		severity: 'low',
		expected: 'a number above 0 and below max_connections, for each account',
		remediation: set('max_user_connections', '100'),
		judge: (value, facts) => {
			const all = facts.variables.seen ? facts.variables.value.max_connections : undefined;
			return number(most => {
				if (most <= 0) return fault('no limit');
				if (all === undefined || !/^\d+$/.test(all)) return strange;
				return most < Number(all) ? fine : fault(`as many as there are (max_connections = ${all})`);
			})(value);
		},
		ofAccount: (one, facts) => {
			const all = Number(facts.variables.seen ? facts.variables.value.max_connections : 0);
			return one.maxConnections !== null && one.maxConnections >= all
				? `${one.maxConnections} of ${all} connections`
				: undefined;
		},
		badAccounts: [{maxConnections: 5000}],
		good: ['100'],
		bad: ['0', '1000'],
	},
	{
		id: 'mysql-timeouts',
		variables: ['wait_timeout'],
		also: ['interactive_timeout'],
		title: 'Idle sessions end',
		question: 'Does the server end sessions that say nothing for eight hours?',
		why: 'Forgotten sessions hold connections and the rights of the day they began.',
		severity: 'info',
		expected: '28800 seconds or less',
		remediation: set('wait_timeout', '28800'),
		judge: (value, facts) => {
			const other = facts.variables.seen ? facts.variables.value.interactive_timeout : undefined;
			return number(seconds => {
				if (seconds > 28_800) return fault();
				return other !== undefined && !(Number(other) <= 28_800)
					? fault(`but interactive_timeout = ${other}, which sessions of terminals get`)
					: fine;
			})(value);
		},
		good: ['28800', '600'],
		bad: ['31536000'],
	},
];
