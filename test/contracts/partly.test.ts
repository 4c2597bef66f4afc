import {join} from 'node:path';
import {beforeAll, describe, expect, it} from 'vitest';
import {questionsIn} from '../../src/domain/condition.js';
import type {Content} from '../../src/domain/content.js';
import {questionsOf} from '../../src/domain/content-parts.js';
import {partlyAnswers} from '../../src/domain/partly.js';
import {compileContent} from '../../src/questionnaires/index.js';
import {withoutDerived} from '../../src/questionnaires/partly-questions.js';
import {company, evaluated, manners, walk} from '../helpers/asked-walk.js';

let content: Content;
beforeAll(async () => {
	content = await compileContent(join(import.meta.dirname, '../..'));
});

const startup = () => company(['startup'], {'holds-personal-data': 'yes'});

describe('an answer that means "partly"', () => {
	it('is asked once each for what stands in, who answers for it and until when', () => {
		const all = questionsOf(content);
		const partly = all.filter(q => partlyAnswers(q).length > 0);
		expect(partly.length).toBeGreaterThan(120);
		const wrong = partly.flatMap(({id}) => {
			const gaps = all
				.filter(
					q => q.gap !== undefined && q.when !== undefined && questionsIn(q.when).includes(id),
				)
				.map(q => q.gap);
			return gaps.toSorted().join() === 'instead,owner,until' ? [] : [`${id}: ${gaps.join()}`];
		});
		expect(wrong).toEqual([]);
	});

	it('asks for the day as a day, and in a text that names the question', () => {
		const derived = questionsOf(content).filter(q => q.derived === true);
		expect(derived.filter(q => (q.gap === 'until') !== (q.answer.kind === 'date'))).toEqual([]);
		expect(derived.filter(q => q.text.length > 220 || !q.text.endsWith('?'))).toEqual([]);
		expect(new Set(questionsOf(content).map(q => q.text)).size).toBe(questionsOf(content).length);
	});

	it('brings nothing up for whoever has not given one', () => {
		const without = withoutDerived(content);
		expect(evaluated(content, startup()).left).toEqual(evaluated(without, startup()).left);
		expect(walk(content, startup(), manners.best).seen).toEqual(
			walk(without, startup(), manners.best).seen,
		);
	});

	it('brings up follow-ups that are new only where the answer is older than they are', () => {
		const answered = (day: string) => {
			const state = startup();
			const database = 't-0000000004';
			const answer = {target: database, question: 'storage-encrypted', value: 'partly', by: 'Ada'};
			const ids = (of: Content) => questionsOf(of).map(q => q.id);
			const first = ids(withoutDerived(content));
			return evaluated(content, {
				...state,
				answers: {
					...state.answers,
					[`${database}/storage-encrypted`]: {...answer, at: `${day}T08:00:00.000Z`},
				},
				contents: {
					a: {version: 'a', on: '2026-11-01', first: true, questions: first},
					b: {
						version: 'b',
						on: '2026-11-10',
						first: false,
						questions: ids(content).filter(id => !first.includes(id)),
					},
				},
			})
				.questions.filter(q => q.isNew)
				.map(q => q.question);
		};
		expect(answered('2026-11-05')).toEqual([
			'storage-encrypted-instead',
			'storage-encrypted-owner',
			'storage-encrypted-until',
		]);
		expect(answered('2026-11-12')).toEqual([]);
	});
});
