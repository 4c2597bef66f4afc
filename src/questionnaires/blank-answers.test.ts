import {describe, expect, it} from 'vitest';
import type {Evaluation} from '../domain/evaluation.js';
import {
	answersContent as content,
	answersState as state,
	parseTiny as parse,
} from '../../test/helpers/tiny-answers.js';
import {blankAnswers} from './index.js';

describe('blankAnswers', () => {
	const asked = {
		questionnaire: 'base',
		section: 'transit',
		dormant: false,
		claim: 'nothing',
		stale: false,
	};
	const evaluation = {
		organisation: 'Example',
		targets: Object.values(state.targets).map(target => ({target})),
		questions: [
			{...asked, target: 't-0000000001', question: 'tls-asked', asked: true, due: true},
			{...asked, target: 't-0000000001', question: 'tls-until', asked: false, due: false},
			{...asked, target: 't-0000000001', question: 'backup-place', asked: true, due: false},
			{
				...asked,
				target: 't-0000000002',
				question: 'backup-days',
				asked: true,
				due: true,
				isNew: true,
				answer: {value: 7},
			},
		],
	} as unknown as Evaluation;

	it('lists what is due, with why, how, what is allowed and what is answered', () => {
		expect(blankAnswers({content, evaluation})).toMatchInlineSnapshot(`
			"# Example: 1 question without an answer, about a minute.
			# Write each answer behind its colon, in one of the allowed forms. Leave empty what is not known yet.
			# With a note:  question-id: {value: partly, note: "the pooler is missing"}
			# Some answers bring further questions: read the file back, and ask for a new one.
			targets:
			  "prod":

			    # Is every connection encrypted?
			    #   Why: Otherwise everybody on the way can read along.
			    #   How: Look at the sessions.
			    #   Allowed: yes | no | partly | dont-know | not-applicable
			    tls-asked:
			  "1.5":

			    # For how many days are backups kept?
			    #   New since the questions were updated.
			    #   Why: Damage is often noticed late.
			    #   How: Look at the retention.
			    #   Allowed: a number from 0 to 3650 (days) | dont-know | not-applicable
			    #   Now: 7
			    backup-days:
			"
		`);
	});

	it('cuts no text, however long it is', () => {
		const long = `Run: ${Array.from({length: 300}, (_, at) => `word${at}`).join(' ')} --the-end`;
		const wordy = {
			...content,
			questionnaires: content.questionnaires.map(q => ({
				...q,
				questions: q.questions.map(asked => ({...asked, how: {all: long}, why: long})),
			})),
		};
		const flat = blankAnswers({content: wordy, evaluation}).replace(/\s+(?:# +)?/g, ' ');
		// Two questions are due, and each says it twice.
		expect(flat.split(long)).toHaveLength(5);
		expect(flat).not.toContain('…');
	});

	it('changes nothing when it is read back unchanged, and records what is filled in', () => {
		const blank = blankAnswers({content, evaluation});
		expect(parse(blank)).toEqual([]);
		expect(parse(blank.replace('backup-days:', 'backup-days: 30 days'))).toEqual([
			{target: 't-0000000002', question: 'backup-days', value: 30},
		]);
	});

	it('lists what is optional with --all alone, and takes it back', () => {
		expect(blankAnswers({content, evaluation})).not.toContain('backup-place:');
		const all = blankAnswers({content, evaluation, all: true});
		expect(all).toContain('#   Optional: the profile does not ask for it.');
		expect(parse(all.replace('backup-place:', 'backup-place: elsewhere'))).toMatchObject([
			{question: 'backup-place', value: 'elsewhere'},
		]);
	});

	it('lets no text of the content or the record out of its comment', () => {
		const nasty = 'a\n  "prod":\n    tls-asked: yes\u2028b\u0000c';
		const hostile = {
			...evaluation,
			organisation: nasty,
			questions: evaluation.questions.map(q => ({...q, answer: {value: nasty}})),
		} as unknown as Evaluation;
		expect(parse(blankAnswers({content, evaluation: hostile}))).toEqual([]);
	});

	it('is a valid file when nothing is asked', () => {
		const nothing = {...evaluation, questions: []};
		expect(parse(blankAnswers({content, evaluation: nothing}))).toEqual([]);
	});

	it('says so when nothing is left, or nothing is asked', () => {
		const answered = evaluation.questions.map(q => ({...q, answer: {value: 'yes'}}));
		const all = {...evaluation, questions: answered} as unknown as Evaluation;
		expect(blankAnswers({content, evaluation: all})).toMatch(
			/^# Example: nothing is left to answer\./,
		);
		const none = blankAnswers({content, evaluation: {...evaluation, questions: []}});
		expect(none).toBe('# Example: no question is asked here.\ntargets: {}\n');
		expect(parse(none)).toEqual([]);
	});
});
