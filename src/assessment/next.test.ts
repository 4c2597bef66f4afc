import {describe, expect, it} from 'vitest';
import type {Evaluation} from '../domain/evaluation.js';
import {assessRisks, prod} from '../../test/helpers/risk-record.js';
import {tinyFinding, tinyRun} from '../../test/helpers/tiny-record.js';

describe('what to do next', () => {
	const kinds = (e: Evaluation) => e.next.map(n => `${n.kind} ${n.control ?? n.question ?? '-'}`);

	it('goes from contradictions to open questions', () => {
		const e = assessRisks(
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
		expect(kinds(assessRisks({'q-tls': 'no', cards: 'no'})).slice(0, 4)).toEqual([
			'failure tls',
			'question health',
			'question clients',
			'probe -',
		]);
	});

	it('says each thing in one sentence that names the target', () => {
		const e = assessRisks({'q-tls': 'yes', 'certificate-ends': '2026-12-20'}, 'fail');
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
		const e = assessRisks({'q-tls': 'no'}, 'pass');
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
		const e = assessRisks({}, undefined, {targets: [prod], runs: [tinyRun(prod, findings)]});
		const failures = e.next.filter(n => n.kind === 'failure').map(n => n.text);
		expect(failures).toEqual(['prod: mend “loose”.', 'prod: mend “note”.']);
		expect(e.next[0]!.kind).toBe('failure');
	});

	it('keeps hostile text from servers harmless and short', () => {
		const nasty = `\u001b[31mred\u202e${'x'.repeat(5000)}\nsecond line`;
		const finding = tinyFinding({check: 'wire', outcome: 'fail', observed: nasty, object: nasty});
		const runs = [tinyRun(prod, [finding])];
		const e = assessRisks({'q-tls': 'yes'}, undefined, {targets: [prod], runs});
		const {text} = e.contradictions[0]!;
		expect(text.length).toBeLessThan(700);
		const shown = `${text}${e.next[0]!.text}${e.controls[0]!.because}`;
		expect(Array.from(shown).filter(c => c < ' ' || c === '\u202e')).toEqual([]);
	});
});
