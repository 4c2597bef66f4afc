import {expect, test} from 'vitest';
import {checks} from './checks.js';
import {account, example, listed, program, root} from './examples.js';

const many = Array.from({length: 5_000}, (_, index) => index);
const place = account.host;

test('thousands of accounts, roles and routines are judged in a moment, and no endless chain passes', () => {
	const facts = example({
		accounts: listed(root, account, ...many.map(n => ({...account, user: `u${n}`}))),
		roleGrants: listed(
			...many.map(n => ({
				member: {user: `u${n}`, host: place},
				role: {user: `u${n + 1}`, host: place},
				admin: false,
			})),
		),
		routines: listed(
			...many.map(n => ({...program, name: `r${n}`, asDefiner: true, definer: `u${n}@gone`})),
		),
	});
	const started = performance.now();
	const outcomes = new Map(
		checks.map(check => [
			check.id,
			check
				.judge(facts, {now: '2026-11-22T00:00:00.000Z', thresholds: {}})
				.map(({outcome}) => outcome),
		]),
	);
	expect(performance.now() - started).toBeLessThan(10_000);
	// Somewhere in a chain that was not followed to its end there may be a privilege.
	expect(outcomes.get('mysql-file-priv')).toEqual(['unknown']);
	expect(outcomes.get('mysql-super-privs')).toEqual(['unknown']);
	expect(outcomes.get('mysql-routine-definer')).toHaveLength(52);
});
