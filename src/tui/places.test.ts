import {expect, test} from 'vitest';
import {fakeWorkbench} from '../../test/helpers/fake-workbench.js';
import {press, startOn} from '../../test/helpers/tui-state.js';

const screens = {
	question: ['j', 'enter'],
	'list of questions': ['j', 'enter', 'l'],
	probes: ['p'],
	findings: ['f'],
	'one finding': ['f', 'enter'],
	documents: ['d'],
	vendors: ['v'],
	profiles: ['P'],
} as const;
const places = {p: 'probes', f: 'findings', d: 'documents', v: 'vendors', P: 'profiles'} as const;

test.each(Object.entries(screens))('the same keys lead on from %s', (_, keys) => {
	const before = press(startOn(fakeWorkbench()), ...keys).state;
	for (const [key, screen] of Object.entries(places)) {
		const after = press(before, key).state;
		expect(after.screen, key).toBe(screen);
		// Esc leads back, unless one stayed.
		if (screen !== before.screen) expect(press(after, 'esc').state.screen).toBe(before.screen);
	}
});

test('a key of the screen that is in front changes nothing, nor does it lengthen the way back', () => {
	const before = press(startOn(fakeWorkbench()), 'd').state;
	expect(press(before, 'd').state).toEqual(before);
});

test('from a question findings are those of its target', () => {
	const {state} = press(startOn(fakeWorkbench()), 'j', 'enter');
	expect(press(state, 'f').state.findings.target).toBe(state.questions.target);
});

test('letters that are typed stay text', () => {
	const noted = press(startOn(fakeWorkbench()), 'j', 'enter', 'n', 'd', 'v', 'p').state;
	expect(noted.screen).toBe('questions');
	expect(JSON.stringify(noted.questions)).toContain('dvp');
	const searching = press(startOn(fakeWorkbench()), '/', 'd', 'v').state;
	expect(searching.overlay).toMatchObject({kind: 'search', text: {text: 'dv'}});
});
