import {describe, expect, it} from 'vitest';
import {Framework} from '../domain/framework.js';
import type {Evaluation} from '../domain/evaluation.js';
import {UserError} from '../domain/errors.js';
import {tinyContent, tinyControl, tinyQuestionnaire} from '../../test/helpers/tiny-content.js';
import {findFramework, frameworkCoverage, frameworkSummaries} from './framework-coverage.js';

const law = Framework.parse({
	id: 'some-law-2.0',
	title: 'Some law',
	version: '2.0',
	publisher: 'Somebody',
	groups: [
		{from: '1', title: 'First'},
		{from: '2', title: 'Second'},
	],
	requirements: [
		{id: '1', title: 'Part one', heading: true},
		{id: '1.1', title: 'Encrypt'},
		{id: '1.10', title: 'Encrypt more'},
		{id: '2', title: 'Part two', heading: true},
		{id: '2.1', title: 'Gone', withdrawn: true},
		{id: '2.2', title: 'Something else'},
	],
});

const content = (references: readonly {framework: string; id: string; strength?: 'partial'}[]) =>
	tinyContent({
		frameworks: [law, {...law, id: 'other', cite: false}],
		questionnaires: [
			tinyQuestionnaire({
				id: 'base',
				controls: [tinyControl({id: 'tls-required', references: [...references]})],
			}),
		],
	});

const one = content([{framework: 'some-law-2.0', id: '1.10', strength: 'partial'}]);

describe('frameworkCoverage', () => {
	it('lists what is supported and what is not, by group, without headings and withdrawn ones', () => {
		const coverage = frameworkCoverage(one, law);
		expect(coverage).toMatchObject({requirements: 3, supported: 1, references: 1});
		expect(coverage.groups).toEqual([
			{
				title: 'First',
				supported: [
					{
						id: '1.10',
						title: 'Encrypt more',
						supporters: [
							{control: 'tls-required', title: 'tls-required holds', strength: 'partial'},
						],
					},
				],
				uncovered: [{id: '1.1', title: 'Encrypt'}],
			},
			{title: 'Second', supported: [], uncovered: [{id: '2.2', title: 'Something else'}]},
		]);
	});

	it('counts a heading that a control refers to', () => {
		const heading = frameworkCoverage(content([{framework: 'some-law-2.0', id: '2'}]), law);
		expect(heading).toMatchObject({requirements: 4, supported: 1});
	});

	it('shows the state on each target, and says when there is no such target', () => {
		const state = {
			control: 'tls-required',
			targetName: 'prod',
			state: 'met',
			assurance: 'claimed',
			stale: true,
			waived: false,
		};
		const states = (controls: readonly unknown[]) =>
			frameworkCoverage(one, law, {controls} as unknown as Evaluation).groups[0]?.supported[0]
				?.supporters[0]?.states;
		expect(states([state])).toEqual([
			{target: 'prod', state: 'met', assurance: 'claimed', stale: true, waived: false},
		]);
		expect(states([])).toEqual([]);
		expect(states([{...state, control: 'another'}])).toEqual([]);
	});

	it('never sums up to a percentage or a verdict', () => {
		expect(JSON.stringify(frameworkCoverage(one, law))).not.toMatch(/percent|%|compliant|score/i);
	});
});

describe('frameworkSummaries', () => {
	it('say which frameworks documents refer to', () => {
		const cited = (chosen?: readonly string[]) =>
			frameworkSummaries(one, chosen)
				.filter(f => f.cited)
				.map(f => f.id);
		expect(cited()).toEqual(['some-law-2.0']);
		expect(cited(['other'])).toEqual(['other']);
	});
});

describe('findFramework', () => {
	it.each([
		['some-law-2.1', 'some-law-2.0'],
		['SOME-LAW', 'some-law-2.0'],
		['law', 'some-law-2.0'],
	])('suggests for %s', (typed, meant) => {
		try {
			findFramework(one, typed);
			expect.unreachable();
		} catch (error) {
			expect((error as UserError).next.join()).toContain(`Did you mean ${meant}?`);
			expect((error as UserError).exitCode).toBe(2);
		}
	});

	it.each(['', 'zzz', '\u001b[31m'])('leads to the list for %j', typed => {
		expect(() => findFramework(one, typed)).toThrow(UserError);
	});
});
