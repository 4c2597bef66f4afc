import {expect, test} from 'vitest';
import {bearingPlatforms} from './bearing-platforms.js';
import {Target} from './target.js';
import {textsFor} from './text-for.js';

const base = {createdAt: '2026-01-02T03:04:05Z'};
const parse = (target: Readonly<Record<string, unknown>>): Target =>
	Target.parse({...base, ...target});
const database = (digit: number, more: Readonly<Record<string, unknown>>): Target =>
	parse({
		id: `t-000000000${digit}`,
		name: `db${digit}`,
		kind: 'database',
		engine: 'postgresql',
		endpoints: [{role: 'primary', host: '127.0.0.1', port: 5432}],
		identities: [],
		verification: {},
		...more,
	});

const vendor = parse({id: 't-00000000a1', name: 'aiven', kind: 'vendor'});
const onRds = database(1, {platform: 'aws-rds', vendor: 't-00000000a2'});
const onAiven = database(2, {platform: 'aiven'});
const retired = database(3, {platform: 'heroku', retiredAt: '2026-02-02T03:04:05Z'});
const bare = database(4, {});
const all = [onRds, onAiven, retired, bare];

test('each kind of target is asked in the words of the platforms it stands beside', () => {
	const of = (target: Readonly<Record<string, unknown>>): readonly string[] =>
		bearingPlatforms(parse({id: 't-00000000b1', name: 'thing', ...target}), all);
	expect(bearingPlatforms(onRds, all)).toEqual(['aws-rds']);
	expect(bearingPlatforms(bare, all)).toEqual([]);
	expect(of({kind: 'organisation'})).toEqual(['aws-rds', 'aiven']);
	expect(of({kind: 'application', uses: [onAiven.id, bare.id]})).toEqual(['aiven']);
	expect(of({kind: 'backup', of: [onRds.id, retired.id]})).toEqual(['aws-rds']);
	expect(of({kind: 'infrastructure', hosts: []})).toEqual([]);
});

test('a vendor is known by the databases it runs, else by its name or service', () => {
	expect(bearingPlatforms(vendor, all)).toEqual(['aiven']);
	expect(bearingPlatforms({...vendor, id: 't-00000000a2'}, all)).toEqual(['aws-rds']);
	const called = (name: string, service?: string): readonly string[] =>
		bearingPlatforms(parse({id: 't-00000000c1', name, kind: 'vendor', service}), []);
	expect(called('amazon', 'Aurora PostgreSQL')).toEqual(['aws-aurora']);
	expect(called('our_google-cloud')).toEqual(['google-cloud-sql']);
	expect(called('neonatal-care-hosting')).toEqual([]);
	expect(called('acme')).toEqual([]);
});

test('texts of several platforms stand under their names, and agree where they are the same', () => {
	const text = {all: 'Ask.', 'aws-rds': 'Open Artifact.', 'aws-aurora': 'Open Artifact.'};
	expect(textsFor(text, [])).toEqual(['Ask.']);
	expect(textsFor(text, ['neon', 'heroku'])).toEqual(['Ask.']);
	expect(textsFor(text, ['aws-rds', 'aws-aurora'])).toEqual(['Open Artifact.']);
	expect(textsFor(text, ['aws-rds', 'neon', 'aws-aurora'])).toEqual([
		'Ask.',
		'AWS RDS and AWS Aurora: Open Artifact.',
	]);
	expect(textsFor({...text, neon: 'Mail Neon.'}, ['neon', 'aws-rds'])).toEqual([
		'Neon: Mail Neon.',
		'AWS RDS: Open Artifact.',
	]);
});
