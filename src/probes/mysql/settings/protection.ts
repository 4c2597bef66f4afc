import {fault, fine, strange} from '../../engine/words.js';
import {asBoolean, asList} from '../judge/variables.js';
import {type SettingRow} from './expand.js';
import {mustBe, set} from './rules.js';

const knownTls = ['TLSV1', 'TLSV1.0', 'TLSV1.1', 'TLSV1.2', 'TLSV1.3'];
const weakCipher =
	/RC[24]|(^|[-_])DES|3DES|NULL|EXP|ADH|AECDH|MD5|IDEA|SEED|^LOW$|^MEDIUM$|^ALL$|COMPLEMENTOF|SECLEVEL=0/i;
const knownCipher =
	/^(TLS_|ECDHE|DHE|EDH|EECDH|KEECDH|AES|HIGH|CHACHA20|RSA|SUITEB|PSK|SRP|CAMELLIA|ARIA)/i;

const isOldTls = (word: string): boolean => {
	const at = knownTls.indexOf(word);
	return at >= 0 && at < 3;
};

/** Variables about encryption, and switches that protect. */
export const protectionRows: readonly SettingRow[] = [
	{
		id: 'mysql-tls-versions',
		variables: ['tls_version'],
		also: ['admin_address', 'admin_tls_version'],
		title: 'TLS 1.2 is the least',
		question: 'Does the server’s setting leave TLS 1.0 and 1.1 out?',
		why: 'The old versions rest on broken digests and ciphers. The handshake tells what is really accepted; this is what was meant.',
		severity: 'high',
		expected: 'TLSv1.2 and TLSv1.3 only',
		remediation: set('tls_version', 'TLSv1.2,TLSv1.3'),
		judge: (value, facts) => {
			const words = asList(value);
			if (words.length === 0) return strange;
			if (!words.every(word => knownTls.includes(word))) return strange;
			if (words.some(isOldTls)) return fault();
			const {admin_address: address = '', admin_tls_version: admin = ''} = facts.variables.seen
				? facts.variables.value
				: {};
			return address !== '' && asList(admin).some(isOldTls)
				? fault(`but admin_tls_version = ${admin}, on the port for administrators`)
				: fine;
		},
		good: ['TLSv1.2,TLSv1.3', 'TLSv1.3'],
		bad: ['TLSv1,TLSv1.1,TLSv1.2', 'TLSv1.1,TLSv1.2', 'TLSv1.0,TLSv1.2'],
	},
	{
		id: 'mysql-tls-ciphers',
		variables: ['ssl_cipher'],
		absent: 'the server takes its ciphers from elsewhere',
		title: 'The cipher list names no broken ciphers',
		question: 'Does the cipher list name ciphers without encryption or with broken keys?',
		why: 'The list may let in what the TLS library alone would refuse. The handshake shows what is really offered.',
		severity: 'medium',
		expected: 'no NULL, anonymous, EXPORT, RC4, DES, 3DES or MD5 ciphers',
		remediation: set('ssl_cipher', 'ECDHE-ECDSA-AES256-GCM-SHA384:ECDHE-RSA-AES256-GCM-SHA384'),
		judge: value => {
			if (value.trim() === '')
				return {
					is: 'not-applicable',
					why: 'the list of the TLS library holds, which only the handshake shows',
				};
			const words = value.split(/[:, ]+/).filter(word => word !== '' && !/^[!-]/.test(word));
			const weak = words.filter(word => word.split('+').some(part => weakCipher.test(part)));
			if (weak.length > 0) return fault(`lets in ${weak.join(', ')}`);
			return words.every(word => knownCipher.test(word)) ? fine : strange;
		},
		good: ['ECDHE-RSA-AES256-GCM-SHA384', 'HIGH:!aNULL:!3DES', 'TLS_AES_128_GCM_SHA256'],
		bad: [
			'ALL',
			'HIGH:RC4-SHA',
			'DES-CBC3-SHA',
			'DEFAULT:@SECLEVEL=0',
			'AES128-SHA:NULL-SHA',
			'RSA+DES',
			'RSA+MEDIUM',
		],
	},
	{
		id: 'mysql-local-infile',
		variables: ['local_infile'],
		title: 'The server asks clients for no files',
		question: 'Is LOAD DATA LOCAL switched off?',
		why: 'With it whoever can slip in a statement, or stands in for the server, reads files from the machine of the application.',
		severity: 'medium',
		expected: 'OFF',
		remediation: set('local_infile', 'OFF'),
		judge: mustBe(false),
		good: ['OFF', '0'],
		bad: ['ON', '1'],
	},
	{
		id: 'mysql-skip-show-database',
		variables: ['skip_show_database'],
		title: 'Accounts cannot list the schemas of others',
		question: 'Is SHOW DATABASES kept to those who have its privilege?',
		why: 'An account sees its own schemas in any case. Without the switch it also learns nothing more, but its statement is allowed: a small hardening.',
		severity: 'low',
		expected: 'ON',
		remediation: set('skip_show_database', 'ON'),
		judge: mustBe(true),
		good: ['ON'],
		bad: ['OFF'],
	},
	{
		id: 'mysql-skip-name-resolve',
		variables: ['skip_name_resolve'],
		title: 'Logins do not depend on DNS',
		question: 'Are accounts matched by address alone, without asking DNS for names?',
		why: 'With host names in accounts whoever rules the reverse zone of an address decides which account it matches; slow DNS also makes slow logins.',
		severity: 'info',
		expected: 'ON',
		remediation: set('skip_name_resolve', 'ON'),
		judge: mustBe(true),
		good: ['ON'],
		bad: ['OFF'],
	},
	{
		id: 'mysql-symbolic-links',
		variables: ['have_symlink'],
		absent: 'this version does not have it any more',
		title: 'Tables are no links to other files',
		question: 'Are symbolic links for tables switched off?',
		why: 'A table that is a link lets the server write wherever its operating-system user may.',
		severity: 'low',
		expected: 'DISABLED or NO',
		remediation: set('symbolic-links', '0'),
		judge: mustBe(false),
		good: ['DISABLED', 'NO'],
		bad: ['YES'],
	},
	{
		id: 'mysql-old-passwords',
		variables: ['old_passwords'],
		also: ['secure_auth'],
		absent: 'MySQL 8 has no old passwords any more',
		title: 'Passwords are not stored in the form of MySQL 4.0',
		question: 'Are the 16-digit password hashes of MySQL 4.0 switched off?',
		why: 'Those hashes are reversed in minutes, and who has one logs in without reversing it.',
		severity: 'high',
		expected: 'OFF (0), and secure_auth ON where it exists',
		remediation: set('old_passwords', '0'),
		judge: (value, facts) => {
			const auth = facts.variables.seen ? facts.variables.value.secure_auth : undefined;
			if (value === '1' || value.toUpperCase() === 'ON') return fault();
			if (auth !== undefined && asBoolean(auth) !== true)
				return fault('secure_auth is off: clients may log in the old way');
			return value === '2' || asBoolean(value) === false ? fine : strange;
		},
		good: ['OFF', '0', '2'],
		bad: ['ON', '1'],
	},
];
