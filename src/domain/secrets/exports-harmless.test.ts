import {describe, expect, it} from 'vitest';
import {redactSecrets} from './redact.js';

/** Looks like the exports that hold secrets, and gives nothing away. */
const harmless: readonly string[] = [
	'variable "db_password" {\n  type = string\n  sensitive = true\n}',
	'variable "db_password" {\n  default = ""\n}\nvariable "region" {\n  default = "eu-west-1"\n}',
	'variable "db_password" {\n  default = null\n  description = "Password of the owner, from the vault"\n}',
	'output "db_password" {\n  sensitive = true\n  value = module.db.password\n}',
	JSON.stringify({db_host: {sensitive: false, type: 'string', value: 'db.example.com'}}),
	JSON.stringify({db_password: {sensitive: true, type: 'string', value: ''}}),
	JSON.stringify({
		db_password: {sensitive: true, value: 'arn:aws:secretsmanager:eu-west-1:1:secret:x'},
	}),
	JSON.stringify({type: 'random_id', instances: [{attributes: {result: 'abc'}}]}),
	JSON.stringify([
		{
			name: 'DB_PASSWORD',
			slotSetting: false,
			value: '@Microsoft.KeyVault(SecretUri=https://x.vault.azure.net/secrets/db)',
		},
	]),
	JSON.stringify([
		{name: 'DB_HOST', slotSetting: false, value: 'db'},
		{name: 'DB_PASSWORD', slotSetting: true, value: null},
	]),
	JSON.stringify({
		ParameterName: 'password_encryption',
		ParameterValue: 'scram-sha-256',
		Source: 'user',
	}),
	JSON.stringify({ParameterName: 'rds.restrict_password_commands', ParameterValue: '1'}),
	JSON.stringify({ParameterKey: 'DBPassword', UsePreviousValue: true}),
	JSON.stringify({ParameterKey: 'DBPassword', ParameterValue: '****'}),
	JSON.stringify({name: 'PGPASSWORD', valueFrom: {secretKeyRef: {name: 'db', key: 'password'}}}),
	JSON.stringify({
		properties: {password: {type: 'string', format: 'password'}, host: {default: 'x'}},
	}),
	JSON.stringify({Name: '/prod/db/host', Type: 'String', Value: 'db.example.com'}),
	'env:\n  - name: PGPASSWORD\n    valueFrom:\n      secretKeyRef:\n        name: db\n        key: password\n  - name: A\n    value: b',
	'- name: DB_PASSWORD\n  value: ${DB_PASSWORD}\n- name: OTHER\n  value: plain',
	'- ParameterKey: DBPassword\n  ParameterValue: "{{resolve:secretsmanager:db}}"',
	'Parameters:\n  DBPassword:\n    Type: String\n    NoEcho: true\n  Size:\n    Default: small',
	'password_policy: strong\npassword_min_length: 14\npassword_rotation:\n  value: 90 days',
	'password_hash: bcrypt\nhash:\n  name: argon2id\n  value: default',
	'FROM x\nARG DB_PASSWORD\nENV PATH=/usr/bin\nENV DB_PASSWORD_FILE /run/secrets/db\nENV DB_PASSWORD ${DB_PASSWORD}',
	'<add key="PasswordPolicy" value="strong"/><add key="DbPassword" value=""/><add key="Host" value="db"/>',
	'<Parameter name="password" value="${db.password}"/>',
	'<input name="user" value="app"><input type="password" name="password">',
	'user,password_enabled,password_last_used,mfa_active\nroot,true,2026-01-01,true',
	'user,password,role\napp,****,owner\nops,,reader',
	'SELECT user, password\nFROM logins, roles',
	'The user, the password, the host.\nAll are kept, in a vault, encrypted.',
	'| Secret | Store | Rotation |\n| --- | --- | --- |\n| db-owner | Vault | 90 days |',
	'| Role | Password |\n| --- | --- |\n| app | Vault |\n| ops | rotated every quarter |\n| ci | SCRAM-SHA-256 |',
	' rolname | rolpassword\n---------+-------------\n app     | ********',
	' name                | setting\n---------------------+---------\n password_encryption | scram-sha-256',
	'Variable_name\tValue\ndisconnect_on_expired_password\tON\ndefault_password_lifetime\t0',
	'Name     Value\n-----    -----\npassword_policy  strong',
	'caching_sha2_password ACTIVE\nsha256_password ACTIVE',
	'requirepass\n\nport\n6379',
	'1) "requirepass"\n2) ""\n3) "port"\n4) "6379"',
	'aws_db_instance.password (known after apply)',
	'See manage_master_user_password (RDS) for it.',
];

describe('redactSecrets', () => {
	it.each(harmless)('leaves %j alone', text => {
		expect(redactSecrets(`${text}\n`)).toEqual({text: `${text}\n`, redacted: []});
	});
});
