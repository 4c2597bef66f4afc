import {expect, test} from 'vitest';
import {tinyCheck} from '../../test/helpers/tiny-content.js';
import {tinyDatabase} from '../../test/helpers/tiny-record.js';
import type {DatabaseTarget} from '../domain/target.js';
import {askPasswords} from './ask-passwords.js';

const checks = [
	tinyCheck({id: 'tls-versions', family: 'tls', needs: 'none'}),
	tinyCheck({
		id: 'pg-roles',
		family: 'postgresql',
		needs: 'any login role',
		engines: ['postgresql'],
	}),
	tinyCheck({id: 'pg-wire', family: 'postgresql', needs: 'none', engines: ['postgresql']}),
	tinyCheck({id: 'redis-acl', family: 'redis', needs: '+acl|list', engines: ['redis']}),
];
const typed = {from: 'prompt'} as const;
const target = (name: string, more: Partial<DatabaseTarget> = {}): DatabaseTarget => ({
	...tinyDatabase(),
	id: name,
	name,
	identities: [
		{role: 'application', user: 'app', database: 'shop', credential: typed},
		{role: 'scanner', user: 'dbvet', database: 'shop', credential: typed},
	],
	...more,
});

const asked = async (only?: readonly string[], offline = false): Promise<readonly string[]> => {
	const told: string[] = [];
	const fromEnvironment = target('env', {
		identities: [
			{
				role: 'scanner',
				user: 'dbvet',
				database: 'shop',
				credential: {from: 'env', variable: 'PW'},
			},
		],
	});
	const askSecret = (of: DatabaseTarget, {user}: {readonly user: string}): Promise<void> => {
		told.push(`${user} on ${of.name}`);
		return Promise.resolve();
	};
	const targets = [target('one'), fromEnvironment, target('two'), target('r', {engine: 'redis'})];
	await askPasswords({checks, offline, askSecret}, targets, only);
	return told;
};

test('each scanner whose password is typed is asked for, in the order of the targets', async () => {
	expect(await asked()).toEqual(['dbvet on one', 'dbvet on two', 'dbvet on r']);
});

test('nobody is asked where no wanted check logs in', async () => {
	expect(await asked(['tls-versions'])).toEqual([]);
	expect(await asked(['tls-versions', 'pg-roles'])).toEqual(['dbvet on one', 'dbvet on two']);
	// It needs no login itself, and is collected by a family that logs in for its other checks.
	expect(await asked(['pg-wire'])).toEqual(['dbvet on one', 'dbvet on two']);
	expect(await asked(undefined, true)).toEqual([]);
});

test('what ends the asking ends it for all', async () => {
	const cancelled = new Error('cancelled');
	const project = {checks, offline: false, askSecret: () => Promise.reject(cancelled)};
	await expect(askPasswords(project, [target('one')], undefined)).rejects.toBe(cancelled);
});
