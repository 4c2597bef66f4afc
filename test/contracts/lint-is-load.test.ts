import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {beforeAll, describe, expect, it} from 'vitest';
import type {Content} from '../../src/domain/content.js';
import {compileTiny, lintOver, loadOver} from '../helpers/compile-tiny.js';
import {tinyFiles, withFolder} from '../helpers/content-root.js';
import {formMistakes, linkMistakes, plantMistake} from '../helpers/planted-mistakes.js';

type Files = Readonly<Record<string, string>>;

const mistakes = [...formMistakes, ...linkMistakes];

let content: Content;
beforeAll(async () => {
	content = await compileTiny();
});

/** The errors of the lint and what the load leaves out, of a workspace with these files of its own. */
const both = (files: Files) =>
	withFolder(files, async root => ({
		lint: (await lintOver(content, root))
			.filter(p => p.severity === 'error')
			.map(({file, line, column, message}) => `${file}:${line}:${column} ${message}`),
		load: ((await loadOver(content, root)).leftOut ?? []).flatMap(({file, faults}) =>
			faults.map(({line, column, message}) => `${file}:${line}:${column} ${message}`),
		),
	}));

describe('what the lint calls an error in a file of a workspace leaves that file out', () => {
	it('has nothing against a workspace that says once more what is shipped', async () => {
		expect(await both(tinyFiles)).toEqual({lint: [], load: []});
	});

	it.each(mistakes)('$name', async mistake => {
		const {lint, load} = await both(plantMistake(mistake));
		expect(lint).not.toEqual([]);
		expect(load).toEqual(expect.arrayContaining([...lint]));
	});

	it('holds for every rule that knows errors', () => {
		const rules = join(import.meta.dirname, '../../src/questionnaires/rules');
		const told = readdirSync(rules)
			.filter(name => !name.includes('.test.'))
			.filter(name => /\berror\(/.test(readFileSync(join(rules, name), 'utf8')))
			.map(name => name.replace('.ts', ''));
		expect(linkMistakes.map(({foundBy}) => foundBy)).toEqual(expect.arrayContaining(told));
	});
});
