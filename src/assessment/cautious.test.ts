import {describe, expect, it} from 'vitest';
import {conflictOf, holding} from '../../test/helpers/in-conflict.js';
import {acme, evaluateOne, prod} from '../../test/helpers/one-control.js';
import {tinyAnswer, tinyNow, tinyState} from '../../test/helpers/tiny-record.js';
import {tinyContent, tinyProfile} from '../../test/helpers/tiny-content.js';
import type {Conflict} from '../domain/conflict.js';
import {assess} from './assess.js';
import {cautious} from './cautious.js';

const until = {
	questions: [
		{id: 'q-tls', control: 'tls-required'},
		{
			id: 'q-tls-until',
			control: 'tls-required',
			followUp: true,
			gap: 'until' as const,
			answer: {kind: 'date' as const},
			when: {answer: 'q-tls', is: 'partly'},
		},
	],
};

const settings = tinyState({targets: []}).settings;
const read = (conflicts: readonly Conflict[], from = tinyState({targets: [prod]})) =>
	cautious(holding(from, conflicts), conflicts);

describe('the safer reading of a conflict', () => {
	it('lets the profiles of all versions hold together', () => {
		const conflict = conflictOf(
			'settings',
			'workspace',
			{...settings, profiles: ['regulated']},
			{...settings, profiles: ['startup', 'multi-tenant']},
		);
		expect(read([conflict]).state.settings.profiles).toEqual([
			'regulated',
			'startup',
			'multi-tenant',
		]);
	});

	it('assesses a target that one version has retired or removed, under the profiles of both', () => {
		const retired = {...prod, retiredAt: tinyNow, profiles: ['regulated']};
		for (const versions of [
			[retired, prod],
			[prod, retired],
		]) {
			const target = read([conflictOf('target', prod.id, ...versions)]).state.targets[prod.id];
			expect(target?.retiredAt).toBeUndefined();
			expect(target?.profiles?.toSorted()).toEqual(['regulated', 'startup']);
		}
		const removed = read([conflictOf('target', prod.id, prod, null)]);
		expect(removed.state.targets[prod.id]).toEqual(prod);
	});

	it.each(['waiver', 'resolution', 'decision', 'evidence'] as const)(
		'counts a %s for nothing',
		kind => {
			const {state} = read([conflictOf(kind, 'x', {until: '2026-12-01'}, {until: '2027-12-01'})]);
			expect(
				[state.waivers, state.resolutions, state.decisions, state.evidence].map(Object.keys),
			).toEqual([[], [], [], []]);
		},
	);

	it('takes the earlier of two days until which a part may be missing', () => {
		const key = `${prod.id}/q-tls-until`;
		const conflict = conflictOf(
			'answer',
			key,
			tinyAnswer(prod, 'q-tls-until', '2026-10-01'),
			tinyAnswer(prod, 'q-tls-until', '2027-10-01'),
		);
		const answers = [
			tinyAnswer(prod, 'q-tls', 'partly'),
			tinyAnswer(prod, 'q-tls-until', '2027-10-01'),
		];
		const {controls} = evaluateOne({...until, answers, conflicts: [conflict]});
		expect(controls[0]).toMatchObject({state: 'not-met'});
	});

	it('leaves a mark and a note alone, and says so', () => {
		const noted = (note: string) => tinyAnswer(prod, 'q-tls', 'yes', {note});
		const conflict = conflictOf('answer', `${prod.id}/q-tls`, noted('a'), noted('b'));
		const {controls, conflicts, questions} = evaluateOne({
			...until,
			answers: [noted('b')],
			conflicts: [conflict],
		});
		expect(controls[0]?.state).toBe('met');
		expect(questions[0]?.versions).toBeUndefined();
		expect(conflicts).toMatchObject([
			{
				id: 'answer/prod/q-tls',
				meanwhile: 'The answers agree; only what was noted differs.',
				versions: [
					{number: 1, by: ['Ada'], text: 'yes', note: 'a'},
					{number: 2, by: ['Bob'], text: 'yes', note: 'b'},
				],
			},
		]);
	});
});

describe('a conflict', () => {
	const [yes, no] = [tinyAnswer(prod, 'q-tls', 'yes'), tinyAnswer(prod, 'q-tls', 'no')];
	const conflict = conflictOf('answer', `${prod.id}/q-tls`, no, yes);

	it('is settled as soon as the key has another value', () => {
		const waiting = evaluateOne({...until, answers: [yes], conflicts: [conflict]});
		expect(waiting.controls[0]).toMatchObject({
			state: 'not-met',
			because: 'Answered no or yes (people differ).',
		});
		expect(waiting.next[0]).toMatchObject({kind: 'conflict', conflict: 'answer/prod/q-tls'});
		const partly = tinyAnswer(prod, 'q-tls', 'partly');
		const settled = evaluateOne({...until, answers: [partly], conflicts: [conflict]});
		expect(settled.controls[0]?.state).toBe('partly');
		expect(settled.conflicts).toBeUndefined();
	});

	it('about a fact decides nothing: what one version would leave out stays asked', () => {
		const controls = [{id: 'card-rules', appliesWhen: {fact: 'card-data' as const, is: ['yes']}}];
		const said = (value: string) => tinyAnswer(acme, 'cards', value);
		const disputed = conflictOf('answer', `${acme.id}/cards`, said('yes'), said('no'));
		const state = (conflicts: readonly Conflict[]) =>
			evaluateOne({
				controls,
				questions: [{id: 'q-cards', control: 'card-rules'}],
				answers: [said('no')],
				conflicts,
			}).controls[0]?.state;
		expect(state([])).toBe('not-applicable');
		expect(state([disputed])).toBe('unknown');
	});

	it('shows who said the same in one version, and a taken-away answer as such', () => {
		const three = conflictOf('answer', `${prod.id}/q-tls`, yes, null, {...yes, by: 'Carl'});
		const {conflicts} = evaluateOne({...until, answers: [yes], conflicts: [three]});
		expect(conflicts?.[0]?.versions).toMatchObject([
			{number: 1, by: ['Ada', 'Carl'], text: 'yes'},
			{number: 2, by: ['Bob'], text: 'no answer: it was taken away'},
		]);
	});

	it('names what differs in a target, without the hashes and stamps', () => {
		const renamed = (name: string) => ({...prod, name});
		const conflict = conflictOf('target', prod.id, renamed('prod-eu'), renamed('prod-main'));
		const state = holding(tinyState({targets: [prod]}), [conflict]);
		const content = tinyContent({profiles: [tinyProfile({id: 'startup'})]});
		const {conflicts} = assess({
			content,
			state,
			runs: [],
			checks: [],
			now: tinyNow,
			conflicts: [conflict],
		});
		expect(conflicts).toMatchObject([
			{id: 'target/prod-main', versions: [{text: 'name: prod-eu'}, {text: 'name: prod-main'}]},
		]);
	});
});
