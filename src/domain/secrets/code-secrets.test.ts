import {describe, expect, it} from 'vitest';
import {redactSecrets} from './redact.js';

/** What goes in, what must be gone, and what stays readable around it. */
const secrets: readonly (readonly [string, string, string])[] = [
	['  ~ password = "hunter1" -> "hunter2"', 'hunter2', '  ~ password = "'],
	['  ~ password: "hunter1" => "hunter2"', 'hunter2', ' => "'],
	['  ~ master_password = (sensitive value) -> "hunter2"', 'hunter2', 'master_password'],
	['  ~ password = hunter1 -> hunter2', 'hunter2', '~ password = '],
	['"app" "hunter2"', 'hunter2', '"app" "'],
	['"app" "hunter2" ""\n"ops" "x"', 'hunter2', '"app" "'],
	["define('DB_PASSWORD', 'hunter2');", 'hunter2', "define('DB_PASSWORD', '"],
	['setenv("PGPASSWORD", "hunter2")', 'hunter2', 'setenv("PGPASSWORD", "'],
	['os.environ["DB_PASSWORD"] = "hunter2"', 'hunter2', '"] = "'],
	["config[:password] = 'hunter2'", 'hunter2', 'config[:password]'],
	["$cfg['password'] = 'hunter2';", 'hunter2', "';"],
	['ds.setPassword("hunter2");', 'hunter2', '");'],
	["builder.password('hunter2')", 'hunter2', 'builder'],
	['ConvertTo-SecureString "hunter2" -AsPlainText', 'hunter2', ' -AsPlainText'],
	['ConvertTo-SecureString -String "hunter2" -Force', 'hunter2', ' -Force'],
	['app:hunter2@tcp(db:3306)/shop', 'hunter2', '@tcp(db:3306)/shop'],
	['dsn = "app:p/w:x@unix(/run/my.sock)/shop"', 'p/w:x', '@unix(/run'],
	['redis-cli -h cache AUTH hunter2', 'hunter2', 'redis-cli -h cache AUTH '],
	['127.0.0.1:6379> auth app hunter2', 'hunter2', '127.0.0.1:6379> auth app '],
	['args: ["--password", "hunter2", "-v"]', 'hunter2', '"-v"]'],
	['args:\n  - --password\n  - hunter2\n  - -v', 'hunter2', '  - -v'],
	['pass = hunter2', 'hunter2', 'pass = '],
	['pass: hunter2', 'hunter2', 'pass: '],
	['**Password:** hunter2', 'hunter2', '**Password:** '],
	['**Password**: `hunter`', 'hunter', '**Password**: `'],
	['- Password: `hunter2`', 'hunter2', '- Password: '],
	['| Password | hunter2 |', 'hunter2', '| Password | '],
	['| db `password` | `hunter2` |', 'hunter2', '` |'],
	['<tr><td>Password</td><td>hunter2</td></tr>', 'hunter2', '</td></tr>'],
	['"passwords": ["hunter", "second"]', 'second', '"passwords": ['],
	['passwords:\n  ["hunter",\n  "second"]', 'second', 'passwords:'],
	['password\u00a0=\u00a0hunter2', 'hunter2', 'password'],
	['\u001b[1mpassword\u001b[0m: hunter2', 'hunter2', '\u001b[1mpassword'],
	["SELECT pgp_sym_encrypt(card, 'hunter2')", 'hunter2', 'pgp_sym_encrypt(card, '],
	["AES_ENCRYPT('4111','hunter2')", 'hunter2', 'AES_ENCRYPT('],
	['The login is app, password Sommer2024 for now', 'Sommer2024', ' for now'],
];

/** Lines that evidence is full of, and that hold no secret. */
const harmless: readonly string[] = [
	'  ~ password = (sensitive value) -> (sensitive value)',
	'  ~ password_length = 12 -> 16',
	'  ~ rotation = "90d" -> "30d"',
	'"PASS=41", "FAIL=2"',
	'SELECT "user", "password" FROM logins;',
	'"user","password","role"',
	'["password", "token", "created"]',
	'password policy("strict")',
	'getenv("DB_PASSWORD")',
	'os.environ["DB_PASSWORD"]',
	'password = os.environ["DB_PASSWORD"]',
	'redis-cli ACL LIST',
	'pass: 41',
	'pass = 41',
	'pass: all of them',
	'**Password:** must be changed every 90 days',
	'**Password rules**: twelve characters',
	'| Password | Role | Since |',
	'| password | rotated every quarter |',
	'| password | scram-sha-256 |',
	'"passwords": []',
	'"imagePullSecrets": ["registry"]',
	'password caching_sha2_password',
	'hostssl all all 0.0.0.0/0 password ldapserver=10.0.0.1',
	'FATAL:  password authentication failed for user "app1"',
	'password 10.0.0.1/32',
	'shop:5432@tcp and more',
	'Set the password at https://console.example.com/2024',
	'pgp_sym_encrypt(card, current_setting($1))',
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
