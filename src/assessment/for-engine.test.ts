import {expect, test} from 'vitest';
import type {CheckInfo} from '../domain/check.js';
import type {Target} from '../domain/target.js';
import {tinyControl} from '../../test/helpers/tiny-content.js';
import {forEngine} from './for-engine.js';

const info = (id: string, engines?: CheckInfo['engines']): [string, CheckInfo] => [
	id,
	{
		id,
		family: 'one',
		...(engines === undefined ? {} : {engines}),
		title: id,
		question: 'Is it so?',
		why: 'because',
		severity: 'high',
		scope: 'server',
		needs: 'nothing',
		source: 'SELECT 1',
		remediation: {all: 'mend it'},
	},
];
const checks = new Map([
	info('of-postgres', ['postgresql']),
	info('of-mysql', ['mysql', 'mariadb']),
	info('of-all'),
]);
const control = tinyControl({
	id: 'c',
	checks: ['of-postgres', 'of-mysql', 'of-all', 'planned'].map(check => ({
		check,
		role: 'required' as const,
	})),
});
const database = (engine: 'postgresql' | 'mariadb' | 'redis'): Target => ({
	id: 't-0000000001',
	name: 'shop',
	createdAt: '2026-01-01T00:00:00.000Z',
	kind: 'database',
	engine,
	endpoints: [{role: 'primary', host: 'h', port: 1}],
	identities: [],
	verification: {},
});
const kept = (target: Target): readonly string[] =>
	forEngine(control, target, checks).checks.map(({check}) => check);

test('a database keeps the checks of its engine, those of all, and those not known yet', () => {
	expect(kept(database('postgresql'))).toEqual(['of-postgres', 'of-all', 'planned']);
	expect(kept(database('mariadb'))).toEqual(['of-mysql', 'of-all', 'planned']);
	expect(kept(database('redis'))).toEqual(['of-all', 'planned']);
});

test('other targets keep all, and a control that loses nothing stays the same object', () => {
	const target: Target = {
		id: 't-0000000002',
		name: 'us',
		createdAt: '2026-01-01T00:00:00.000Z',
		kind: 'organisation',
	};
	expect(forEngine(control, target, checks)).toBe(control);
});
