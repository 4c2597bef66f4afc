import {expect, test} from 'vitest';
import {fakeWorkbench} from '../../../../test/helpers/fake-workbench.js';
import {after, press, startOn} from '../../../../test/helpers/tui-state.js';

const open = () => press(startOn(fakeWorkbench()), 'd').state;

test('Enter writes what is chosen, in the chosen formats, once', () => {
	const {state, effects} = press(open(), 'space', 'j', 'j', 'space', 'enter', 'enter');
	expect(effects).toEqual([{kind: 'render', documents: ['security-baseline'], formats: ['html']}]);
	expect(state.documentsScreen.writing).toBe(true);
	expect(press(state, 'q').state.overlay?.kind).toBe('confirm');
});

test('nothing chosen writes nothing and says so', () => {
	const {state, effects} = press(open(), 'a', 'enter');
	expect(effects).toEqual([]);
	expect(state.notice?.tone).toBe('warn');
});

test('what was written is shown, and trouble as well', () => {
	const {state} = press(open(), 'enter');
	const done = after(state, {kind: 'rendered', paths: ['documents/a.pdf']}).state;
	expect(done.documentsScreen).toMatchObject({writing: false, written: ['documents/a.pdf']});
	const trouble = {message: 'The folder is read-only.', next: []};
	const failed = after(state, {kind: 'render-failed', trouble}).state;
	expect(failed.documentsScreen).toMatchObject({writing: false, trouble});
});
