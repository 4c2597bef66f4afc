import type * as Os from 'node:os';
import {afterEach, expect, test, vi} from 'vitest';
import type {DatabaseTarget, Identity} from '../domain/target.js';
import {cacheFolder} from './compiled/folder.js';
import {createSecrets} from './secrets.js';

const identity: Identity = {role: 'scanner', user: 'app', database: 'shop'};
const target: DatabaseTarget = {
	id: 't-0000000001',
	name: 'prod',
	createdAt: '2026-01-01T00:00:00Z',
	kind: 'database',
	engine: 'postgresql',
	endpoints: [{role: 'primary', host: 'db.example.com', port: 5432}],
	identities: [identity],
	verification: {},
};

const nobody = vi.hoisted(() => ({isNobody: false}));
vi.mock('node:os', async original => {
	const os = await original<typeof Os>();
	return {
		...os,
		homedir: () => {
			if (nobody.isNobody) throw new Error('uv_os_homedir returned ENOENT');
			return '/home/app';
		},
	};
});
afterEach(() => {
	nobody.isNobody = false;
});

test('who has no home has no password file and nothing that is kept for the next start', async () => {
	nobody.isNobody = true;
	expect(await createSecrets({}).secret(target, identity)).toBeUndefined();
	expect(cacheFolder({}, 'linux')).toBeUndefined();
	expect(cacheFolder({XDG_CACHE_HOME: '/var/cache'}, 'linux')).toBe('/var/cache/dbvet');
});

test.each([
	['linux', {}, '/home/app/.cache/dbvet'],
	['linux', {XDG_CACHE_HOME: 'relative'}, '/home/app/.cache/dbvet'],
	['darwin', {}, '/home/app/Library/Caches/dbvet'],
] as const)('on %s with %j it is kept in %s', (platform, env, folder) => {
	expect(cacheFolder(env, platform)).toBe(folder);
});
