import {expect, test} from 'vitest';
import type {Identity} from '../../domain/target.js';
import {seen} from '../engine/check.js';
import {pgWireAuthMethod} from './checks/pg-wire-auth-method.js';
import {applicationsFirst} from './collect-identities.js';
import {but, exampleIdentity, exampleLeaf} from './examples.js';
import type {TlsFacts} from './facts.js';

const identity = (role: Identity['role'], user: string): Identity => ({
	role,
	user,
	database: 'shop',
});

test('applications are asked for first and the scanner last, however they were declared', () => {
	const users = [
		identity('scanner', 'dbvet'),
		identity('admin', 'root'),
		identity('reporting', 'bi'),
		identity('application', 'web'),
		identity('application', 'jobs'),
	];
	expect(applicationsFirst(users).map(({user}) => user)).toEqual([
		'web',
		'jobs',
		'bi',
		'root',
		'dbvet',
	]);
});

test('a password or token asked for inside TLS is a remark only when the server is verified', () => {
	const identities = [
		{
			...exampleIdentity,
			secured: seen({kind: 'authentication', code: 3, mechanisms: []} as const),
		},
	];
	const severity = (change: Partial<TlsFacts>) =>
		pgWireAuthMethod.judge(but({identities, pin: null, ...change}), {
			now: '2026-11-22T00:00:00.000Z',
			thresholds: {},
		})[0]?.severity;
	expect(severity({})).toBe('info');
	expect(severity({pin: exampleLeaf.pin, namesHost: seen(false)})).toBe('info');
	expect(severity({namesHost: seen(false)})).toBe('medium');
	expect(severity({openssl: seen('CERT_HAS_EXPIRED')})).toBe('medium');
	expect(severity({openssl: {seen: false, reason: 'connection-closed'}})).toBe('medium');
	expect(severity({pin: 'sha256/BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB='})).toBe('medium');
});
