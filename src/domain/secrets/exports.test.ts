import {describe, expect, it} from 'vitest';
import {redactSecrets} from './redact.js';

const pw = 'Sommer-2024';

/** What tools print and what is written for them; `kept` and the line behind it stay as they are. */
const secrets: readonly (readonly [string, string])[] = [
	['Terraform variable', `variable "db_password" {\n  type = string\n  default = "${pw}"\n}`],
	[
		'Terraform variable with a block before',
		`variable "db_password" {\n  description = "of the owner { and }"\n  validation {\n    condition = length(var.db_password) > 8\n  }\n  sensitive   = true\n\n  default     = "${pw}"\n}`,
	],
	['Terraform variable on one line', `variable "admin_password" { default = "${pw}" }`],
	['Terraform output', `output "db_password" {\n  sensitive = true\n  value = "${pw}"\n}`],
	[
		'random_password in a state',
		JSON.stringify(
			{
				type: 'random_password',
				name: 'db',
				instances: [{attributes: {bcrypt_hash: '', id: 'none', length: 20, result: pw}}],
			},
			null,
			2,
		),
	],
	[
		'random_password in a state, on one line and in any order',
		JSON.stringify({instances: [{attributes: {result: pw, length: 20}}], type: 'random_password'}),
	],
	[
		'random_string in terraform show -json',
		JSON.stringify({
			address: 'module.a.random_password.db',
			values: {length: 16, keepers: {a: 'kept'}, result: pw},
		}),
	],
	[
		'random_password in terraform state show',
		`# random_password.db:\nresource "random_password" "db" {\n    id     = "none"\n    length = 16\n    result = "${pw}"\n}`,
	],
	['output', JSON.stringify({db_password: {sensitive: true, type: 'string', value: pw}})],
	['output, value first', JSON.stringify({db_password: {value: pw, type: 'string'}}, null, 2)],
	[
		'output with a nested type',
		JSON.stringify({db_password: {type: ['object', {a: 'string'}], value: pw}}),
	],
	[
		'output of many lines',
		JSON.stringify({outputs: {db_password: {sensitive: true, value: pw}}}, null, 2),
	],
	[
		'sensitive output of another name',
		JSON.stringify({dsn_part: {sensitive: true, type: 'string', value: pw}}, null, 2),
	],
	['Azure', JSON.stringify([{name: 'DB_PASSWORD', slotSetting: false, value: pw}], null, 2)],
	[
		'Azure, on one line',
		JSON.stringify([{name: 'DB_PASSWORD', slotSetting: false, a: {b: 1}, value: pw}]),
	],
	['Azure, value first', JSON.stringify([{value: pw, slotSetting: false, name: 'DB_PASSWORD'}])],
	['Azure as YAML', `- name: DB_PASSWORD\n  slotSetting: false\n  value: ${pw}`],
	['Azure as YAML, value first', `- value: ${pw}\n  slotSetting: false\n  name: DB_PASSWORD`],
	[
		'Azure as a table',
		`Name         SlotSetting  Value\n-----------  -----------  -----------\nDB_PASSWORD  False        ${pw}`,
	],
	['CloudFormation', JSON.stringify([{ParameterKey: 'DBPassword', ParameterValue: pw}], null, 2)],
	[
		'CloudFormation, value first',
		JSON.stringify([{ParameterValue: pw, ParameterKey: 'DBPassword'}]),
	],
	[
		'CloudFormation with more keys',
		JSON.stringify([{ParameterKey: 'DBPassword', UsePreviousValue: false, ParameterValue: pw}]),
	],
	['CloudFormation as YAML', `- ParameterKey: DBPassword\n  ParameterValue: ${pw}`],
	['CloudFormation as YAML, value first', `- ParameterValue: "${pw}"\n  ParameterKey: DBPassword`],
	[
		'CloudFormation on a command line',
		`--parameters ParameterKey=DBPassword,ParameterValue=${pw} --x`,
	],
	[
		'CloudFormation default',
		`Parameters:\n  DBPassword:\n    Type: String\n    NoEcho: true\n    Default: ${pw}`,
	],
	[
		'CloudFormation default in JSON',
		JSON.stringify({DBPassword: {Type: 'String', NoEcho: true, Default: pw}}, null, 2),
	],
	[
		'ARM parameter',
		JSON.stringify({administratorLoginPassword: {type: 'secureString', value: pw}}),
	],
	['Dockerfile ENV', `FROM x\nENV DB_PASSWORD ${pw}\n`],
	['Dockerfile ENV with =', `ENV A=b DB_PASSWORD=${pw} C=kept\n`],
	['Dockerfile ENV of a short name', `ENV DB_PASS ${pw}\n`],
	['Dockerfile ARG', `ARG DB_PASSWORD=${pw}\n`],
	['Dockerfile ARG quoted', `  arg db_password="${pw}"\n`],
	['Apache SetEnv', `SetEnv DB_PASSWORD ${pw}\n`],
	['appSettings', `<add key="DbPassword" value="${pw}" />`],
	['appSettings with more', `<add key='Db:Password' xdt:Locator="Match(key)" value='${pw}'/>`],
	['appSettings, value first', `<add value="${pw}" key="DbPassword"/>`],
	['Parameter', `<Parameter name="password" override="false" value="${pw}"/>`],
	['Tomcat', `<Resource name="jdbc/shop" username="app" password="${pw}" url="x"/>`],
	['Spring', `<property name="password">\n  <value>${pw}</value>\n</property>`],
	[
		'Hadoop',
		`<property>\n  <name>javax.jdo.option.ConnectionPassword</name>\n  <value>${pw}</value>\n</property>`,
	],
	['a list of docker-compose', `environment:\n  - POSTGRES_PASSWORD=${pw}\n  - A=b`],
	['a map of docker-compose', `environment:\n  POSTGRES_PASSWORD: ${pw}\n  A: b`],
	['a quoted list', `environment:\n  - "POSTGRES_PASSWORD=${pw}"\n`],
	['Kubernetes env', `env:\n  - name: PGPASSWORD\n    value: ${pw}\n`],
	['Kubernetes env in JSON', JSON.stringify({env: [{name: 'PGPASSWORD', value: pw}]})],
	['Kubernetes stringData', `kind: Secret\nstringData:\n  pg: ${pw}\n`],
	['Helm', `postgresql:\n  auth:\n    postgresPassword: ${pw}\n`],
	['helm --set', `helm install db --set auth.postgresPassword=${pw} --wait\n`],
	['Ansible', `db_password: '${pw}'\n`],
	['Ansible on one line', `- postgresql_user: name=app password=${pw} state=present`],
	['properties', `spring.datasource.password=${pw}\n`],
	['properties with a colon', `spring.datasource.password:${pw}\n`],
	['properties with a blank', `spring.datasource.password ${pw}\n`],
	['PowerShell', `$env:DB_PASSWORD = '${pw}'`],
	['PowerShell, secure', `$p = ConvertTo-SecureString '${pw}' -AsPlainText -Force`],
	['PowerShell, option', `Connect-Db -Password '${pw}' -Server x`],
	[
		'aws ssm get-parameter',
		JSON.stringify(
			{Parameter: {Name: '/prod/db/password', Type: 'SecureString', Value: pw, Version: 1}},
			null,
			2,
		),
	],
	[
		'aws ssm of another name',
		JSON.stringify(
			{Parameter: {Name: '/prod/db/pg', Type: 'SecureString', Value: pw, Version: 1}},
			null,
			2,
		),
	],
	[
		'aws ssm as YAML',
		`Parameter:\n  Name: /prod/db/pg\n  Type: SecureString\n  Value: ${pw}\n  Version: 1`,
	],
	['aws secretsmanager', JSON.stringify({Name: 'db', SecretString: pw}, null, 2)],
	[
		'JSON in JSON',
		JSON.stringify({body: JSON.stringify([{name: 'DB_PASSWORD', slotSetting: false, value: pw}])}),
	],
	['redis-cli', `1) "requirepass"\n2) "${pw}"\n3) "port"`],
	['redis-cli without a terminal', `requirepass\n${pw}\nport\n6379`],
	['Bitwarden', JSON.stringify({fields: [{label: 'DB password', type: 'CONCEALED', value: pw}]})],
	['aws lambda', JSON.stringify({Environment: {Variables: {DB_PASSWORD: pw}}})],
	['heroku config', `=== shop Config Vars\nDB_PASSWORD:  ${pw}\nNODE_ENV:     production`],
	[
		'vault kv get',
		`====== Data ======\nKey         Value\n---         -----\npassword    ${pw}\nusername    app`,
	],
	['vault kv get, as JSON', JSON.stringify({data: {data: {password: pw}}}, null, 2)],
	['vault, root_password', `root_password    ${pw}`],
	['gcloud', `settings:\n  rootPassword: ${pw}\n  tier: x`],
	['gcloud env', `env:\n- name: DB_PASSWORD\n  value: ${pw}`],
	['ALTER ROLE', `ALTER ROLE app WITH LOGIN PASSWORD '${pw}';`],
	['ALTER USER', `ALTER USER 'a'@'%' IDENTIFIED BY '${pw}' REQUIRE SSL;`],
	['ALTER LOGIN', `ALTER LOGIN app WITH PASSWORD = N'${pw}';`],
	['Oracle', `CREATE USER app IDENTIFIED BY "${pw}";`],
	['CSV', `user,password,role\napp,${pw},owner\n`],
	['CSV with quotes', `"user","password","role"\r\n"a,b","${pw}","x"\r\n`],
	['CSV with a semicolon', `user;Passwort\napp;${pw}\n`],
	['TSV', `host\tuser\tdb_password\nh\tapp\t${pw}\n`],
	['psql', ` user | password    | role\n------+-------------+------\n app  | ${pw} | x\n(1 row)`],
	[
		'MySQL',
		`+------+-------------+\n| user | password    |\n+------+-------------+\n| app  | ${pw} |\n+------+-------------+`,
	],
	['Markdown', `| User | Password | Since |\n| --- | --- | --- |\n| app | ${pw} | 2020 |`],
	['Markdown, bare', `User | Password\n--- | ---\napp | ${pw}`],
];

describe('redactSecrets', () => {
	it.each(secrets)('takes the secret out of %s, and nothing else', (_name, text) => {
		const whole = `first: kept\n${text}\nlast: kept\n`;
		const result = redactSecrets(whole);
		expect(result.text.replace(/\[redacted: [^\]]+\]/g, pw)).toBe(whole);
		expect(result.text).not.toContain(pw);
		expect(redactSecrets(result.text)).toEqual({text: result.text, redacted: []});
		expect(redactSecrets(whole.replaceAll('\n', '\r\n')).text).not.toContain(pw);
	});
});
