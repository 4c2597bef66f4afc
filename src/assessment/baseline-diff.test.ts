import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {
	answered,
	dbQuestions,
	finding,
	prod,
	record,
	type Input,
} from '../../test/helpers/any-record.js';
import {approved} from '../../test/helpers/approved.js';
import {tinyAnswer, tinyFinding, tinyRun} from '../../test/helpers/tiny-record.js';
import type {FrozenTarget} from '../domain/baseline.js';
import type {BaselineDiff} from '../domain/deviation.js';
import {isConclusive} from '../domain/outcome.js';
import {assess} from './assess.js';
import {baselineDiff} from './baseline-diff.js';
import {failureText, freeze} from './freeze.js';

const often = {numRuns: Number(process.env.DBVET_FUZZ_RUNS ?? 150)};
const later = '2026-11-23T08:00:00.000Z';

const since = (then: Input, now: Input): BaselineDiff =>
	baselineDiff(approved(freeze(assess(then))), assess(now));

const bad = {met: 0, 'not-applicable': 0, partly: 1, 'not-met': 2, contradicted: 3, unknown: -1};

/** The parts of a target as they would be if nothing but what the comparison names had changed. */
const laidOver = (before: FrozenTarget | undefined, {deviations}: BaselineDiff, id: string) => {
	const failures = new Map(before?.failures.map(f => [failureText(f), f]));
	const controls = new Map(Object.entries(before?.controls ?? {}));
	const answers = new Map(Object.entries(before?.answers ?? {}));
	for (const d of deviations.filter(one => one.target === id)) {
		const thing = d.key.split('/')[2] ?? '';
		if (d.kind === 'control') controls.set(thing, d.now);
		else if (d.kind === 'finding') {
			if (d.then !== undefined) failures.delete(failureText(d.then));
			if (d.now !== undefined) failures.set(failureText(d.now), d.now);
		} else if (d.now === undefined) answers.delete(thing);
		else answers.set(thing, d.now);
	}
	return {failures, controls, answers};
};

/** What became of each thing of the one database, by its key. */
const words = (diff: BaselineDiff) =>
	Object.fromEntries(diff.deviations.map(d => [d.key.replace(`/${prod.id}/`, ' '), d.word]));

const run = (findings: Parameters<typeof tinyRun>[1], day: string) =>
	tinyRun(prod, findings, `${day}T10:00:00.000Z`);
const both = 'prod.example:5432';
const fails = (check: string, more = {}) => tinyFinding({check, outcome: 'fail', ...more});
const passes = (check: string, more = {}) => tinyFinding({check, outcome: 'pass', ...more});
const blind = (check: string, more = {}) => tinyFinding({check, outcome: 'unknown', ...more});

describe('properties of the comparison with a baseline', () => {
	it('finds nothing where nothing changed', () => {
		fc.assert(
			fc.property(record, input => {
				const diff = since(input, input);
				expect(diff).toMatchObject({
					deviations: [],
					unseen: [],
					unverified: [],
					gone: [],
					added: [],
				});
			}),
			often,
		);
	});

	it('names everything that is worse: laid over the baseline, what it names gives the failures of today', () => {
		fc.assert(
			fc.property(record, record, (then, now) => {
				const before = freeze(assess(then));
				const after = freeze(assess(now));
				const diff = baselineDiff(approved(before), assess(now));
				for (const [id, target] of Object.entries(after)) {
					const {failures, controls, answers} = laidOver(before[id], diff, id);
					expect(Object.fromEntries(answers)).toEqual(target.answers);
					const lost = new Set(diff.unseen.map(u => JSON.stringify([u.check, u.endpoint])));
					for (const [key, f] of failures)
						if (!target.failures.some(one => failureText(one) === key))
							expect(lost).toContain(JSON.stringify([f.check, f.endpoint]));
					for (const f of target.failures) expect(failures.has(failureText(f))).toBe(true);
					for (const [control, {state}] of Object.entries(target.controls)) {
						const laid = controls.get(control)?.state ?? 'unknown';
						expect(bad[state]).toBeLessThanOrEqual(Math.max(bad[laid], 0));
					}
				}
			}),
			often,
		);
	});

	it('calls nothing fixed that no later run concluded, and no control that only an answer mends', () => {
		fc.assert(
			fc.property(record, fc.array(finding, {maxLength: 14}), (then, seen) => {
				// A run that concludes nothing, after everything that was known.
				const blindRun = run(
					seen.map(f =>
						isConclusive(f.outcome) ? {...f, outcome: 'unknown', reason: 'timed-out'} : f,
					),
					'2026-11-22',
				);
				const diff = since(then, {...then, runs: [...then.runs, blindRun], now: later});
				expect(diff.deviations.filter(d => d.word === 'fixed')).toEqual([]);
				const yes = dbQuestions.map(q => tinyAnswer(prod, q, 'yes', {at: later}));
				const told = since(then, answered(yes, then.runs));
				expect(told.deviations.filter(d => d.word === 'fixed' && d.kind === 'finding')).toEqual([]);
				for (const d of told.deviations)
					if (d.kind === 'control' && d.word === 'fixed')
						expect(d.now.assurance).not.toBe('claimed');
			}),
			often,
		);
	});

	it('does not mind what a target is called, nor in which order the record comes', () => {
		fc.assert(
			fc.property(record, record, (then, now) => {
				const renamed: Input = {
					...now,
					runs: [...now.runs].reverse(),
					state: {
						...now.state,
						targets: {...now.state.targets, [prod.id]: {...prod, name: 'renamed'}},
					},
				};
				expect(words(since(then, renamed))).toEqual(words(since(then, now)));
			}),
			often,
		);
	});
});

describe('what became of', () => {
	const base = answered(
		[tinyAnswer(prod, 'q-both', 'no'), tinyAnswer(prod, 'q-half', 'yes')],
		[
			run(
				[fails('a', {object: 'app'}), passes('b'), passes('c'), fails('r', {severity: 'low'})],
				'2026-11-18',
			),
		],
	);
	const now = (
		findings: Parameters<typeof tinyRun>[1],
		answers = Object.values(base.state.answers),
	) => since(base, answered(answers, [...base.runs, run(findings, '2026-11-20')]));

	it('a failure that is new, graver, mended and gone with its object', () => {
		const diff = now([passes('a'), passes('b'), fails('c'), fails('r', {severity: 'critical'})]);
		expect(words(diff)).toMatchObject({
			[`finding a/${both}/app`]: 'fixed',
			[`finding c/${both}/`]: 'new',
			[`finding r/${both}/`]: 'worse',
			'control half': 'worse',
		});
		expect(diff.kept.failures).toBe(0);
		expect(diff.deviations.find(d => d.key === `control/${prod.id}/half`)?.saidBy).toEqual([
			`finding/${prod.id}/c/${both}/`,
		]);
	});

	it('a failure that no probe looked at again: neither fixed nor forgotten', () => {
		const moved = {
			...prod,
			endpoints: [{role: 'primary' as const, host: 'new.example', port: 5432}],
		};
		const next = answered(Object.values(base.state.answers), base.runs);
		const diff = since(base, {
			...next,
			state: {...next.state, targets: {...next.state.targets, [prod.id]: moved}},
		});
		expect(diff.deviations.filter(d => d.word === 'fixed')).toEqual([]);
		expect(diff.unseen).toContainEqual({
			target: prod.id,
			targetName: 'prod',
			endpoint: both,
			check: 'a',
			failures: 1,
			text: `${both} is no longer an endpoint of prod.`,
		});
	});

	it('a probe that could not look: the failure stays what it was', () => {
		const diff = now([blind('a'), blind('b'), blind('c'), blind('r')]);
		expect(words(diff)).toEqual({});
		expect(diff.kept.failures).toBe(2);
	});

	it('an answer that was changed, withdrawn and given since', () => {
		const diff = now(
			[],
			[tinyAnswer(prod, 'q-both', 'yes'), tinyAnswer(prod, 'q-only', 'yes', {by: 'Eve'})],
		);
		expect(words(diff)).toMatchObject({
			'answer q-both': 're-answered',
			'answer q-half': 're-answered',
			'answer q-only': 're-answered',
		});
		expect(diff.deviations.find(d => d.key.endsWith('/q-only'))?.text).toBe(
			'Answered since: yes, by Eve on 2026-11-01.',
		);
	});

	it('a waiver that ended: expired, and only then', () => {
		const failure = {check: 'a', endpoint: both, object: 'app'};
		const waiver = {
			id: 'w-0000000001',
			target: prod.id,
			failures: [failure],
			reason: 'Until spring.',
			approver: 'Grace',
			until: '2026-11-22',
			by: 'Ada',
			at: '2026-11-20T10:00:00.000Z',
		};
		const waived = {...base, state: {...base.state, waivers: {[waiver.id]: waiver}}};
		expect(words(since(waived, waived))).toEqual({});
		expect(words(since(waived, {...waived, now: later}))).toEqual({
			[`finding a/${both}/app`]: 'expired',
			'control both': 'expired',
		});
		// What was open when it was approved is no news when somebody accepts it for a time.
		expect(words(since(base, waived))).toEqual({});
	});

	it('what is too old: expired, with the checks that can no longer be believed', () => {
		const diff = since(base, {...base, now: '2027-12-01T12:00:00.000Z'});
		expect(diff.deviations.filter(d => d.word === 'fixed')).toEqual([]);
		expect(words(diff)['control half']).toBe('expired');
		expect(diff.unseen.map(u => u.check)).toEqual(['a', 'b', 'c', 'r']);
	});

	it('a target that is retired or new', () => {
		const {[prod.id]: _, ...others} = base.state.targets;
		const without = {...base, state: {...base.state, targets: others}};
		expect(since(base, without)).toMatchObject({gone: ['prod'], deviations: []});
		const added = since(without, base);
		expect(added.added).toEqual(['prod']);
		expect(words(added)).toMatchObject({[`finding a/${both}/app`]: 'new', 'control both': 'new'});
		const partial = approved(freeze(assess(without)), {partial: true});
		expect(baselineDiff(partial, assess(base))).toMatchObject({added: ['prod'], deviations: []});
	});

	it('a control that nobody knows any more', () => {
		const diff = since(base, answered([], []));
		expect(words(diff)).toMatchObject({'control both': 'worse', 'control half': 'worse'});
		expect(diff.unseen.find(u => u.check === 'a')?.failures).toBe(1);
	});
});
