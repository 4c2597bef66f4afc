import {createHash, createHmac, pbkdf2Sync} from 'node:crypto';
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {scramMatches} from './passwords.js';
import {recognise} from './provider.js';
import {readOnly} from './session.js';
import {literal, strings} from './sql.js';

test('a read is one read-only transaction that leaves nothing behind', () => {
	expect(readOnly(['SELECT * FROM (SELECT 1 AS one) AS q LIMIT 11'])).toBe(
		'BEGIN READ ONLY; SET LOCAL statement_timeout = 5000; SET LOCAL lock_timeout = 500; SET LOCAL search_path = pg_catalog, pg_temp; SELECT * FROM (SELECT 1 AS one) AS q LIMIT 11; ROLLBACK',
	);
});

describe('literals', () => {
	test('cannot be left by any text', () => {
		fc.assert(
			fc.property(fc.string({unit: 'binary', maxLength: 60}), text => {
				const inside = literal(text).slice(2, -1);
				expect(inside.replace(/\\\\|\\'|\\u003b/g, '')).not.toMatch(/['\\;]/);
			}),
		);
	});
	test('an empty list matches nothing', () => {
		expect(strings([])).toBe('NULL');
	});
});

test('a SCRAM verifier is recognised for its password alone', async () => {
	const salt = Buffer.from('0123456789abcdef').toString('base64');
	const salted = pbkdf2Sync('shop', Buffer.from(salt, 'base64'), 4096, 32, 'sha256');
	const stored = createHash('sha256')
		.update(createHmac('sha256', salted).update('Client Key').digest())
		.digest();
	const verifier = {
		salt,
		iterations: 4096,
		storedKeyHash: createHash('sha256').update(stored).digest('hex'),
	};
	expect(await scramMatches('shop', verifier)).toBe(true);
	expect(await scramMatches('Shop', verifier)).toBe(false);
});

test('providers are told by their names, and two of them are none', () => {
	const nothing = {databases: [], roles: [], settings: [], aurora: false};
	const platformOf = (
		signs: Partial<Parameters<typeof recognise>[0]>,
		declared?: Parameters<typeof recognise>[1],
	) => recognise({...nothing, ...signs}, declared).platform;
	expect(recognise(nothing)).toEqual({candidates: [], signs: []});
	expect(recognise({...nothing, roles: ['rds_superuser']}).candidates).toEqual(['aws-rds']);
	expect(platformOf({databases: ['rdsadmin'], aurora: true})).toBe('aws-aurora');
	expect(platformOf({databases: ['_aiven', '_dodb'], roles: ['doadmin']})).toBe('digitalocean');
	expect(platformOf({roles: ['rds_superuser'], settings: ['rds']})).toBe('aws-rds');
	expect(platformOf({databases: ['_aiven'], roles: ['avnadmin']})).toBe('aiven');
	expect(platformOf({roles: ['avnadmin', 'cloudsqlsuperuser']}, 'aiven')).toBeUndefined();
});

test.each([
	['rds_superuser', 'aws-rds'],
	['doadmin', 'digitalocean'],
	['avnadmin', 'aiven'],
	['supabase_admin', 'supabase'],
	['neon_superuser', 'neon'],
] as const)('a role %s alone is no proof of a provider', (role, platform) => {
	const signs = {databases: [], roles: [role], settings: [], aurora: false};
	expect(recognise(signs).platform).toBeUndefined();
	expect(recognise(signs, 'self-managed').platform).toBeUndefined();
	expect(recognise(signs, platform).platform).toBe(platform);
});

test('a function that anybody may create is no proof of Aurora', () => {
	const signs = {databases: [], roles: [], settings: [], aurora: true};
	expect(recognise(signs).platform).toBeUndefined();
});
