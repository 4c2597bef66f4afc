import {afterEach, expect, test} from 'vitest';
import {UserError} from '../domain/errors.js';
import {ids} from '../../test/helpers/fake-record.js';
import type {FakeOptions} from '../../test/helpers/fake-options.js';
import {fakeWorkbench} from '../../test/helpers/fake-workbench.js';
import {testNow} from '../../test/helpers/tui-state.js';
import {createSession, type Session} from './session.js';

let open: Session | undefined;
afterEach(async () => {
	await open?.close();
});

const begin = (options: FakeOptions = {}, clock = () => new Date(testNow)) => {
	const bugs: unknown[] = [];
	const leaves: string[] = [];
	const workbench = fakeWorkbench(options);
	const session = createSession({
		workbench,
		clock,
		size: {columns: 80, rows: 24},
		onLeave: reason => leaves.push(reason),
		onBug: error => bugs.push(error),
	});
	open = session;
	const press = (...keys: readonly string[]): void => {
		for (const key of keys) session.dispatch({kind: 'key', key});
	};
	return {session, workbench, press, bugs, leaves, state: () => session.getState()};
};

test('keys pressed while a save is slow wait for it, in order', async () => {
	const {workbench, press, state} = begin({saveMs: 30});
	press('j', 'enter', '3', 'enter', 'tab', 's', '2', 'enter');
	expect(workbench.calls).toEqual(['answer plaintext-refused none']);
	expect(state().saving).toHaveLength(1);
	expect(state().snapshot.savedAt).toBeUndefined();
	// The third choice of the question after the skipped one: its second is "partly".
	await expect
		.poll(() => workbench.calls)
		.toEqual(['answer plaintext-refused none', 'answer tls-version partly']);
	await expect.poll(() => state().saving).toHaveLength(0);
	expect(state().snapshot.savedAt).toBe(testNow);
});

test('a save that fails forgets the keys that waited, so that they do not hit another question', async () => {
	const {workbench, press, state} = begin({
		saveMs: 10,
		beforeSave: () => {
			throw new UserError('The disk is full.', ['Make room.']);
		},
	});
	press('j', 'enter', '3', 'enter', '2', 'enter');
	await expect.poll(() => state().saveFailed).toBe(true);
	expect(state().notice?.text).toContain('The disk is full. Make room.');
	expect(state().questions.question).toBe('plaintext-refused');
	expect(workbench.calls).toHaveLength(1);
});

test('what is not a UserError is a bug and is handed over', async () => {
	const {press, bugs} = begin({
		beforeSave: () => {
			throw new TypeError('broken');
		},
	});
	press('j', 'enter', '3', 'enter');
	await expect.poll(() => bugs.map(String)).toEqual(['TypeError: broken']);
});

test('Ctrl+C leaves at once, also in the middle of a save, a note and a form', () => {
	for (const keys of [
		[],
		['j', 'enter', '3', 'enter'],
		['j', 'enter', 'n', 'x'],
		['f', 'a', 'x'],
		['?'],
		['/'],
	]) {
		const {press, leaves} = begin({saveMs: 20});
		press(...keys, 'ctrl+c');
		expect(leaves).toEqual(['interrupted']);
	}
});

test('q leaves at once when nothing would be lost, and asks while a save is under way', async () => {
	const {press, leaves, state} = begin({saveMs: 20});
	press('j', 'enter', '3', 'enter', 'q');
	expect(leaves).toEqual([]);
	expect(state().overlay).toMatchObject({kind: 'confirm', reasons: [{kind: 'saving'}]});
	await expect.poll(() => state().saving).toHaveLength(0);
	press('esc', 'q');
	expect(leaves).toEqual(['quit']);
});

test('probe events arrive in bundles, and the record is new when the probe has ended', async () => {
	const {session, press, state} = begin({findings: []});
	let frames = 0;
	session.subscribe(() => {
		frames += 1;
	});
	press('p', 'a', 'a', 'enter');
	await expect.poll(() => state().probes.run?.endedAt).toBeDefined();
	expect(state().probes.run?.progress[ids.prod]).toMatchObject({phase: 'done', fail: 2});
	expect(state().snapshot.evaluation.findings).toHaveLength(12);
	expect(frames).toBeLessThan(15);
});

test('cancelling keeps what is done', async () => {
	// The second target takes long enough to be met at work on a busy machine.
	const {press, state} = begin({findings: [], stepMs: 250});
	press('p', 'a', 'a', 'enter');
	await expect
		.poll(() => state().probes.run?.progress[ids.prod]?.phase, {interval: 5, timeout: 10_000})
		.toBe('done');
	press('c');
	await expect.poll(() => state().probes.run?.endedAt).toBeDefined();
	const seen = new Set(state().snapshot.evaluation.findings.map(f => f.target));
	expect(seen).toEqual(new Set([ids.prod]));
});

test('closing waits for what is on its way to the disk', async () => {
	const {session, workbench, press} = begin({saveMs: 40});
	press('j', 'enter', '3', 'enter');
	await session.close();
	expect(workbench.snapshot().evaluation.questions.filter(q => q.answer)).toHaveLength(1);
});

test('while documents are written signs turn, and leaving gives them up at once', async () => {
	let at = Date.parse(testNow);
	const {session, press, bugs, state} = begin({renderMs: 60_000}, () => new Date((at += 250)));
	session.prepare();
	await expect.poll(() => state().documents).toBeDefined();
	press('d', 'enter');
	const before = state().now;
	await expect.poll(() => state().now).not.toBe(before);
	expect(state().documentsScreen.writing).toBe(true);
	await session.close();
	expect(bugs).toEqual([]);
});

test('a change made by somebody else is shown', async () => {
	const {workbench, state} = begin();
	await workbench.answer({target: ids.prod, question: 'tls-version', value: 'yes'});
	expect(state().snapshot.state.answers).toHaveProperty(`${ids.prod}/tls-version`);
});

test('what another program records is shown at home and in the findings, without a save', async () => {
	const {workbench, press, state} = begin();
	workbench.elsewhere({target: ids.prod, question: 'tls-version', value: 'yes'});
	await expect.poll(() => Object.keys(state().snapshot.state.answers)).toHaveLength(1);
	press('f');
	expect(state().snapshot.evaluation.contradictions).toHaveLength(0);
	workbench.elsewhere({target: ids.prod, question: 'plaintext-refused', value: 'all'});
	await expect.poll(() => state().snapshot.evaluation.contradictions).toHaveLength(1);
	expect(state().snapshot.savedAt).toBeUndefined();
});

test('it waits while a question, a form or a search is in front, and nothing typed is lost', async () => {
	for (const [keys, back] of [
		[
			['j', 'enter', 'n', 'x'],
			['enter', 'esc'],
		],
		[['f', 'a', 'x'], ['esc']],
		[['/', 'x'], ['esc']],
	] as const) {
		const {session, workbench, press, state} = begin({saveMs: 1});
		press(...keys);
		const before = state();
		workbench.elsewhere({target: ids.prod, question: 'plaintext-refused', value: 'all'});
		press('y');
		expect(state().snapshot).toBe(before.snapshot);
		press(...back);
		await expect.poll(() => state().snapshot.evaluation.contradictions).toHaveLength(1);
		if (keys[0] === 'j')
			expect(Object.values(state().questions.drafts)).toMatchObject([{note: {text: 'xy'}}]);
		await session.close();
	}
});

test('what is begun while it is read is left alone until it is over', async () => {
	const {workbench, press, state} = begin({saveMs: 20});
	const before = state().snapshot;
	workbench.elsewhere({target: ids.prod, question: 'plaintext-refused', value: 'all'});
	press('j', 'enter', '2');
	await workbench.catchUp(() => false);
	await workbench.catchUp(() => false);
	expect(state().snapshot).toBe(before);
	press('esc');
	await expect.poll(() => state().snapshot).not.toBe(before);
});
