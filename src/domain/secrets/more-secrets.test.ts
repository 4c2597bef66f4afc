import {describe, expect, it} from 'vitest';
import {redactSecrets} from './redact.js';

const bcrypt = `$2b$12$${'aB3'.repeat(17)}xy`;
const putty = (breaks: string): string =>
	[
		'PuTTY-User-Key-File-3: ssh-ed25519',
		'Comment: app@db',
		'Public-Lines: 1',
		'AAAAC3NzaC1lZDI1NTE5AAAAIJ',
		'Private-Lines: 2',
		'AAAAIKqPrivateOne',
		'PrivateTwo==',
		'Private-MAC: 0123',
	].join(breaks);

/** What goes in, what must be gone, and what stays readable around it. */
const secrets: readonly (readonly [string, string, string])[] = [
	['repo1-cipher-pass=hunter2 two', 'hunter2 two', 'repo1-cipher-pass='],
	['repo1-azure-key=aGVsbG8rL3dvcmxk==', 'aGVsbG8', 'repo1-azure-key='],
	['repo1-s3-key-secret=wJalrXUt', 'wJalr', 'repo1-s3-key-secret='],
	['repo1-gcs-key={"private_key_id": "hunter2"}', 'hunter2', 'repo1-gcs-key='],
	['PGBACKREST_REPO1_CIPHER_PASS=hunter2', 'hunter2', 'CIPHER_PASS='],
	['pgbackrest --repo1-cipher-pass=hunter2 info', 'hunter2', ' info'],
	['WALG_LIBSODIUM_KEY=hunter2', 'hunter2', 'WALG_LIBSODIUM_KEY='],
	['AZURE_STORAGE_KEY=hunter2', 'hunter2', 'AZURE_STORAGE_KEY='],
	['AZURE_STORAGE_SAS_TOKEN=hunter2', 'hunter2', 'SAS_TOKEN='],
	['SECRET_KEY_BASE=hunter2', 'hunter2', 'SECRET_KEY_BASE='],
	['AIRFLOW__CORE__FERNET_KEY: hunter2', 'hunter2', 'FERNET_KEY: '],
	['ansible_become_pass: hunter2', 'hunter2', 'ansible_become_pass: '],
	['  - JOOMLA_PASS=hunter2', 'hunter2', 'JOOMLA_PASS='],
	['password: hun,ter2', 'hun,ter2', 'password: '],
	['Kennwort: Sommer', 'Sommer', 'Kennwort: '],
	['Passwort = Sommer', 'Sommer', 'Passwort = '],
	['Das Passwort lautet Sommer24!', 'Sommer24', 'Das Passwort lautet '],
	['mot de passe : Printemps1', 'Printemps1', 'mot de passe : '],
	['contraseña=Verano', 'Verano', 'contraseña='],
	['senha: verao', 'verao', 'senha: '],
	['pw: hunter2', 'hunter2', 'pw: '],
	['AWS Secret Access Key [None]: wJalrXUtnFEMI7MDENG', 'wJalr', 'AWS Secret Access Key [None]: '],
	['Unseal Key 1: 0a1b2c3d4e5f60718293a4b5', '0a1b2c', 'Unseal Key 1: '],
	['{"auths":{"r.example":{"auth":"YXBwOmh1bnRlcjI="}}}', 'YXBw', '"auth":"'],
	['uri AVNS_a1B2c3D4e5F6g7H8i9J end', 'AVNS_', 'uri '],
	['uri npg_a1B2c3D4e5F6 end', 'npg_', ' end'],
	['pscale_pw_a1B2c3D4e5F6g7H8i9J end', 'pscale', ' end'],
	['machine db.example.com login app password hunter2', 'hunter2', 'login app password '],
	['machine db\n  login app\n  password hunter2\n', 'hunter2', '  login app\n'],
	['default login app password hunter2', 'hunter2', 'default login app'],
	['sshpass -p hunter2 ssh db', 'hunter2', ' ssh db'],
	["sshpass -p 'hun ter2' ssh db", 'ter2', ' ssh db'],
	['mongodump --host db -u app -p hunter2 --gzip', 'hunter2', ' --gzip'],
	['sqlcmd -S db -U sa -P hunter2 -Q x', 'hunter2', ' -Q x'],
	['openssl pkcs12 -passin pass:hunter2 -in x', 'hunter2', ' -in x'],
	['aws rds modify --master-user-password Sommer2024 --apply', 'Sommer2024', ' --apply'],
	['  db.example.com:5432:*:app:hunter2', 'hunter2', '  db.example.com:5432:*:app:'],
	['\t*:*:*:app:hun ter2', 'ter2', '\t*:*:*:app:'],
	['> db.example.com:5432:shop:app:hunter2', 'hunter2', '> db'],
	['line: "db:5432:*:app:hunter2"', 'hunter2', 'line: "db'],
	['the line db:5432:*:app:hunter2 of the file', 'hunter2', ' of the file'],
	[putty('\n'), 'PrivateOne', 'Private-MAC'],
	[putty('\r\n'), 'PrivateTwo', 'Public-Lines: 1\r\nAAAAC3'],
	[JSON.stringify({key: putty('\n')}), 'PrivateTwo', 'Private-MAC'],
	[`app:${bcrypt}:0`, bcrypt.slice(0, 20), ':0'],
	['x $argon2id$v=19$m=65536,t=3,p=4$c2FsdHNhbHQ$c2FsdHNhbHRzYWx0c2FsdA y', 'c2Fsd', ' y'],
	[`app:$6$rounds=5000$salt$${'aB3'.repeat(28)}:19000`, 'aB3aB3', ':19000'],
	[`app:$y$j9T$saltsalt$${'aB3'.repeat(14)}:19000`, 'aB3aB3', ':19000'],
	[`SCRAM-SHA-512$4096:c2FsdHNhbHQ=$${'A'.repeat(43)}=:${'B'.repeat(43)}=`, 'AAAA', ''],
	[`"storedKey": "${'A'.repeat(27)}="`, 'AAAA', '"storedKey"'],
	[`pbkdf2_sha256$600000$saltsalt$${'aB3'.repeat(14)}=`, 'aB3aB3', ''],
	['userPassword {SSHA}0123456789abcdefghijABCDEFGHIJ==', '0123456', 'userPassword '],
	[`IDENTIFIED VIA ed25519 USING '${'aB3'.repeat(14)}'`, 'aB3aB3', 'ed25519'],
	["SET PASSWORD FOR 'app'@'%' = PASSWORD('hunter2');", 'hunter2', 'SET PASSWORD FOR'],
	[`AS 0x24412430303524${'0A1B'.repeat(20)} REQUIRE`, '0A1B', ' REQUIRE'],
];

/** Lines that evidence is full of, and that hold no secret. */
const harmless: readonly string[] = [
	'repo1-gcs-key=/etc/pgbackrest/gcs.json',
	'repo1-cipher-pass=${CIPHER_PASS}',
	'WALG_LIBSODIUM_KEY_PATH=/etc/wal-g/key',
	'WALE_GPG_KEY_ID=0A1B2C3D',
	'PASS=41 FAIL=2 SKIP=0',
	'PASS tests/login.test.ts',
	'{"pass": 41, "fail": 2, "bypass": "none"}',
	'Kennwort: wird alle 90 Tage gewechselt, siehe Richtlinie.',
	'Das Kennwort ist nur dem Leiter bekannt.',
	'Passwort: {{ vault_passwort }}',
	'The machine default password is changed at login.',
	'machine learning login password policy',
	'sshpass -p "$PW" ssh db',
	'sshpass -e ssh db',
	'Use --password to be asked for it, or --password-stdin.',
	'docker run --name mongo -p 27017:27017 mongo:7',
	'mysqldump -p shop > dump.sql',
	'2001:0db8:1234:5678:9abc:def0:1111:2222',
	'2a01:4444:aa:bb::1 reached',
	'  at main (app.ts:1024:5)',
	'src/app.ts:1024:5: error: no such file',
	'2026-11-22 12:30:45.123 UTC [4711] app@shop LOG:  connection authorized: user=app database=shop',
	'10.0.0.1:5432 -> 10.0.0.2:5432',
	'server_key = /etc/postgresql/16/main/certificates/server',
	'ssl_key_file = /etc/ssl/private/server.key',
	'hash: $2b$12$ is how bcrypt begins; $argon2id$ is another.',
	'password_encryption: scram-sha-256, hashed with SCRAM-SHA-256$<iterations>:<salt>$<stored>:<server>',
	'The private key: generated in an HSM. The API key is rotated every 90 days.',
	'Encryption key: aws/rds (customer managed), rotation on',
	'KmsKeyId: arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab',
	'"KeyId": "1234abcd-12ab-34cd-56ef-1234567890ab"',
	'"DBInstanceIdentifier": "prod-1", "MasterUsername": "app", "DbiResourceId": "db-ABCDEFGHIJKLMNOPQRSTUVWXYZ"',
	'PuTTY-User-Key-File-3: ssh-ed25519',
	'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJl3dIeudNqd0DPMRD6OIh65tjkxFNOtGcWB2gCgPhHq app@db',
	'sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
	'etag: "33a64df551425fcc55e4d42a148795d9f25f89d4"',
	'| token_ttl | 3600 |',
	'identified using nmap, password policy checked by the auditor',
];

describe('redactSecrets', () => {
	it.each(secrets)('takes out what is secret in %j', (text, gone, stays) => {
		const result = redactSecrets(text);
		expect(result.text).not.toContain(gone);
		expect(result.text).toContain(stays);
		expect(result.redacted.length).toBeGreaterThan(0);
		expect(redactSecrets(result.text)).toEqual({text: result.text, redacted: []});
	});

	it.each(harmless)('leaves %j alone', text => {
		expect(redactSecrets(text)).toEqual({text, redacted: []});
	});
});
