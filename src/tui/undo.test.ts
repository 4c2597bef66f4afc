import {afterEach, expect, test} from 'vitest';
import {ids} from '../../test/helpers/fake-record.js';
import type {FakeOptions} from '../../test/helpers/fake-options.js';
import {fakeWorkbench} from '../../test/helpers/fake-workbench.js';
import {UserError} from '../domain/errors.js';
import {createSession, type Session} from './session.js';

let open: Session | undefined;
afterEach(async () => {
	await open?.close();
});

const begin = async (
	options: FakeOptions = {},
	before: ReturnType<typeof fakeWorkbench>[] = [],
) => {
	let at = Date.parse('2026-11-22T12:00:00.000Z');
	const clock = () => new Date((at += 1_000));
	const [workbench = fakeWorkbench({clock, ...options})] = before;
	const session = createSession({
		workbench,
		clock,
		size: {columns: 80, rows: 24},
		onLeave: () => undefined,
		onBug: error => {
			throw error;
		},
	});
	open = session;
	session.prepare();
	const state = () => session.getState();
	await expect.poll(() => state().me).toBe('Test Author');
	const press = (...keys: readonly string[]): void => {
		for (const key of keys) session.dispatch({kind: 'key', key});
	};
	const notice = () => expect.poll(() => state().notice?.text);
	return {workbench, session, press, state, notice};
};
const valueOf = (state: () => ReturnType<Session['getState']>, question: string) =>
	state().snapshot.state.answers[`${ids.prod}/${question}`]?.value;

test('u takes the last answer back and says so; Ctrl+R gives it again', async () => {
	const {press, state, notice} = await begin();
	press('j', 'enter', '3', 'enter');
	await expect.poll(() => valueOf(state, 'plaintext-refused')).toBe('none');
	// The next question wants words, and letters are text there.
	press('tab', 'u');
	await notice().toMatch(/^Undone: prod-db · Does the server refuse .*: No → nothing\. Ctrl\+R/);
	expect(valueOf(state, 'plaintext-refused')).toBeUndefined();
	press('ctrl+r');
	await notice().toMatch(/^Done again: .*nothing → No\. u undoes it\./);
	expect(valueOf(state, 'plaintext-refused')).toBe('none');
	press('u', 'u');
	await notice().toBe(
		'Nothing is left to undo. Targets, evidence and probe runs are changed on the command line.',
	);
	expect(valueOf(state, 'plaintext-refused')).toBeUndefined();
});

test('many are taken back one after the other, also when the keys come at once', async () => {
	const {press, state} = await begin({saveMs: 5});
	press('j', 'enter', '3', 'enter', 'tab', 's', '2', 'enter', 'y', 'x', 'y');
	await expect.poll(() => state().saving).toHaveLength(0);
	const before = state().snapshot.state.answers;
	press('u', 'u', 'ctrl+r', 'ctrl+r');
	await expect.poll(() => state().notice?.text).toMatch(/Done again/);
	await expect.poll(() => state().snapshot.state.answers).toEqual(before);
});

test('profiles, waivers and resolutions are taken back too', async () => {
	const {workbench, press, state, notice} = await begin();
	const start = state().snapshot.state;
	const waiver = {approver: 'Grace', reason: 'old client', until: '2027-03-31'};
	await workbench.waive({target: ids.prod, check: 'logging.connections', ...waiver});
	await workbench.answer({target: ids.prod, question: 'plaintext-refused', value: 'all'});
	await workbench.resolve({
		contradiction: 'prod-db/tls-required',
		decision: 'keep-answer',
		reason: 'a laboratory',
		until: '2027-01-31',
	});
	await workbench.setProfiles(['startup']);
	const steps = [
		/profiles startup → /,
		/resolution: Plaintext/,
		/Does the server/,
		/accepted fail/,
	];
	for (const told of steps) {
		press('u');
		await notice().toMatch(told);
		press('j');
	}
	expect(state().snapshot.state).toEqual(start);
});

test('the change of another person, and one from before, is asked about first', async () => {
	const {workbench, press, state, notice} = await begin();
	workbench.elsewhere({target: ids.prod, question: 'tls-version', value: 'yes'});
	await expect.poll(() => valueOf(state, 'tls-version')).toBe('yes');
	press('u');
	await expect.poll(() => state().overlay).toMatchObject({kind: 'undo', reasons: ['other']});
	press('esc');
	expect(state().overlay).toBeUndefined();
	expect(valueOf(state, 'tls-version')).toBe('yes');
	press('u');
	await expect.poll(() => state().overlay?.kind).toBe('undo');
	press('enter');
	await notice().toMatch(/^Undone: prod-db · Are TLS/);
	expect(valueOf(state, 'tls-version')).toBeUndefined();
	const old = fakeWorkbench({clock: () => new Date('2026-11-20T12:00:00.000Z')});
	await old.answer({target: ids.prod, question: 'tls-version', value: 'yes'});
	const later = await begin({}, [old]);
	later.press('u');
	await expect.poll(() => later.state().overlay).toMatchObject({reasons: ['old']});
});

test('an undo that fails says why, and the keys behind it are forgotten', async () => {
	let fails = false;
	const {press, state, notice} = await begin({
		beforeSave: () => {
			if (fails) throw new UserError('The disk is full.', ['Make room.']);
		},
	});
	press('j', 'enter', '3', 'enter');
	await expect.poll(() => valueOf(state, 'plaintext-refused')).toBe('none');
	fails = true;
	press('tab', 'u', 'd');
	await notice().toMatch(/Not saved\. The disk is full\. Make room\./);
	expect(state()).toMatchObject({screen: 'questions', saveFailed: true, seeking: false});
	expect(valueOf(state, 'plaintext-refused')).toBe('none');
});

test('in the history the marked change is undone, and one that cannot be is said to stay', async () => {
	const {workbench, press, state, notice} = await begin();
	await workbench.answer({target: ids.prod, question: 'tls-version', value: 'yes'});
	await workbench.answer({target: ids.prod, question: 'superuser', value: 'no'});
	press('H');
	await expect.poll(() => state().history.entries).toHaveLength(2);
	press('j', 'u');
	await notice().toMatch(/Undone: prod-db · Are TLS/);
	expect(valueOf(state, 'superuser')).toBe('no');
	await expect.poll(() => state().history.entries).toHaveLength(3);
	// The mark stays on its entry, which was undone already.
	press('u');
	await notice().toMatch(/This was undone already/);
	expect(state().seeking).toBe(false);
});
