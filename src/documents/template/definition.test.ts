import {expect, test} from 'vitest';
import {readDefinition} from './definition.js';

const good = 'id: a\ntitle: A title\nsummary: What it says.\naudience: Somebody\nper: workspace\n';

test('reads a definition', () => {
	expect(readDefinition(good, 'd.yaml')).toMatchObject({id: 'a', per: 'workspace'});
});

test.each([
	[good.replace('workspace', 'planet'), 'd.yaml:5:6: per wants workspace or database'],
	[`${good}colour: red\n`, 'd.yaml:6:9: "colour" is no key of a document'],
	[good.replace('title: A title\n', ''), 'd.yaml:1:1: title is missing; it wants a text'],
	['- a\n', 'd.yaml:1:1: the file holds no keys with their values'],
	['just words', 'd.yaml:1:1: the file holds no keys with their values'],
	['id: [', 'd.yaml:'],
	['', 'd.yaml:1:1'],
])('names the place of a fault', (text, message) => {
	expect(() => readDefinition(text, 'd.yaml')).toThrow(message);
});
