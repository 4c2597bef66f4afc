import {expect, test} from 'vitest';
import {ids, probeFindings} from '../../../../test/helpers/fake-record.js';
import {fakeWorkbench} from '../../../../test/helpers/fake-workbench.js';
import {after, press, startOn} from '../../../../test/helpers/tui-state.js';
import {afterEvents, isRunning} from './state.js';

const open = () => press(startOn(fakeWorkbench()), 'G', 'p').state;

test('all databases are chosen until the person chooses', () => {
	const state = open();
	expect(press(state, 'enter').effects).toEqual([
		{kind: 'probe', targets: [ids.prod, ids.reporting], plaintextTest: true},
	]);
	expect(press(state, 'space', 'enter').effects).toEqual([
		{kind: 'probe', targets: [ids.reporting], plaintextTest: true},
	]);
	const none = press(state, 'a', 'enter');
	expect(none.effects).toEqual([]);
	expect(none.state.notice?.tone).toBe('warn');
	expect(press(state, 'a', 'a', 'enter').effects).toHaveLength(1);
});

test('the refusal test is left out when the person says so, and taken in again', () => {
	const out = press(open(), 't').state;
	expect(press(out, 'enter').effects).toMatchObject([{plaintextTest: false}]);
	expect(press(out, 't', 'enter').effects).toMatchObject([{plaintextTest: true}]);
	// While it runs, what was announced holds.
	const running = press(open(), 'enter', 't').state;
	expect(running.probes.plaintextTest).toBe(true);
});

test('events are counted, and the report has the last word', () => {
	let {probes} = press(open(), 'enter').state;
	expect(isRunning(probes)).toBe(true);
	probes = afterEvents(probes, [
		{kind: 'started', target: ids.prod},
		...probeFindings.map(finding => ({kind: 'finding', target: ids.prod, finding}) as const),
		{kind: 'started', target: 't-unknown'},
	]);
	expect(probes.run?.progress[ids.prod]).toMatchObject({
		phase: 'running',
		pass: 2,
		fail: 2,
		unknown: 2,
	});
	expect(probes.run?.progress['t-unknown']).toBeUndefined();
	expect(probes.run?.progress[ids.reporting]?.phase).toBe('waiting');
});

test('of a flood of failures the worst are kept, worst first', () => {
	const {probes} = press(open(), 'enter').state;
	const flood = Array.from({length: 5_000}, (_, n) => ({
		kind: 'finding' as const,
		target: ids.prod,
		finding: {
			...probeFindings[0]!,
			severity:
				n === 4_999 ? ('critical' as const) : n % 2 === 0 ? ('low' as const) : ('high' as const),
			object: `table ${n}`,
		},
	}));
	const progress = afterEvents(probes, flood).run?.progress[ids.prod];
	expect(progress?.fail).toBe(5_000);
	expect(progress?.worst.length).toBeLessThan(100);
	expect(progress?.worst[0]).toMatchObject({severity: 'critical'});
	expect(progress?.worst[0]?.text).toContain('table 4999');
	expect(new Set(progress?.worst.slice(1).map(f => f.severity))).toEqual(new Set(['high']));
	expect(progress?.worst[1]?.text).toContain('table 1');
});

test('while probes run nothing else is started; cancelling is told to the world once it is asked for', () => {
	const running = press(open(), 'enter').state;
	expect(press(running, 'enter', 'space').effects).toEqual([]);
	const cancelled = press(running, 'c');
	expect(cancelled.effects).toEqual([{kind: 'cancel-probe'}]);
	expect(cancelled.state.probes.run?.cancelled).toBe(true);
	// Nothing was seen yet that leaving would cut short.
	expect(press(running, 'q').effects).toEqual([{kind: 'leave', reason: 'quit'}]);
});

test('q asks once something was seen, and the question goes away with the run', () => {
	const running = press(open(), 'enter').state;
	const finding = probeFindings[0]!;
	const events = [{kind: 'finding', target: ids.prod, finding}] as const;
	const asked = press(after(running, {kind: 'probe-events', events}).state, 'q').state;
	expect(asked.overlay).toEqual({kind: 'confirm', reasons: [{kind: 'probing'}]});
	const ended = after(asked, {kind: 'probe-ended', snapshot: asked.snapshot}).state;
	expect(ended.overlay).toBeUndefined();
	expect(ended.notice?.text).toContain('q leaves');
	expect(press(ended, 'q').effects).toEqual([{kind: 'leave', reason: 'quit'}]);
});

test('what could not even start is shown with what to do', () => {
	const {state} = press(open(), 'enter');
	const trouble = {message: 'Offline is set.', next: ['Leave out --offline.']};
	const ended = after(state, {kind: 'probe-ended', snapshot: state.snapshot, trouble}).state;
	expect(isRunning(ended.probes)).toBe(false);
	expect(ended.probes.run?.trouble).toEqual(trouble);
	expect(press(ended, 'q').effects).toEqual([{kind: 'leave', reason: 'quit'}]);
});
