import {expect, test, vi} from 'vitest';
import {UserError} from '../../domain/errors.js';
import {checkTemplate, fillTemplate} from './compile.js';

const fill = (source: string, context: object = {name: 'x', list: [], yes: true}): string =>
	fillTemplate(source, context, 'templates/t/template.md.hbs');

const failure = (source: string, context?: object): string => {
	try {
		fill(source, context);
	} catch (error) {
		if (error instanceof UserError) return error.message;
		throw error;
	}
	throw new Error('nothing was wrong');
};

test('fills names, lists and conditions', () => {
	const source = '{{#if yes}}{{name}}{{/if}}{{#each list}}[{{a}}]{{else}}none{{/each}}';
	expect(fill(source)).toBe('xnone');
	expect(fill(source, {yes: true, name: 'n', list: [{a: 1}, {a: 2}]})).toBe('n[1][2]');
});

test('names the line of a template that does not parse', () => {
	expect(failure('a\n\n{{#if yes}}\nb')).toMatch(/^templates\/t\/template\.md\.hbs:\d: /);
	expect(failure('a\n{{name')).toMatch(/^templates\/t\/template\.md\.hbs:2: /);
});

test.each([
	['a\n{{#each', 2, 'found something that is no name, wanted a name'],
	[
		'{{#if yes}}\nb',
		2,
		'found the end of the file, wanted the end of the open block, such as "{{/each}}"',
	],
	['a {{/if}}', 1, 'found "{{/", though no block is open, wanted text or another "{{"'],
	['{{{name}}', 1, 'found "}}", wanted "}}}"'],
	['{{#if yes}}x{{/each}}', 1, "if doesn't match each"],
	['{{shout name}}', 1, 'You specified knownHelpersOnly, but used the unknown helper shout'],
	['a\n{{> other}}', 2, 'partials and decorators are not available in templates'],
])('says what is wrong in %j in one line, filled or only checked', (source, line, what) => {
	const said = `templates/t/template.md.hbs:${line}: ${what}`;
	expect(failure(source)).toBe(said);
	expect(() => {
		checkTemplate(source, 'templates/t/template.md.hbs');
	}).toThrow(said);
});

test('names the line of a name that is not there, also inside a condition', () => {
	expect(failure('a\nb {{nmae}}')).toBe(
		'templates/t/template.md.hbs:2: "nmae" is not defined here',
	);
	expect(failure('a\n\n{{#if yse}}b{{/if}}')).toBe(
		'templates/t/template.md.hbs:3: "yse" is not defined here',
	);
	expect(failure('{{#each list}}\n{{b}}\n{{/each}}', {list: [{a: 1}]})).toContain(':2: "b"');
});

test('offers no helper beyond the four', () => {
	expect(failure('x\n{{lookup this "name"}}')).toMatch(/:2: /);
	const log = vi.spyOn(console, 'log');
	expect(failure('{{log "name"}}')).toMatch(/^templates/);
	expect(failure('{{shout name}}')).toMatch(/:1: .*shout/);
	expect(log).not.toHaveBeenCalled();
	log.mockRestore();
});

test('refuses partials, also one that calls itself', () => {
	expect(failure('a\n{{> other}}')).toContain(':2: partials');
	expect(failure('{{#*inline "a"}}{{> a}}{{/inline}}{{> a}}')).toContain(':1: partials');
});

test.each([
	'{{constructor}}',
	'{{__proto__}}',
	'{{name.constructor}}',
	'{{toString}}',
	'{{#with name}}{{constructor.name}}{{/with}}',
])('gives no way to the prototype: %s', source => {
	let text = '';
	try {
		text = fill(source);
	} catch (error) {
		expect(error).toBeInstanceOf(UserError);
	}
	expect(text).toBe('');
});

test('a fault of the data is not hidden as a fault of the template', () => {
	const broken = {
		get name(): string {
			throw new RangeError('a bug');
		},
	};
	expect(() => fill('{{name}}', broken)).toThrow(RangeError);
});
