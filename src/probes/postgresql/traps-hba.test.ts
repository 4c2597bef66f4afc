import {describe, expect, test} from 'vitest';
import {judge, outcomes} from '../../../test/helpers/judge.js';
import {example, listed, plainRole, settings} from './examples.js';
import {hardenedRules, rule, withRules} from './examples-hba.js';
import type {PostgresFacts} from './facts.js';

describe('rules of pg_hba.conf', () => {
	test('address and netmask are two columns, and two halves are the whole', () => {
		const halves = withRules(
			'hostssl all all 0.0.0.0/128.0.0.0 scram-sha-256',
			'hostssl all all 128.0.0.0/128.0.0.0 scram-sha-256',
		);
		expect(outcomes('pg-hba-any-address', halves)).toEqual(['fail']);
	});
	test('an IPv6 network of one organisation is not too large', () => {
		const facts = withRules('hostssl all all 2001:db8:1::/ffff:ffff:ffff:: scram-sha-256');
		expect(outcomes('pg-hba-any-address', facts)).toEqual(['pass']);
	});
	test('peer on the socket is right', () => {
		const facts = withRules('local all all peer');
		for (const id of ['pg-hba-trust', 'pg-hba-effective-first-match', 'pg-hba-md5'])
			expect(outcomes(id, facts)).toEqual(['pass']);
	});
	test('reject and cert lines are no faults', () => {
		const facts = withRules('hostssl all all 10.0.0.0/255.0.0.0 cert', 'host all all all reject');
		for (const id of [
			'pg-hba-host-not-hostssl',
			'pg-hba-effective-first-match',
			'pg-hba-any-address',
		])
			expect(outcomes(id, facts)).toEqual(['pass']);
	});
	test('a later reject does not help, an earlier one does', () => {
		const open = 'host all all 10.0.0.0/255.0.0.0 scram-sha-256';
		const shut = 'hostnossl all all all reject';
		expect(outcomes('pg-hba-effective-first-match', withRules(open, shut))).toEqual(['fail']);
		expect(outcomes('pg-hba-effective-first-match', withRules(shut, open))).toEqual(['pass']);
	});
	test('all does not match replication', () => {
		const facts = withRules('host replication all all trust', 'host all all all reject');
		expect(judge('pg-hba-trust', facts)[0]?.observed).toContain('(replication)');
		const other = withRules(
			'hostssl all all 10.0.0.0/255.0.0.0 cert',
			'host replication all all reject',
		);
		expect(outcomes('pg-hba-trust', other)).toEqual(['pass']);
	});
	test('a group matches its members, also through other groups', () => {
		const facts = {
			...withRules('host all +staff all reject', 'host all all all trust'),
			memberships: listed(
				{member: 'shop_app', role: 'team', admin: false},
				{member: 'team', role: 'staff', admin: false},
			),
			roles: listed(plainRole),
		};
		expect(outcomes('pg-hba-trust', facts)).toEqual(['pass']);
	});
	test('a group matches whoever is a member in name only', () => {
		const facts = {
			...withRules('host all +staff all reject', 'host all all all trust'),
			memberships: listed({member: 'shop_app', role: 'staff', admin: false, usable: false}),
			roles: listed(plainRole),
		};
		expect(outcomes('pg-hba-trust', facts)).toEqual(['pass']);
	});
	test('one role and one database are enough for a hole', () => {
		const facts = withRules(
			'host shop shop_app 192.0.2.0/255.255.255.0 trust',
			'host all all all reject',
		);
		expect(judge('pg-hba-trust', facts)).toMatchObject([
			{outcome: 'fail', object: 'line 1', severity: 'critical'},
		]);
	});
	test('a host name, a pattern or an own network makes it unknown, but not a certain hole', () => {
		for (const line of [
			'host all all db.example.com scram-sha-256',
			'host all /^app all scram-sha-256',
			'host @list all all scram-sha-256',
			'host all all samenet scram-sha-256',
		])
			expect(outcomes('pg-hba-trust', withRules(line))).toEqual(['unknown']);
		expect(
			outcomes('pg-hba-trust', withRules('host all all all trust', 'host all all samenet reject')),
		).toEqual(['fail']);
	});
	test('rules that turn away whom the server lets in are not believed', () => {
		const facts = withRules(...hardenedRules);
		const admitted = (way: 'plain' | 'tls', withoutProof: boolean) => ({
			admitted: [{user: 'shop_app', database: 'shop', way, withoutProof}],
		});
		const judged = (way: 'plain' | 'tls', withoutProof: boolean) =>
			['pg-hba-trust', 'pg-hba-any-address'].flatMap(id =>
				judge(id, facts, admitted(way, withoutProof)).map(({outcome}) => outcome),
			);
		expect(judged('plain', false)).toEqual(['unknown', 'unknown']);
		expect(judged('plain', true)).toEqual(['unknown', 'unknown']);
		expect(judged('tls', true)).toEqual(['unknown', 'unknown']);
		expect(judged('tls', false)).toEqual(['pass', 'pass']);
		const open = withRules('host all all all trust');
		expect(judge('pg-hba-trust', open, admitted('plain', true))).toMatchObject([{outcome: 'fail'}]);
	});
	test('a trust rule for addresses that only the server knows is a trust rule, unless one before it decides', () => {
		for (const address of ['samenet', 'samehost', 'client.example.com']) {
			const trust = `host all all ${address} trust`;
			expect(outcomes('pg-hba-trust', withRules(trust))).toEqual(['fail']);
			expect(outcomes('pg-hba-trust', withRules('host all all all reject', trust))).toEqual([
				'pass',
			]);
		}
		expect(
			outcomes('pg-hba-effective-first-match', withRules('host all all samehost trust')),
		).toEqual(['unknown']);
	});
	test('hostssl never matches while TLS is off', () => {
		const facts = {
			...withRules('hostssl all all all reject', 'host all all all trust'),
			settings: settings({ssl: 'off'}),
		};
		expect(outcomes('pg-hba-trust', facts)).toEqual(['fail']);
	});
	test('a rule for the encryption of Kerberos alone lets in as well', () => {
		const facts = withRules('hostgssenc all all all trust', 'host all all all reject');
		expect(judge('pg-hba-trust', facts)).toMatchObject([{outcome: 'fail', severity: 'critical'}]);
		expect(outcomes('pg-hba-host-not-hostssl', facts)).toEqual(['pass']);
	});
	test('trust with a client certificate is a proof only when the certificate names the role', () => {
		const behind = (clientCertificate: string): PostgresFacts =>
			example({rules: listed({...rule('hostssl all all all trust'), clientCertificate})});
		for (const id of ['pg-hba-trust', 'pg-hba-effective-first-match']) {
			expect(outcomes(id, behind('verify-full'))).toEqual(['pass']);
			expect(outcomes(id, behind('verify-ca'))).toEqual(['fail']);
		}
	});
	test('tokens that PAM checks over TLS are a remark, in clear they are a fault', () => {
		const over = (type: string) =>
			judge('pg-hba-password-cleartext', withRules(`${type} all all all pam`));
		expect(over('hostssl')).toMatchObject([{outcome: 'fail', severity: 'info'}]);
		expect(over('host')).toMatchObject([{outcome: 'fail', severity: 'high'}]);
	});
	test('a file with thousands of rules is cut off, not waited for', () => {
		const rules = Array.from({length: 500}, (_, i) =>
			rule(`host all user${i} 10.${Math.floor(i / 250)}.${i % 250}.0/255.255.255.0 md5`, i),
		);
		const facts = example({
			rules: listed(...rules),
			roles: listed(...Array.from({length: 300}, (_, i) => ({...plainRole, name: `user${i}`}))),
		});
		const started = Date.now();
		expect(outcomes('pg-hba-trust', facts)).toEqual(['unknown']);
		expect(Date.now() - started).toBeLessThan(5_000);
	});
});
