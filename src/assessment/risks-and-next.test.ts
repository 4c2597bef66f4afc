import {describe, expect, it} from 'vitest';
import type {Evaluation} from '../domain/evaluation.js';
import {
	tinyCheck,
	tinyContent,
	tinyControl,
	tinyProfile,
	tinyQuestion,
	tinyQuestionnaire,
	tinyRisk,
} from '../../test/helpers/tiny-content.js';
import {
	tinyAnswer,
	tinyDatabase,
	tinyFinding,
	tinyNow,
	tinyOrganisation,
	tinyRun,
	tinyState,
} from '../../test/helpers/tiny-record.js';
import {assess} from './assess.js';

const prod = tinyDatabase();
const acme = tinyOrganisation();
const why = 'It helps.';
const content = tinyContent({
	questionnaires: [
		tinyQuestionnaire({
			id: 'scoping',
			kind: 'organisation',
			questions: [
				tinyQuestion({id: 'cards', fact: 'card-data'}),
				tinyQuestion({id: 'health', fact: 'health-data'}),
			],
		}),
		tinyQuestionnaire({
			id: 'hardening',
			controls: [
				tinyControl({id: 'tls', severity: 'critical', checks: [{check: 'wire', role: 'required'}]}),
				tinyControl({
					id: 'clients',
					severity: 'medium',
					checks: [{check: 'note', role: 'informs'}],
				}),
				tinyControl({id: 'cards-apart', appliesWhen: {fact: 'card-data', is: 'yes'}}),
				tinyControl({id: 'review', severity: 'low'}),
				tinyControl({id: 'trivia', severity: 'info'}),
			],
			questions: [
				tinyQuestion({id: 'q-tls', control: 'tls'}),
				tinyQuestion({id: 'q-clients', control: 'clients'}),
				tinyQuestion({id: 'q-cards', control: 'cards-apart'}),
				tinyQuestion({id: 'q-review', control: 'review'}),
				tinyQuestion({id: 'q-trivia', control: 'trivia'}),
				tinyQuestion({
					id: 'certificate-ends',
					answer: {kind: 'date', met: {ahead: 30}},
					control: 'review',
				}),
			],
		}),
	],
	profiles: [
		tinyProfile({
			id: 'startup',
			mandatory: ['clients'],
			recommended: ['tls', 'cards-apart', 'review', 'trivia'],
			maxAge: {answers: 100, runs: 30},
		}),
	],
	risks: [
		tinyRisk({
			id: 'interception',
			impact: 3,
			impactRaisedWhen: [
				{fact: 'card-data', is: 'yes'},
				{fact: 'health-data', is: 'yes'},
			],
			treatments: [
				{lowers: 'likelihood', by: 3, controls: ['tls', 'cards-apart'], why},
				{lowers: 'likelihood', by: 1, controls: ['clients'], why},
				{lowers: 'impact', by: 4, partlyBy: 1, controls: ['review'], why},
			],
		}),
		tinyRisk({
			id: 'card-theft',
			appliesWhen: {fact: 'card-data', is: 'yes'},
			treatments: [{lowers: 'impact', by: 1, controls: ['not-here'], why}],
		}),
	],
});
const checks = [tinyCheck({id: 'wire'}), tinyCheck({id: 'note'}), tinyCheck({id: 'loose'})];

type Answers = Readonly<Record<string, string>>;
const run = (
	answers: Answers,
	outcome?: 'pass' | 'fail' | 'unknown',
	more: Partial<Parameters<typeof tinyState>[0]> = {},
): Evaluation =>
	assess({
		content,
		checks,
		now: tinyNow,
		state: tinyState({
			targets: [prod, acme],
			answers: Object.entries(answers).map(([q, v]) =>
				tinyAnswer(q === 'cards' || q === 'health' ? acme : prod, q, v),
			),
			...more,
		}),
		runs: outcome === undefined ? [] : [tinyRun(prod, [tinyFinding({check: 'wire', outcome})])],
	});
const risk = (e: Evaluation) => e.risks[0]!;

describe('risks', () => {
	it('is raised by facts, at most to five, and only by facts that are known to hold', () => {
		expect(risk(run({})).inherent).toEqual({likelihood: 4, impact: 3, level: 'high'});
		expect(risk(run({cards: 'yes', health: 'dont-know'})).inherent.impact).toBe(4);
		expect(risk(run({cards: 'yes', health: 'yes'})).inherent.impact).toBe(5);
	});

	it('leaves out what the facts exclude, and keeps what they leave open', () => {
		expect(run({cards: 'no'}).risks.map(r => r.risk)).toEqual(['interception']);
		expect(run({}).risks.map(r => r.risk)).toEqual(['interception', 'card-theft']);
	});

	it('wants all controls of a treatment, and leaves out one that the facts exclude', () => {
		expect(risk(run({'q-tls': 'yes'}, 'pass')).claimed.likelihood).toBe(4);
		expect(risk(run({'q-tls': 'yes', cards: 'no'}, 'pass')).verified.likelihood).toBe(1);
		expect(
			risk(run({'q-tls': 'yes', cards: 'yes', 'q-cards': 'yes'}, 'pass')).claimed.likelihood,
		).toBe(1);
	});

	it('believes answers in the claimed residual only', () => {
		const e = risk(run({'q-tls': 'yes', cards: 'no'}));
		expect(e.claimed.likelihood).toBe(1);
		expect(e.verified.likelihood).toBe(4);
		expect(e.treatments[0]).toMatchObject({countsAsClaimed: true, countsAsVerified: false});
	});

	it('takes the strongest of several, not their sum, and never goes below one', () => {
		const e = risk(run({'q-tls': 'yes', 'q-clients': 'yes', cards: 'no'}));
		expect(e.claimed.likelihood).toBe(1);
		const met = run({'q-review': 'yes', 'certificate-ends': '2027-12-01'});
		expect(risk(met).claimed.impact).toBe(1);
	});

	it('lets partly count only where the register says by how much', () => {
		const half = run({'q-review': 'partly', 'certificate-ends': '2027-12-01'});
		expect(risk(half).claimed.impact).toBe(2);
		expect(risk(run({'q-clients': 'partly'})).claimed.likelihood).toBe(4);
	});

	it('marks an accepted risk while the acceptance lasts, and changes no number', () => {
		const decision = {
			target: prod.id,
			risk: 'interception',
			treatment: 'accept' as const,
			until: '2026-11-22',
		};
		const e = run({}, undefined, {decisions: [decision]});
		expect(risk(e)).toMatchObject({accepted: true, decision});
		expect(risk(e).claimed).toEqual(risk(run({})).claimed);
		const over = run({}, undefined, {decisions: [{...decision, until: '2026-11-21'}]});
		expect(risk(over).accepted).toBe(false);
	});
});

describe('scores', () => {
	it('weighs by severity, leaves out what does not apply, and shows the coverage beside it', () => {
		const e = run({'q-tls': 'yes', cards: 'no', 'q-trivia': 'no', 'q-clients': 'no'});
		expect(e.targets.find(t => t.target.id === prod.id)!.score).toEqual({
			met: 1,
			notMet: 2,
			value: 4 / 6,
			known: 3,
			applicable: 4,
			coverage: 3 / 4,
		});
	});

	it('has no value where only controls without weight are known', () => {
		expect(run({'q-trivia': 'yes'}).score).not.toHaveProperty('value');
	});

	it('counts partly and contradicted as not met', () => {
		expect(run({'q-clients': 'partly', 'q-tls': 'yes'}, 'fail').score).toMatchObject({
			met: 0,
			notMet: 2,
			value: 0,
		});
	});
});

describe('what to do next', () => {
	const kinds = (e: Evaluation) => e.next.map(n => `${n.kind} ${n.control ?? n.question ?? '-'}`);

	it('goes from contradictions to open questions', () => {
		const e = run(
			{'q-tls': 'yes', 'q-review': 'no', 'certificate-ends': '2026-12-20', cards: 'yes'},
			'fail',
		);
		expect(kinds(e)).toEqual([
			'contradiction tls',
			'question health',
			'question clients',
			'expiry review',
			'failure review',
			'question cards-apart',
			'question trivia',
		]);
	});

	it('puts a critical failure before what is unknown, and the first probe after it', () => {
		expect(kinds(run({'q-tls': 'no', cards: 'no'})).slice(0, 4)).toEqual([
			'failure tls',
			'question health',
			'question clients',
			'probe -',
		]);
	});

	it('says each thing in one sentence that names the target', () => {
		const e = run({'q-tls': 'yes', 'certificate-ends': '2026-12-20'}, 'fail');
		expect(e.next[0]!.text).toBe('prod: settle the contradiction on “tls holds”.');
		expect(e.next.find(n => n.kind === 'expiry')!.text).toBe(
			'prod: certificate-ends runs out on 2026-12-20, in 28 days.',
		);
		expect(e.targets.find(t => t.target.id === prod.id)!.expires).toEqual({
			what: 'certificate-ends',
			on: '2026-12-20',
			inDays: 28,
		});
	});

	it('asks again where an answer is worse than what was seen, and does not call it verified', () => {
		const e = run({'q-tls': 'no'}, 'pass');
		expect(e.controls[0]).toMatchObject({
			state: 'not-met',
			askAgain: true,
			assurance: 'claimed',
			because: 'Answered no, but the probe saw better, so ask again.',
		});
	});

	it('does not lose a failure that no control counts', () => {
		const findings = [
			tinyFinding({check: 'loose', outcome: 'fail', severity: 'critical'}),
			tinyFinding({check: 'note', outcome: 'fail', severity: 'high'}),
		];
		const e = assess({
			content,
			checks,
			now: tinyNow,
			state: tinyState({targets: [prod]}),
			runs: [tinyRun(prod, findings)],
		});
		const failures = e.next.filter(n => n.kind === 'failure').map(n => n.text);
		expect(failures).toEqual(['prod: mend “loose”.', 'prod: mend “note”.']);
		expect(e.next[0]!.kind).toBe('failure');
	});

	it('keeps hostile text from servers harmless and short', () => {
		const nasty = `\u001b[31mred\u202e${'x'.repeat(5000)}\nsecond line`;
		const e = assess({
			content,
			checks,
			now: tinyNow,
			state: tinyState({targets: [prod], answers: [tinyAnswer(prod, 'q-tls', 'yes')]}),
			runs: [
				tinyRun(prod, [
					tinyFinding({check: 'wire', outcome: 'fail', observed: nasty, object: nasty}),
				]),
			],
		});
		const {text} = e.contradictions[0]!;
		expect(text.length).toBeLessThan(700);
		const shown = `${text}${e.next[0]!.text}${e.controls[0]!.because}`;
		expect(Array.from(shown).filter(c => c < ' ' || c === '\u202e')).toEqual([]);
	});
});
