import {readFile} from 'node:fs/promises';
import {expect, test} from 'vitest';
import {allFamilies} from '../../src/probes/all-families.js';

test('what is said not to be checked is not, and nothing stands there twice', async () => {
	const text = await readFile(new URL('../../docs/not-checked.md', import.meta.url), 'utf8');
	const listed = text
		.split('\n')
		.filter(line => line.startsWith('| '))
		.flatMap(line => (line.split('|')[1] ?? '').match(/[a-z0-9]+(?:-[a-z0-9]+)+/g) ?? []);
	const built = new Set(allFamilies.flatMap(({checks}) => checks.map(({id}) => id)));
	expect(listed.length).toBeGreaterThan(25);
	expect(listed.filter(id => built.has(id))).toEqual([]);
	expect(new Set(listed).size).toBe(listed.length);
	const named = [...text.matchAll(/`((?:tls|pg|mysql|redis)-[a-z0-9-]+)`/g)].map(([, id]) => id);
	expect(named.filter(id => !built.has(id ?? ''))).toEqual([]);
});
