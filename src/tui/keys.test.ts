import {expect, test} from 'vitest';
import {bindingsOf, commandFor, keyTable, typingContexts, type Context} from './keys.js';
import {keyName} from './key-names.js';
import {lineCells} from './widgets/lines/lines.js';
import {footerLine} from './widgets/frame/frame.js';
import {helpLines} from './widgets/help/help.js';
import {commandTexts, contextTexts} from './texts/commands.js';

const contexts = Object.keys(keyTable) as Context[];

test.each(contexts)(
	'in %s no key has two commands and every command says what it does',
	context => {
		const keys = bindingsOf(context).flatMap(b => b.keys);
		expect(new Set(keys).size).toBe(keys.length);
		expect(contextTexts[context]).toBeTruthy();
		for (const {command, keys: own} of bindingsOf(context)) {
			expect(own.length).toBeGreaterThan(0);
			expect(commandTexts[command].help.length).toBeGreaterThan(3);
		}
	},
);

// What can lie in front of what: a key of the front would hide the same key behind it.
const stacks: readonly (readonly Context[])[] = [
	['home', 'global', 'always'],
	['question', 'places', 'global', 'always'],
	['finished', 'places', 'global', 'always'],
	['probes', 'places', 'global', 'always'],
	['probing', 'places', 'global', 'always'],
	['findings', 'places', 'global', 'always'],
	['documents', 'places', 'global', 'always'],
	['profiles', 'places', 'global', 'always'],
	['vendors', 'places', 'global', 'always'],
	['field', 'editing', 'always'],
	['note', 'editing', 'always'],
	['search', 'editing', 'always'],
	['form', 'editing', 'always'],
	['form-choice', 'always'],
];

test.each(stacks)('no key of %s hides another', (...stack) => {
	const keys = stack.flatMap(c => bindingsOf(c).flatMap(b => b.keys.map(k => [k, b.command])));
	// A screen may say more exactly where a key leads, as long as the key keeps its meaning.
	const hidden = keys.filter(
		([k, command]) => keys.find(([other]) => other === k)?.[1] !== command,
	);
	expect(hidden).toEqual([]);
});

test('no command of a typing context is a single letter', () => {
	for (const context of [...typingContexts, 'editing' as const]) {
		for (const {keys} of bindingsOf(context)) {
			expect(keys.filter(k => Array.from(k).length === 1)).toEqual([]);
		}
	}
});

test('no text of a command is left over', () => {
	const used = new Set(contexts.flatMap(c => bindingsOf(c).map(b => b.command)));
	expect(Object.keys(commandTexts).filter(c => !used.has(c as never))).toEqual([]);
});

test.each(stacks)('the footer of %s fits 60 and 80 columns and keeps help and quit', (...stack) => {
	for (const width of [58, 78]) {
		const footer = footerLine(stack, width);
		const text = footer.map(s => s.text).join('');
		expect(lineCells(footer)).toBeLessThanOrEqual(width);
		if (stack.includes('global')) expect(text).toMatch(/\? help · q quit$/);
	}
});

test('at 80 columns the footer of home tells the keys that matter most', () => {
	const text = footerLine(['home', 'global', 'always'], 78)
		.map(s => s.text)
		.join('');
	expect(text).toBe('Enter open · p probe · f findings · d documents · / search · ? help · q quit');
});

test('the help page names every key of what is in front', () => {
	const text = helpLines(['home', 'global', 'always'], 118)
		.map(l => l.map(s => s.text).join(''))
		.join('\n');
	for (const context of ['home', 'global', 'always'] as const) {
		for (const {command, keys} of bindingsOf(context)) {
			expect(text).toContain(commandTexts[command].help);
			expect(text).toContain(keyName(keys[0] ?? ''));
		}
	}
});

test.each([58, 78, 118])('the help page cuts nothing at %d columns, on any screen', width => {
	for (const context of Object.keys(keyTable) as Context[]) {
		const lines = helpLines([context], width);
		for (const l of lines) expect(lineCells(l)).toBeLessThanOrEqual(width);
		const told = lines
			.map(l => l.at(-1)?.text ?? '')
			.join(' ')
			.replace(/\s+/g, ' ');
		const keys = lines.map(l => l[0]?.text ?? '').join('\n');
		for (const {command, keys: own} of bindingsOf(context)) {
			expect(told).toContain(commandTexts[command].help);
			if (own.length <= 4) expect(keys).toContain(`  ${own.map(keyName).join(' ')}`);
		}
	}
});

test('the first context in front wins', () => {
	expect(commandFor(['outline', 'global'], 'esc')?.command).toBe('close');
	expect(commandFor(['home', 'global'], 'esc')?.command).toBe('go-back');
	expect(commandFor(['home'], 'z')).toBeUndefined();
});
