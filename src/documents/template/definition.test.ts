import {expect, test} from 'vitest';
import {readDefinition} from './definition.js';

const good = 'id: a\ntitle: A title\nsummary: What it says.\naudience: Somebody\nper: workspace\n';

test('reads a definition', () => {
	expect(readDefinition(good, 'd.yaml')).toMatchObject({id: 'a', per: 'workspace'});
});

test.each([
	[good.replace('workspace', 'planet'), 'd.yaml:5:6: per:'],
	[`${good}colour: red\n`, 'd.yaml:1:1'],
	['id: [', 'd.yaml:'],
	['', 'd.yaml:1:1'],
])('names the place of a fault', (text, message) => {
	expect(() => readDefinition(text, 'd.yaml')).toThrow(message);
});
