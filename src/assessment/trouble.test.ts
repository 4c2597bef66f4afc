import {describe, expect, it} from 'vitest';
import {
	tinyContent,
	tinyControl,
	tinyProfile,
	tinyQuestion,
	tinyQuestionnaire,
} from '../../test/helpers/tiny-content.js';
import {tinyAnswer, tinyDatabase, tinyNow, tinyState} from '../../test/helpers/tiny-record.js';
import type {Content} from '../domain/content.js';
import {goneProfiles} from '../domain/content-gaps.js';
import {assess} from './index.js';
import {effectiveProfile} from './profile.js';

const leftOut = [
	{
		file: 'questionnaires/profiles/ours.yaml',
		faults: [{line: 2, column: 1, message: 'unknown key "x"'}],
		follows: false,
	},
];
const parts = {
	questionnaires: [
		tinyQuestionnaire({
			id: 'base',
			kind: 'database',
			controls: [tinyControl({id: 'tls'})],
			questions: [tinyQuestion({id: 'tls-asked', control: 'tls'})],
		}),
	],
	profiles: [
		tinyProfile({id: 'mild', thresholds: {'backup-retention-days': 7}}),
		tinyProfile({id: 'strict', thresholds: {'backup-retention-days': 35}, mandatory: ['tls']}),
	],
};
const content: Content = {...tinyContent(parts), leftOut};
const prod = tinyDatabase();
const state = (profiles: readonly string[], ...questions: readonly string[]) =>
	tinyState({
		profiles,
		targets: [prod],
		answers: questions.map(question => tinyAnswer(prod, question, 'yes')),
	});
const evaluated = (given: Content, ...of: Parameters<typeof state>) =>
	assess({content: given, state: state(...of), runs: [], checks: [], now: tinyNow});

describe('files of a workspace that are left out', () => {
	it('stand in the evaluation, and are absent where there are none', () => {
		const evaluation = evaluated(content, ['strict'], 'tls-asked');
		expect(evaluation.trouble).toEqual({leftOut, profiles: []});
		const sound = evaluated(tinyContent(parts), ['strict'], 'tls-asked');
		expect(sound).not.toHaveProperty('trouble');
	});

	it('do not make a profile in force milder: the strictest of all others counts', () => {
		const evaluation = evaluated(content, ['mild', 'ours']);
		expect(evaluation.trouble?.profiles).toEqual(['ours']);
		expect(evaluation.controls[0]?.requirement).toBe('mandatory');
		expect(effectiveProfile(content, ['ours']).thresholds).toEqual({'backup-retention-days': 35});
	});

	it('are none where a profile in force is gone, and the strictest of all others counts all the same', () => {
		const evaluation = evaluated(tinyContent(parts), ['mild', 'ours']);
		expect(evaluation.trouble).toEqual({leftOut: [], profiles: ['ours']});
		expect(evaluation.controls[0]?.requirement).toBe('mandatory');
	});

	it('do not pass for the file of a profile that is gone', () => {
		const other = {
			...leftOut[0],
			file: 'questionnaires/profiles/theirs.yaml',
			faults: [],
			follows: false,
		};
		expect(goneProfiles({leftOut: [other], profiles: ['ours', 'theirs']})).toEqual(['ours']);
		const folder = {...other, file: 'questionnaires/profiles'};
		expect(goneProfiles({leftOut: [folder], profiles: ['ours']})).toEqual([]);
	});
});

describe('what was recorded about things that the content does not hold', () => {
	it('is told with its words and counts for nothing', () => {
		const evaluation = evaluated(content, ['strict'], 'tls-asked', 'own-question');
		expect(evaluation.unplaced).toEqual([
			{kind: 'answer', id: 'own-question', text: 'yes', target: prod.id, targetName: prod.name},
		]);
		expect(evaluation.questions.map(q => q.question)).toEqual(['tls-asked']);
	});

	it('holds resolutions, evidence and decisions as well', () => {
		const until = '2027-01-01';
		const at = '2026-11-01T09:00:00.000Z';
		const full = {
			...state(['strict']),
			resolutions: {
				r: {
					target: prod.id,
					control: 'own-rule',
					reason: 'Wrong host.',
					until,
					answers: 'a'.repeat(64),
					failures: [{check: 'tls-x', endpoint: 'e'}],
					by: 'Ada',
					at,
				},
			},
			decisions: {d: {target: prod.id, risk: 'own-risk', treatment: 'accept' as const}},
		};
		const {unplaced} = assess({content, state: full, runs: [], checks: [], now: tinyNow});
		expect(unplaced?.map(u => [u.kind, u.id, u.text])).toEqual([
			['resolution', 'own-rule', 'Wrong host.'],
			['decision', 'own-risk', 'accept'],
		]);
	});

	it('is absent when there is none', () => {
		expect(evaluated(content, ['strict'], 'tls-asked')).not.toHaveProperty('unplaced');
	});
});
