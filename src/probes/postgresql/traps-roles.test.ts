import {describe, expect, test} from 'vitest';
import type {Membership} from './facts/roles.js';
import {judge, judgeContext, outcomes} from '../../../test/helpers/judge.js';
import {checks} from './checks.js';
import {example, listed, plainRole} from './examples.js';

describe('roles and passwords', () => {
	test('a SCRAM verifier is no finding', () => {
		expect(outcomes('pg-password-hash-md5', example())).toEqual(['pass']);
	});
	test('one SCRAM verifier does not hide an MD5 one', () => {
		const facts = example({
			passwords: listed(
				{role: 'old', kind: 'md5', equalsName: false},
				{role: 'new', kind: 'scram', equalsName: false},
			),
		});
		expect(outcomes('pg-password-hash-md5', facts)).toEqual(['fail']);
	});
	test('a single role with BYPASSRLS is found', () => {
		const facts = example({roles: listed({...plainRole, bypassRls: true})});
		expect(outcomes('pg-role-attributes', facts)).toEqual(['fail']);
		expect(outcomes('pg-rls-bypass-roles', facts)).toEqual(['fail']);
	});
	test('a role without a connection limit is no finding', () => {
		const found = checks
			.flatMap(check => check.judge(example(), judgeContext))
			.filter(v => v.outcome === 'fail');
		expect(found).toEqual([]);
	});
	test('the role of pg_rewind is a remark; an application with the same rights is not', () => {
		const granted = (grantee: string, ...names: readonly string[]) =>
			judge(
				'pg-admin-function-grants',
				example({
					adminFunctions: listed(
						...names.map(name => ({function: `${name}(text)`, grantee, severe: true})),
					),
				}),
			).map(({severity}) => severity);
		const all = ['pg_ls_dir', 'pg_stat_file', 'pg_read_binary_file'];
		expect(granted('rewind_user', ...all)).toEqual(['info', 'info', 'info']);
		expect(granted('shop_app', ...all)).toEqual(['high', 'high', 'high']);
		expect(granted('other', 'pg_read_binary_file')).toEqual(['high']);
		expect(granted('other', ...all, 'lo_import')).toEqual(['high', 'high', 'high', 'high']);
	});
	test('memberships count through other roles', () => {
		const facts = example({
			memberships: listed(
				{member: 'shop_app', role: 'a', admin: false},
				{member: 'a', role: 'b', admin: false},
				{member: 'b', role: 'a', admin: false},
				{member: 'b', role: 'pg_write_server_files', admin: false},
			),
		});
		expect(judge('pg-predefined-role-members', facts)).toMatchObject([
			{outcome: 'fail', observed: 'shop_app -> a -> b -> pg_write_server_files'},
		]);
	});
	test('a membership that gives nothing is no way up', () => {
		const told = (usable: boolean) => {
			const facts = example({
				roles: listed(plainRole, {...plainRole, name: 'root', superuser: true}),
				memberships: listed<Membership>(
					{member: 'shop_app', role: 'a', admin: false, usable},
					{member: 'a', role: 'root', admin: false},
				),
			});
			return ['pg-app-uses-admin-role', 'pg-role-escalation-graph'].map(
				check => outcomes(check, facts)[0],
			);
		};
		expect(told(true)).toEqual(['fail', 'fail']);
		expect(told(false)).toEqual(['pass', 'pass']);
	});
	test('a role named like a provider’s administrator is no excuse on a server of one’s own', () => {
		const facts = example({roles: listed({...plainRole, name: 'rdsadmin', superuser: true})});
		expect(outcomes('pg-superusers', facts)).toEqual(['fail']);
	});
	test('a schema that one role may write to is one finding, whoever looks through it', () => {
		const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
		const schema = {name: 'public', owner: null, publicCreate: false, publicUsage: true};
		const own = (role: string) => ({role, database: null, name: 'search_path', secretLike: false});
		const facts = example({
			schemas: listed({...schema, creators: ['shop_bi']}),
			roles: listed(...[...names, 'shop_bi'].map(name => ({...plainRole, name}))),
			roleSettings: listed(...names.slice(0, 3).map(role => ({...own(role), value: 'public'}))),
		});
		const all = judge('pg-search-path-writable', facts);
		expect(all).toHaveLength(1);
		expect(all[0]).toMatchObject({outcome: 'fail', object: 'public'});
		expect(all[0]?.observed).toContain('shop_bi may create objects in public, and ');
		expect(all[0]?.observed).toMatch(/d, e, f, g, a and 2 more may look for theirs there/);
		expect(all[0]?.observed).toContain('search_path of the server, role a, role b, role c');
	});
});
