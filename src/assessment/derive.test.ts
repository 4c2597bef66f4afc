import {describe, expect, it} from 'vitest';
import type {Target} from '../domain/target.js';
import {
	tinyContent,
	tinyControl,
	tinyQuestion,
	tinyQuestionnaire,
} from '../../test/helpers/tiny-content.js';
import {tinyAnswer, tinyDatabase, tinyNow, tinyState} from '../../test/helpers/tiny-record.js';
import {assess} from './assess.js';

const base = {createdAt: '2026-01-01T00:00:00.000Z'};
const one = tinyDatabase('one');
const two = tinyDatabase('two');
const app = (uses: readonly string[], id = 't-00000000aa', name = 'shop'): Target => ({
	...base,
	id,
	name,
	kind: 'application',
	uses,
});
const content = tinyContent({
	questionnaires: [
		tinyQuestionnaire({
			id: 'hardening',
			controls: [tinyControl({id: 'tls'})],
			questions: [tinyQuestion({id: 'q-tls', control: 'tls'})],
		}),
		tinyQuestionnaire({
			id: 'applications',
			kind: 'application',
			controls: [
				tinyControl({
					id: 'speaks-tls',
					kind: 'application',
					derives: {relation: 'uses', control: 'tls'},
				}),
				tinyControl({
					id: 'round',
					kind: 'application',
					derives: {relation: 'uses', control: 'round'},
				}),
			],
		}),
	],
});

const states = (targets: readonly Target[], answers: Readonly<Record<string, string>>) =>
	assess({
		content,
		checks: [],
		runs: [],
		now: tinyNow,
		state: tinyState({
			targets,
			answers: Object.entries(answers).map(([name, value]) =>
				tinyAnswer(name === 'one' ? one : two, 'q-tls', value),
			),
		}),
	})
		.controls.filter(c => c.kind === 'application')
		.map(c => c.state);

describe('states taken from linked targets', () => {
	it.each([
		[{one: 'yes', two: 'yes'}, 'met'],
		[{one: 'yes', two: 'partly'}, 'partly'],
		[{one: 'yes', two: 'no'}, 'not-met'],
		[{one: 'no'}, 'not-met'],
		[{one: 'yes'}, 'unknown'],
		[{one: 'not-applicable', two: 'yes'}, 'met'],
		[{one: 'not-applicable', two: 'not-applicable'}, 'not-applicable'],
	])('the worst of several counts: %o -> %s', (answers, expected) => {
		expect(states([app([one.id, two.id]), one, two], answers)[0]).toBe(expected);
	});

	it('settles nothing without links, or with links that lead nowhere or round in a circle', () => {
		expect(states([app([]), one], {one: 'yes'})).toEqual(['unknown', 'unknown']);
		expect(states([app(['t-ffffffffff']), one], {one: 'yes'})).toEqual(['unknown', 'unknown']);
		const itself = app(['t-00000000aa']);
		expect(states([itself, one], {})).toEqual(['unknown', 'unknown']);
		const a = app(['t-00000000bb'], 't-00000000aa', 'a');
		const b = app(['t-00000000aa'], 't-00000000bb', 'b');
		expect(states([a, b], {})).toEqual(['unknown', 'unknown', 'unknown', 'unknown']);
	});
});
