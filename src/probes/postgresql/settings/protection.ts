import {fault, fine, number, strange} from '../../engine/words.js';
import {asBoolean, customSetting} from '../judge/settings.js';
import {weakCiphers} from '../judge/ciphers.js';
import {tcpListening} from '../judge/listening.js';
import type {SettingRow} from './row.js';
import {mustBe, set} from './rules.js';

const tlsVersions = ['tlsv1', 'tlsv1.1', 'tlsv1.2', 'tlsv1.3'];
const isManaged = (platform: string | undefined): boolean =>
	platform !== undefined && platform !== 'self-managed';

/** Rows about encryption, passwords and switches that protect. */
export const protectionRows: readonly SettingRow[] = [
	{
		id: 'pg-ssl-enabled',
		setting: 'ssl',
		title: 'TLS is switched on',
		question: 'Is TLS switched on in the server?',
		why: 'Without it passwords and data cross the network in clear. On means offered, not demanded: whether plaintext is refused is another check.',
		severity: 'critical',
		expected: 'on',
		remediation: set('ssl', 'on'),
		judge: (value, facts) => {
			const listening = tcpListening(facts);
			return listening.seen && listening.value.addresses.length === 0
				? {is: 'not-applicable', why: `${listening.value.shown}: nothing goes over a network`}
				: mustBe(true)(value, facts);
		},
		also: ['listen_addresses'],
		good: ['on'],
		bad: ['off'],
	},
	{
		id: 'pg-force-tls-parameter',
		setting: 'rds.force_ssl',
		versions: customSetting,
		platforms: ['aws-rds', 'aws-aurora'],
		title: 'The provider’s switch demands TLS',
		question: 'Is the parameter on that makes the provider’s server refuse plaintext?',
		why: 'It is off by default in older versions of the service, and then plaintext is accepted beside TLS.',
		severity: 'high',
		expected: '1 (Amazon RDS and Aurora)',
		remediation: {
			all: 'Set rds.force_ssl to 1 in the parameter group (of the cluster, for Aurora).',
		},
		judge: mustBe(true),
		good: ['1', 'on'],
		bad: ['0', 'off'],
	},
	{
		id: 'pg-tls-min-version',
		setting: 'ssl_min_protocol_version',
		title: 'TLS 1.2 is the least',
		question: 'Does the server’s setting refuse TLS 1.0 and 1.1?',
		why: 'The old versions rest on broken digests and ciphers. The handshake tells what is really accepted; this is what was meant.',
		severity: 'high',
		expected: 'TLSv1.2 or TLSv1.3',
		remediation: set('ssl_min_protocol_version', 'TLSv1.2'),
		judge: value => {
			if (value === '') return fault('no least version');
			const index = tlsVersions.indexOf(value.toLowerCase());
			return index < 0 ? strange : index < 2 ? fault() : fine;
		},
		good: ['TLSv1.2', 'TLSv1.3'],
		bad: ['TLSv1', 'TLSv1.1', ''],
	},
	{
		id: 'pg-tls-max-version',
		setting: 'ssl_max_protocol_version',
		title: 'TLS 1.3 is not held back',
		question: 'May clients use TLS 1.3?',
		why: 'An upper limit keeps the best version from being used.',
		severity: 'low',
		expected: 'empty, or TLSv1.3',
		remediation: set('ssl_max_protocol_version', ''),
		judge: value => {
			if (value === '' || value.toLowerCase() === 'tlsv1.3') return fine;
			return tlsVersions.includes(value.toLowerCase()) ? fault() : strange;
		},
		good: ['', 'TLSv1.3'],
		bad: ['TLSv1.2'],
	},
	{
		id: 'pg-tls-ciphers',
		setting: 'ssl_ciphers',
		title: 'The cipher list holds no broken ciphers',
		question:
			'Does the cipher list let in ciphers without encryption, without authentication or with broken keys?',
		why: 'Effects are judged, not texts: the list is read with the rules of OpenSSL. The TLS handshake shows what is really offered.',
		severity: 'medium',
		expected: 'no NULL, anonymous, EXPORT, RC4, DES or 3DES ciphers',
		remediation: set('ssl_ciphers', 'HIGH:!aNULL:!3DES'),
		judge: value => {
			const weak = weakCiphers(value);
			if (weak === undefined) return strange;
			const grave = weak.filter(name => name !== '3DES');
			if (grave.length > 0) return fault(`lets in ${weak.join(', ')}`, 'high');
			return weak.length > 0 ? fault('lets in 3DES where OpenSSL still has it', 'low') : fine;
		},
		good: [
			'HIGH:!aNULL:!3DES',
			'ECDHE-RSA-AES256-GCM-SHA384',
			'HIGH:!aNULL',
			'ECDHE+AESGCM',
			'EECDH+AESGCM:EDH+AESGCM',
		],
		bad: [
			'HIGH:MEDIUM:+3DES:!aNULL',
			'ALL',
			'ALL:!aNULL:!eNULL',
			'HIGH:RC4-SHA',
			'COMPLEMENTOFALL',
			'AESGCM:!eNULL',
			'kRSA:!3DES:!aNULL',
		],
	},
	{
		id: 'pg-password-encryption',
		setting: 'password_encryption',
		title: 'New passwords are stored with SCRAM',
		question: 'Is a password that is set from now on stored as a SCRAM-SHA-256 verifier?',
		why: 'An MD5 entry logs its thief in without being cracked. The setting rules new passwords only.',
		severity: 'medium',
		expected: 'scram-sha-256',
		remediation: set('password_encryption', 'scram-sha-256'),
		judge: value =>
			value === 'scram-sha-256'
				? fine
				: value === 'md5' || asBoolean(value) === true
					? fault()
					: strange,
		good: ['scram-sha-256'],
		bad: ['md5', 'on'],
	},
	{
		id: 'pg-scram-iterations',
		setting: 'scram_iterations',
		versions: {since: 16},
		title: 'SCRAM is not made cheaper',
		question: 'Does SCRAM use at least its standard number of iterations?',
		why: 'Fewer iterations make a stolen verifier quicker to crack.',
		severity: 'medium',
		expected: '4096 or more (RFC 7677)',
		remediation: set('scram_iterations', '4096'),
		judge: number(n => (n >= 4096 ? fine : fault())),
		good: ['4096', '15000'],
		bad: ['1'],
	},
	{
		id: 'pg-authentication-timeout',
		setting: 'authentication_timeout',
		title: 'Unfinished logins end soon',
		question: 'Does the server end a login that does not get on?',
		why: 'Half-open logins hold connection slots that others need.',
		severity: 'low',
		expected: '60 seconds or less',
		remediation: set('authentication_timeout', '60'),
		judge: number(seconds => (seconds > 60 ? fault() : fine)),
		good: ['60', '30'],
		bad: ['600'],
	},
	{
		id: 'pg-listen-addresses',
		setting: 'listen_addresses',
		title: 'The server listens where it should',
		question: 'Does the server listen on chosen addresses only?',
		why: 'On every interface also means the one that somebody adds later. In containers and on managed services others draw the line: there the network is looked at.',
		severity: 'low',
		expected: 'named addresses',
		remediation: {
			all: "ALTER SYSTEM SET listen_addresses = 'localhost, 10.0.0.5'; with the private address, then restart.",
		},
		judge: (value, facts) => {
			const platform = facts.provider.seen ? facts.provider.value.platform : undefined;
			if (isManaged(platform)) return {is: 'not-applicable', why: 'the provider’s network decides'};
			const wide = value.split(',').some(a => ['*', '0.0.0.0', '::'].includes(a.trim()));
			return wide ? fault('every interface') : fine;
		},
		good: ['localhost', '10.0.0.5', ''],
		bad: ['*', 'localhost, 0.0.0.0', '::'],
	},
	{
		id: 'pg-pre-data-safety',
		setting: 'row_security',
		title: 'Row security is not switched off',
		question: 'Is row_security on?',
		why: 'Off makes queries that a policy would filter fail; applications then get rights to get round it.',
		severity: 'medium',
		expected: 'on',
		remediation: set('row_security', 'on'),
		judge: mustBe(true),
		good: ['on'],
		bad: ['off'],
	},
	{
		id: 'pg-lo-compat-privileges',
		setting: 'lo_compat_privileges',
		title: 'Large objects are protected by privileges',
		question: 'Are the privileges of large objects checked?',
		why: 'On means that every role reads and changes every large object.',
		severity: 'medium',
		expected: 'off',
		remediation: set('lo_compat_privileges', 'off'),
		judge: mustBe(false),
		good: ['off'],
		bad: ['on'],
	},
	{
		id: 'pg-backslash-quote',
		setting: 'backslash_quote',
		title: 'Quotes cannot be smuggled in with backslashes',
		question: 'Is \\’ in strings refused where an encoding makes it dangerous?',
		why: 'In some client encodings a backslash can be part of a character, so that the quote behind it ends the string.',
		severity: 'medium',
		expected: 'safe_encoding or off',
		remediation: set('backslash_quote', 'safe_encoding'),
		judge: value =>
			value === 'safe_encoding' || asBoolean(value) === false
				? fine
				: asBoolean(value) === true
					? fault()
					: strange,
		good: ['safe_encoding', 'off'],
		bad: ['on'],
	},
	{
		id: 'pg-tls-prefer-server-ciphers',
		setting: 'ssl_prefer_server_ciphers',
		title: 'The server chooses the cipher',
		question: 'Does the server’s order of ciphers decide, rather than the client’s?',
		why: 'Otherwise an old client’s preference picks the weakest cipher that both know. TLS 1.3 makes it matter less.',
		severity: 'low',
		expected: 'on',
		remediation: set('ssl_prefer_server_ciphers', 'on'),
		judge: mustBe(true),
		good: ['on'],
		bad: ['off'],
	},
];
