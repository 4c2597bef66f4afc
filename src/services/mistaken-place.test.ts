import fc from 'fast-check';
import {expect, test} from 'vitest';
import {meantUrl} from './mistaken-place.js';

test.each([
	['db.example.com:5432/shop', 'postgres://USER@db.example.com:5432/shop'],
	['localhost:5432', 'postgres://USER@localhost:5432/DATABASE'],
	['db:3306/shop', 'mysql://USER@db:3306/shop'],
	['cache:6380', 'rediss://USER@cache:6380'],
	['[::1]:5432/shop', 'postgres://USER@[::1]:5432/shop'],
	['app@db.example.com/shop', 'postgres://app@db.example.com/shop'],
	['jdbc:postgresql://h/x', 'postgres://USER@h/x'],
	['jdbc:postgresql://h:5433/x?user=app&password=hunter2', 'postgres://app@h:5433/x'],
	['jdbc:mysql://h:3306/x', 'mysql://USER@h:3306/x'],
	['jdbc:oracle:thin:@h:1521/x', 'postgres://USER@HOST/DATABASE'],
	['host=h user=u', 'postgres://u@h/DATABASE'],
	["host=h port=5433 dbname='shop' user=u password=hunter2", 'postgres://u@h:5433/shop'],
	['postgres:/u@h/x', 'postgres://u@h/x'],
	['postgresql:u@h/x', 'postgres://u@h/x'],
	['redis:h:6379', 'redis://USER@h:6379'],
	['app:hunter2@h:5432/x', 'postgres://app@h:5432/x'],
])('%s was perhaps meant as %s', (text, url) => {
	expect(meantUrl(text)).toBe(url);
});

test.each([
	'src',
	'./src',
	'../shop/api',
	'/srv/app',
	'nas:/dumps',
	'git@github.com:example/shop',
	'https://git.example.com/shop',
	'postgres://u@h/x',
	'C:\\work\\shop',
	'a b c',
	'',
])('%s is no database', text => {
	expect(meantUrl(text)).toBeUndefined();
});

test('no text takes long', () => {
	const start = performance.now();
	for (const part of ['a=', 'a= ', "'", 'a@', ':', '/', 'jdbc:a', 'host=a '])
		meantUrl(`${part.repeat(Math.floor(1000 / part.length))}!`);
	expect(performance.now() - start).toBeLessThan(500);
});

test('no password is repeated', () => {
	const password = fc.string({unit: 'grapheme', minLength: 1, maxLength: 30});
	fc.assert(
		fc.property(password, end => {
			for (const text of [
				`app:Secret${end}@h:5432/x`,
				`postgres:app:Secret${end}@h/x`,
				`postgres:/app:Secret${end}@h/x`,
				`jdbc:postgresql://app:Secret${end}@h/x`,
				`jdbc:postgresql://h/x?user=app&password=Secret${end}`,
				`host=h password=Secret${end} user=u`,
				`host=h password='Secret${end}' user=u`,
			])
				expect(meantUrl(text) ?? '', text).not.toContain('Secret');
		}),
	);
});
