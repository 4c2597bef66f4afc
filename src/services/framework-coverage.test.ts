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

	it('lets only targets of its engine or platform, and what is linked to them, speak', () => {
		const database = (id: string, engine: string, platform?: string) => ({
			id,
			kind: 'database',
			engine,
			platform,
		});
		const targets = [
			database('pay', 'postgresql', 'aws-rds'),
			database('crm', 'mysql', 'azure-flexible-server'),
			database('cache', 'redis'),
			{id: 'shop', kind: 'application', uses: ['crm', 'pay']},
			{id: 'site', kind: 'application', uses: ['cache']},
			{id: 'org', kind: 'organisation'},
		];
		const evaluation = {
			targets: targets.map(target => ({target})),
			controls: targets.map(({id}) => ({
				target: id,
				targetName: id,
				control: 'tls-required',
				state: 'met',
			})),
		} as unknown as Evaluation;
		const speaking = (scope: Framework['scope']) =>
			frameworkCoverage(one, {...law, scope}, evaluation)
				.groups[0]?.supported[0]?.supporters[0]?.states?.map(s => s.target)
				.join(' ');
		expect(speaking(undefined)).toBe('pay crm cache shop site org');
		expect(speaking({engines: ['postgresql']})).toBe('pay shop org');
		expect(speaking({platforms: ['azure-flexible-server']})).toBe('crm shop org');
		expect(speaking({platforms: ['aws-rds', 'aws-aurora'], engines: ['mysql']})).toBe('');
	});

	it.each([{}, {engines: []}, {engines: ['oracle']}, {platforms: ['the-cloud']}])(
		'refuses the scope %j',
		scope => {
			expect(Framework.safeParse({...law, scope}).success).toBe(false);
		},
	);

	it('shows the state on each target, and says when there is no such target', () => {
		const state = {
			control: 'tls-required',
			target: 't-1',
			targetName: 'prod',
			state: 'met',
			assurance: 'claimed',
			stale: true,
			waived: false,
		};
		const states = (controls: readonly unknown[]) =>
			frameworkCoverage(one, law, {
				targets: [{target: {id: 't-1', kind: 'organisation'}}],
				controls,
			} as unknown as Evaluation).groups[0]?.supported[0]?.supporters[0]?.states;
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
