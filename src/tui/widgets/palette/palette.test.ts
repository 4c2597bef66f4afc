import {expect, test} from 'vitest';
import {ids} from '../../../../test/helpers/fake-record.js';
import {fakeWorkbench} from '../../../../test/helpers/fake-workbench.js';
import {keysOf, press, startOn} from '../../../../test/helpers/tui-state.js';
import {bindingsOf} from '../../keys.js';
import {matchOf} from '../../model/match.js';
import {contextsOf, type State} from '../../state.js';
import {commandTexts} from '../../texts/commands.js';
import {fittingItems, itemsOf} from './items.js';

const home = () => startOn(fakeWorkbench());
const typed = (state: State, text: string): State => press(state, ':', ...keysOf(text)).state;
const texts = (state: State, text: string): readonly string[] =>
	fittingItems(state, text).map(i => i.text);

test.each([
	[[], 'home'],
	[['j', 'enter'], 'questions'],
	[['f'], 'findings'],
	[['f', 'enter'], 'findings'],
	[['d'], 'documents'],
	[['v'], 'vendors'],
	[['H'], 'history'],
	[['P'], 'profiles'],
	[['p'], 'probes'],
] as const)('after %s it has every command of the screen once, with its keys', (keys, screen) => {
	const state = press(home(), ...keys).state;
	expect(state.screen).toBe(screen);
	const items = itemsOf(state);
	expect(new Set(items.map(i => i.id)).size).toBe(items.length);
	expect(new Set(items.map(i => i.text)).size).toBe(items.length);
	const moves = /^(up|down|top|bottom|pick|line-|scroll-|palette$)/;
	for (const context of contextsOf(state)) {
		for (const {command} of bindingsOf(context)) {
			if (moves.test(command) || command === `go-${screen}`) continue;
			const item = items.find(i => i.text === commandTexts[command].help);
			expect(item, command).toBeDefined();
			expect(item?.keys.length).toBeGreaterThan(0);
		}
	}
});

test('Enter does what the key does, and Esc changes nothing', () => {
	const state = home();
	expect(press(typed(state, 'findings'), 'enter').state).toMatchObject({
		screen: 'findings',
		overlay: undefined,
	});
	expect(press(typed(state, 'leave; asks'), 'enter').effects).toEqual([
		{kind: 'leave', reason: 'quit'},
	]);
	expect(press(typed(state, 'keys')).state.overlay?.kind).toBe('palette');
	const left = press(typed(state, 'findings'), 'esc').state;
	expect(left).toEqual(state);
	expect(press(state, 'ctrl+p').state.overlay?.kind).toBe('palette');
	expect(press(typed(state, 'zzz'), 'enter').state.overlay?.kind).toBe('palette');
});

test('targets, probes, documents and filters are places', () => {
	const state = home();
	expect(press(typed(state, 'shop questions'), 'enter').state).toMatchObject({
		screen: 'questions',
		questions: {target: ids.application},
	});
	const probing = press(typed(state, 'prod-db again'), 'enter');
	expect(probing.state.screen).toBe('probes');
	expect(probing.effects).toEqual([{kind: 'probe', targets: [ids.prod], plaintextTest: true}]);
	const writing = press(typed(state, 'write security'), 'enter');
	expect(writing.effects).toMatchObject([{kind: 'render', documents: ['security-baseline']}]);
	const all = press(typed(state, 'write all'), 'enter');
	expect(all.effects).toMatchObject([{documents: ['risk-assessment', 'security-baseline']}]);
	expect(press(typed(state, 'findings passing'), 'enter').state.findings.show).toBe('passing');
	const asked = press(state, 'j', 'enter').state;
	expect(press(typed(asked, 'open only'), 'enter').state.questions.filter).toBe('open');
	expect(texts(state, 'open only')).toEqual([]);
});

test('while probes run none is begun', () => {
	const running = press(typed(home(), 'prod-db again'), 'enter').state;
	expect(texts(running, 'its probes')).toEqual([]);
});

test('what was used before comes first among what fits as well', () => {
	const state = home();
	const before = texts(state, 'questions');
	const used = press(typed(state, 'shop questions'), 'enter', 'esc').state;
	const after = texts(used, 'questions');
	expect(before[0]).not.toBe('shop-api: questions');
	expect(after.toSorted()).toEqual(before.toSorted());
	expect(after.indexOf('shop-api: questions')).toBeLessThan(before.indexOf('shop-api: questions'));
	expect(texts(used, '')[0]).toBe('shop-api: questions');
	expect(used.recent).toEqual([`questions ${ids.application}`]);
});

test('what is chosen is left again with Esc, and with Ctrl+O', () => {
	for (const key of ['esc', 'ctrl+o']) {
		const there = press(typed(press(home(), 'd').state, 'prod questions'), 'enter').state;
		expect(press(there, key).state.screen).toBe('documents');
	}
});

test.each([
	['Go to the findings', 'go to', 1],
	['Go to the findings', 'find go', 1],
	['Go to the findings', 'ind', 2],
	['Go to the findings', 'gttf', 3],
	['prod-db: questions', 'prq', 3],
	['prod-db: questions', 'PROD', 1],
	['Zürich-db: questions', 'zurich', 1],
	['Go to the findings', 'gfs', undefined],
	['spread', 'prd', undefined],
	['anything', '', 1],
] as const)('%s fits %s: %s', (text, words, rank) => {
	expect(matchOf(text, words)).toBe(rank);
});

test('letters that fit nowhere take no time', () => {
	const start = performance.now();
	expect(matchOf('a '.repeat(400), `${'a'.repeat(60)}b`)).toBeUndefined();
	expect(performance.now() - start).toBeLessThan(1_000);
});
