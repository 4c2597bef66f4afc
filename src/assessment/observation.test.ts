import {describe, expect, it} from 'vitest';
import type {Control} from '../domain/control.js';
import type {CurrentFinding} from '../domain/evaluation.js';
import {tinyCheck, tinyControl} from '../../test/helpers/tiny-content.js';
import {tinyDatabase, tinyFinding} from '../../test/helpers/tiny-record.js';
import {observe} from './observation.js';
import {groupBy} from './order.js';

const prod = tinyDatabase('prod', {
	endpoints: [
		{role: 'primary', host: 'one', port: 1},
		{role: 'replica', host: 'two', port: 2},
	],
});
const checks = new Map(
	[
		tinyCheck({id: 'wire'}),
		tinyCheck({id: 'setting', scope: 'server'}),
		tinyCheck({id: 'file', scope: 'node'}),
		tinyCheck({id: 'hint', scope: 'server'}),
	].map(c => [c.id, c]),
);

/** `wire@one:1=pass` or `setting@one:1/object=fail!info`, one finding a word. */
const findings = (text: string): readonly CurrentFinding[] =>
	text
		.split(' ')
		.filter(Boolean)
		.map(word => {
			const [, check, endpoint, object, outcome, severity] =
				/^(\w+)@([^/=]+)(?:\/(\w+))?=([a-z-]+)(?:!(\w+))?$/.exec(word) ?? [];
			return {
				...tinyFinding({
					check: check!,
					endpoint: endpoint!,
					outcome: outcome as 'pass',
					severity: (severity ?? 'high') as 'high',
					...(object === undefined ? {} : {object}),
				}),
				id: word,
				target: prod.id,
				targetName: prod.name,
				run: 'r',
				at: '2026-11-20T00:00:00.000Z',
				stale: false,
				controls: [],
			};
		});

const verdict = (control: Control, text: string) =>
	observe(
		control,
		prod,
		groupBy(findings(text), f => f.check),
		checks,
	).verdict ?? 'none';

const required = (...ids: string[]): Control =>
	tinyControl({id: 'c', checks: ids.map(check => ({check, role: 'required' as const}))});

describe('observation of one control', () => {
	it.each([
		['', 'none'],
		['wire@one:1=pass wire@two:2=pass', 'met'],
		['wire@one:1=pass', 'none'],
		['wire@one:1=pass wire@two:2=unknown', 'none'],
		['wire@one:1=pass wire@two:2=error', 'none'],
		['wire@one:1=pass wire@two:2=not-applicable', 'met'],
		['wire@one:1=not-applicable wire@two:2=not-applicable', 'not-applicable'],
		['wire@one:1=not-applicable', 'none'],
		['wire@one:1=pass wire@two:2=fail', 'not-met'],
		['wire@one:1=fail', 'not-met'],
		['wire@one:1/app=pass wire@one:1/admin=unknown wire@two:2=pass', 'none'],
		['wire@one:1=pass wire@two:2=fail!low', 'not-met'],
		['wire@one:1=pass wire@two:2=fail!info', 'none'],
		['wire@one:1/cbc=fail!info wire@one:1/rc4=pass wire@two:2=pass', 'met'],
		['wire@one:1/cbc=fail!low wire@one:1/rc4=pass wire@two:2=pass', 'not-met'],
		['wire@one:1/cbc=fail!info wire@one:1/rc4=unknown wire@two:2=pass', 'none'],
		['hint@one:1=fail wire@one:1=pass wire@two:2=pass', 'met'],
	])('a required check that must hold on every endpoint: %s -> %s', (text, expected) => {
		expect(verdict(required('wire'), text)).toBe(expected);
	});

	it.each([
		['setting@one:1=pass', 'met'],
		['setting@one:1=pass setting@two:2=unknown', 'met'],
		['setting@one:1=unknown setting@two:2=unknown', 'none'],
		['setting@one:1=pass setting@two:2=fail', 'not-met'],
		['setting@one:1=pass setting@two:2=fail!info', 'none'],
		['setting@one:1/a=pass setting@one:1/b=unknown', 'none'],
		['setting@one:1=not-applicable', 'not-applicable'],
	])('a required check that one endpoint answers for the server: %s -> %s', (text, expected) => {
		expect(verdict(required('setting'), text)).toBe(expected);
	});

	it.each([
		['file@one:1=pass', 'none'],
		['file@one:1=pass file@two:2=unknown', 'none'],
		['file@one:1=pass file@two:2=pass', 'met'],
		['file@one:1=pass file@two:2=not-applicable', 'met'],
		['file@one:1=pass file@two:2=fail', 'not-met'],
	])('a required check of each node’s own files: %s -> %s', (text, expected) => {
		expect(verdict(required('file'), text)).toBe(expected);
	});

	it('asks no pooler for what is true of a node, unless there is nothing else', () => {
		const pooler = {role: 'pooler', host: 'three', port: 3} as const;
		const seenBy = (endpoints: typeof prod.endpoints, text: string) =>
			observe(
				required('file'),
				{...prod, endpoints},
				groupBy(findings(text), f => f.check),
				checks,
			).verdict;
		expect(seenBy([...prod.endpoints, pooler], 'file@one:1=pass file@two:2=pass')).toBe('met');
		expect(seenBy([...prod.endpoints, pooler], 'file@one:1=pass')).toBeUndefined();
		expect(seenBy([pooler], 'file@three:3=pass')).toBe('met');
	});

	it('wants every required check, also one that no run attempted', () => {
		const both = required('wire', 'setting');
		expect(verdict(both, 'wire@one:1=pass wire@two:2=pass')).toBe('none');
		expect(verdict(both, 'wire@one:1=pass wire@two:2=pass setting@one:1=pass')).toBe('met');
		expect(
			verdict(both, 'wire@one:1=not-applicable wire@two:2=not-applicable setting@one:1=pass'),
		).toBe('met');
	});

	it('does not take the pass of a check that this dbvet does not know, but its failure counts', () => {
		expect(verdict(required('future'), 'future@one:1=pass future@two:2=pass')).toBe('none');
		expect(verdict(required('future'), 'future@one:1=fail')).toBe('not-met');
	});

	it('lets a refuting check disprove and prove nothing, and an informing one do neither', () => {
		const refuted = tinyControl({id: 'c', checks: [{check: 'hint', role: 'refutes'}]});
		expect(verdict(refuted, 'hint@one:1=pass')).toBe('none');
		expect(verdict(refuted, 'hint@one:1=not-applicable')).toBe('none');
		expect(verdict(refuted, 'hint@one:1=fail')).toBe('not-met');
		expect(verdict(refuted, 'hint@one:1=fail!info')).toBe('none');
		const informed = tinyControl({id: 'c', checks: [{check: 'hint', role: 'informs'}]});
		expect(verdict(informed, 'hint@one:1=fail!critical')).toBe('none');
	});

	it('reads a failure as partly only where the control says so', () => {
		const half = {...required('setting'), failingMeans: 'partly' as const};
		expect(verdict(half, 'setting@one:1=fail')).toBe('partly');
	});
});

describe('a target that is nothing but a Unix socket', () => {
	const alone = tinyDatabase('alone', {
		endpoints: [{role: 'primary', host: '/run/s', port: 1}],
	});
	const known = new Map([
		...checks,
		['network', tinyCheck({id: 'network', network: true})] as const,
	]);
	const seen = (
		outcomes: Readonly<Record<string, 'pass' | 'fail' | 'not-applicable' | 'unknown'>>,
	) =>
		observe(
			required('network', 'file'),
			alone,
			new Map(
				Object.entries(outcomes).map(([check, outcome]) => [
					check,
					findings(`${check}@x=pass`).map(f => ({...f, outcome, endpoint: '/run/s'})),
				]),
			),
			known,
		).verdict ?? 'none';

	it('proves no control that is about a way over a network', () => {
		expect(seen({network: 'not-applicable', file: 'pass'})).toBe('not-applicable');
		expect(seen({network: 'not-applicable', file: 'fail'})).toBe('not-met');
		expect(seen({network: 'unknown', file: 'pass'})).toBe('none');
		expect(seen({network: 'pass', file: 'pass'})).toBe('met');
	});

	it('is one node together with the address of the same server', () => {
		const both = {
			...alone,
			endpoints: [...alone.endpoints, {role: 'primary' as const, host: 'one', port: 1}],
		};
		const of = (control: Control, text: string): string =>
			observe(
				control,
				both,
				groupBy(
					findings(text).map(f => ({...f, endpoint: f.endpoint === 'x' ? '/run/s' : f.endpoint})),
					f => f.check,
				),
				checks,
			).verdict ?? 'none';
		expect(of(required('file'), 'file@x=pass')).toBe('met');
		expect(of(required('wire'), 'wire@x=not-applicable')).toBe('none');
		expect(of(required('wire'), 'wire@x=not-applicable wire@one:1=pass')).toBe('met');
	});
});
