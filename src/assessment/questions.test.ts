import {describe, expect, it} from 'vitest';
import {acme, controlOne, evaluateOne, failing, prod} from '../../test/helpers/one-control.js';
import {tinyAnswer, tinyFinding} from '../../test/helpers/tiny-record.js';

describe('who is asked what', () => {
	const scoped = {
		id: 'card-store',
		appliesWhen: {fact: 'card-data', is: 'yes'},
		notApplicableReason: 'No card data is kept.',
		checks: [{check: 'tls', role: 'required'} as const],
	};
	const questions = [{id: 'q-card', control: 'card-store'}];

	it('leaves out what the facts exclude, with the reason, whatever was answered or failed', () => {
		const e = evaluateOne({
			controls: [scoped],
			questions,
			answers: [tinyAnswer(acme, 'cards', 'no'), tinyAnswer(prod, 'q-card', 'yes')],
			findings: [failing()],
		});
		expect(e.controls[0]).toMatchObject({
			state: 'not-applicable',
			because: 'No card data is kept.',
		});
		expect(e.questions.find(q => q.question === 'q-card')).toMatchObject({
			asked: false,
			dormant: true,
			claim: 'nothing',
		});
		expect(e.score.applicable).toBe(0);
		expect(e.contradictions).toEqual([]);
	});

	it.each([[[]], [[tinyAnswer(acme, 'cards', 'dont-know')]]])(
		'keeps applicable what the facts do not settle',
		answers => {
			expect(controlOne({controls: [scoped], questions, answers})).toMatchObject({
				state: 'unknown',
				questions: [{asked: true}],
			});
		},
	);

	it('keeps an answer whose condition turned false, asleep, through a chain of conditions', () => {
		const chain = [
			{id: 'one', control: 'tls-required'},
			{id: 'two', control: 'tls-required', when: {answer: 'one', is: 'partly'}},
			{id: 'three', control: 'tls-required', when: {answer: 'two', is: 'yes'}},
		];
		const answers = (first: string) => [
			tinyAnswer(prod, 'one', first),
			tinyAnswer(prod, 'two', 'yes'),
			tinyAnswer(prod, 'three', 'no'),
		];
		expect(controlOne({questions: chain, answers: answers('partly')}).state).toBe('not-met');
		const asleep = controlOne({questions: chain, answers: answers('yes')});
		expect(asleep.state).toBe('met');
		expect(asleep.questions.map(q => q.dormant)).toEqual([false, true, true]);
	});

	it('ends when conditions go round in a circle', () => {
		const circle = [
			{id: 'one', control: 'tls-required', when: {answer: 'two', is: 'yes'}},
			{id: 'two', control: 'tls-required', when: {answer: 'one', is: 'yes'}},
		];
		const answers = [tinyAnswer(prod, 'one', 'yes'), tinyAnswer(prod, 'two', 'yes')];
		expect(controlOne({questions: circle, answers}).state).toBe('unknown');
	});
});

describe('several questions on one control', () => {
	const questions = ['a', 'b'].map(id => ({id, control: 'tls-required'}));
	it.each([
		['yes', 'yes', 'met'],
		['yes', 'partly', 'partly'],
		['partly', 'no', 'not-met'],
		['yes', undefined, 'unknown'],
		['yes', 'dont-know', 'unknown'],
		['no', undefined, 'not-met'],
		['yes', 'not-applicable', 'met'],
		['not-applicable', 'not-applicable', 'not-applicable'],
	])('%s and %s -> %s', (a, b, state) => {
		const answers = [
			tinyAnswer(prod, 'a', a),
			...(b === undefined ? [] : [tinyAnswer(prod, 'b', b)]),
		];
		expect(controlOne({questions, answers}).state).toBe(state);
	});

	it.each([
		['partly', undefined, 'pass', 'partly', true],
		['partly', 'dont-know', 'pass', 'partly', true],
		['partly', undefined, 'not-applicable', 'partly', true],
		['yes', undefined, 'pass', 'met', false],
		['partly', undefined, 'fail', 'not-met', false],
		['no', undefined, 'pass', 'not-met', true],
	] as const)('%s and %s beside a %s -> %s', (a, b, outcome, state, askAgain) => {
		const answers = [
			tinyAnswer(prod, 'a', a),
			...(b === undefined ? [] : [tinyAnswer(prod, 'b', b)]),
		];
		const findings = [tinyFinding({check: 'tls', outcome})];
		expect(controlOne({questions, answers, findings})).toMatchObject({state, askAgain});
	});

	it('does not wait for follow-ups and texts', () => {
		const more = [
			...questions.slice(0, 1),
			{id: 'f', control: 'tls-required', followUp: true},
			{id: 't', control: 'tls-required', answer: {kind: 'text'} as const},
		];
		expect(controlOne({questions: more, answers: [tinyAnswer(prod, 'a', 'yes')]}).state).toBe(
			'met',
		);
	});

	it('believes "not applicable" only with a reason', () => {
		const answers = [{...tinyAnswer(prod, 'q-tls', 'not-applicable'), note: '  '}];
		expect(controlOne({answers}).state).toBe('unknown');
	});
});
