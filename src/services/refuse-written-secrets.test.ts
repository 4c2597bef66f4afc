import {expect, test} from 'vitest';
import {UserError} from '../domain/errors.js';
import {refuseSecretInCommand, refuseSecretInPlace} from './refuse-written-secrets.js';

const give = (command: string) => () => refuseSecretInCommand({from: 'command', command});

test.each([
	'pass show db/prod',
	'vault read -field=password secret/db/prod',
	'op read "op://vault/item/password"',
	'aws secretsmanager get-secret-value --secret-id prod-db-2024 --query SecretString --output text',
	'gcloud secrets versions access latest --secret=db-password',
	'kubectl get secret db -o jsonpath="{.data.password}" | base64 -d',
	'security find-generic-password -s prod -w',
	'cat /run/secrets/db_password',
	'echo $PROD_PASSWORD',
	'echo "$PROD_PASSWORD"',
	`printf '%s' "$PW"`,
	'echo $(pass show db/prod)',
	'echo prod | ./fetch-password',
	'./fetch-password prod',
])('a command that fetches is taken: %s', command => {
	expect(give(command)).not.toThrow();
});

test.each([
	'echo hunter2',
	"echo 'correct horse battery'",
	'echo -n "hunter2"',
	"printf '%s' hunter2",
	'printf hunter2',
	'PGPASSWORD=hunter2hunter cat',
	'VAULT_TOKEN=hvs.CAESIJ1234567890abcdefghijkl vault read -field=password db',
	'psql postgres://u:hunter2@h/db -c x',
	'gcloud secrets versions access latest --secret=db-password --token=hunter2hunter3',
])('a command that holds the secret is refused and not repeated: %s', command => {
	let told = '';
	try {
		give(command)();
	} catch (error) {
		if (!(error instanceof UserError)) throw error;
		told = [error.message, ...error.next].join('\n');
	}
	expect(told).toContain('Nothing was stored');
	expect(told).not.toMatch(/hunter2|correct horse|hvs\.C/);
});

test('other sources and a command that is made to keep the search busy are no trouble', () => {
	expect(() => refuseSecretInCommand(undefined)).not.toThrow();
	expect(() => refuseSecretInCommand({from: 'env', variable: 'PROD_PASSWORD'})).not.toThrow();
	const start = Date.now();
	for (const part of ['echo ', "echo '", '-n ', '--secret=a ', '%s'])
		expect(give(`echo ${part.repeat(20_000)}$`)).not.toThrow();
	expect(Date.now() - start).toBeLessThan(2_000);
});

test('the place of a target is looked through as well', () => {
	for (const place of [
		's3://backups/prod',
		'/srv/app',
		'sftp://backup@host/prod',
		'Managed PostgreSQL',
	])
		expect(() => refuseSecretInPlace(place)).not.toThrow();
	expect(() => refuseSecretInPlace('host hvs.CAESIJ1234567890abcdefghijkl folder')).toThrow(
		/Nothing was stored/,
	);
	expect(() => refuseSecretInPlace('Example Cloud, password=Tr0ub4dor3x')).toThrow(
		/holds a secret/,
	);
});
