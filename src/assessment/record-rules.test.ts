import {describe, expect, it} from 'vitest';
import type {Answer, Resolution, Waiver} from '../domain/answer.js';
import type {Evidence} from '../domain/evidence.js';
import type {Finding} from '../domain/finding.js';
import type {Evaluation} from '../domain/evaluation.js';
import type {Control} from '../domain/control.js';
import type {Question} from '../domain/question.js';
import {
	tinyCheck,
	tinyContent,
	tinyControl,
	tinyProfile,
	tinyQuestion,
	tinyQuestionnaire,
} from '../../test/helpers/tiny-content.js';
import {
	tinyAnswer,
	tinyDatabase,
	tinyFinding,
	tinyNow,
	tinyOrganisation,
	tinyRun,
	tinyState,
	tinyVendor,
} from '../../test/helpers/tiny-record.js';
import {failuresOf, resolutionOf, waiverOf} from './accept.js';
import {assess} from './assess.js';

const prod = tinyDatabase();
const acme = tinyOrganisation();
const checks = [tinyCheck({id: 'tls'}), tinyCheck({id: 'other'})];

type Case = {
	readonly controls?: readonly Control[];
	readonly questions?: readonly Question[];
	readonly answers?: readonly Answer[];
	readonly findings?: readonly Finding[];
	readonly ranAt?: string;
	readonly now?: string;
	readonly profiles?: readonly string[];
	readonly more?: Partial<Parameters<typeof tinyState>[0]>;
};

const judging = {issuer: 'A tester.', check: ['It has a date.'], redFlags: ['No date.']};
const scanKind = {
	id: 'scan',
	title: 'Scan',
	strength: 're-performed' as const,
	obtain: 'Run it.',
	validDays: 90,
	...judging,
};
const pictureKind = {
	id: 'picture',
	title: 'Picture',
	strength: 'screenshot' as const,
	obtain: 'Take it.',
	inPlaceOf: ['scan'],
	...judging,
};
const scoping = tinyQuestionnaire({
	id: 'scoping',
	kind: 'organisation',
	questions: [tinyQuestion({id: 'cards', fact: 'card-data'})],
});
const tlsControl = tinyControl({
	id: 'tls-required',
	evidence: ['scan'],
	checks: [{check: 'tls', role: 'required'}],
});
const tlsQuestion = tinyQuestion({id: 'q-tls', control: 'tls-required'});

const evaluate = (c: Case): Evaluation =>
	assess({
		content: tinyContent({
			questionnaires: [
				scoping,
				tinyQuestionnaire({
					id: 'hardening',
					controls: c.controls ?? [tlsControl],
					questions: c.questions ?? [tlsQuestion],
				}),
			],
			profiles: [
				tinyProfile({id: 'startup', maxAge: {answers: 100, runs: 30}}),
				tinyProfile({id: 'regulated', approverIsNotAuthor: true}),
			],
			evidenceKinds: [scanKind, pictureKind],
		}),
		checks,
		now: c.now ?? tinyNow,
		state: tinyState({
			targets: [prod, acme],
			profiles: c.profiles ?? ['startup'],
			answers: c.answers ?? [],
			...c.more,
		}),
		runs: c.findings === undefined ? [] : [tinyRun(prod, c.findings, c.ranAt)],
	});
const control = (c: Case) => evaluate(c).controls[0]!;
const failing = (check = 'tls', object?: string): Finding =>
	tinyFinding({
		check,
		outcome: 'fail',
		observed: 'let in without TLS',
		...(object === undefined ? {} : {object}),
	});
const yes = tinyAnswer(prod, 'q-tls', 'yes');

describe('who is asked what', () => {
	const scoped = tinyControl({
		id: 'card-store',
		appliesWhen: {fact: 'card-data', is: 'yes'},
		notApplicableReason: 'No card data is kept.',
		checks: [{check: 'tls', role: 'required'}],
	});
	const questions = [tinyQuestion({id: 'q-card', control: 'card-store'})];

	it('leaves out what the facts exclude, with the reason, whatever was answered or failed', () => {
		const e = evaluate({
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
			expect(control({controls: [scoped], questions, answers})).toMatchObject({
				state: 'unknown',
				questions: [{asked: true}],
			});
		},
	);

	it('keeps an answer whose condition turned false, asleep, through a chain of conditions', () => {
		const chain = [
			tinyQuestion({id: 'one', control: 'tls-required'}),
			tinyQuestion({id: 'two', control: 'tls-required', when: {answer: 'one', is: 'partly'}}),
			tinyQuestion({id: 'three', control: 'tls-required', when: {answer: 'two', is: 'yes'}}),
		];
		const answers = (first: string) => [
			tinyAnswer(prod, 'one', first),
			tinyAnswer(prod, 'two', 'yes'),
			tinyAnswer(prod, 'three', 'no'),
		];
		expect(control({questions: chain, answers: answers('partly')}).state).toBe('not-met');
		const asleep = control({questions: chain, answers: answers('yes')});
		expect(asleep.state).toBe('met');
		expect(asleep.questions.map(q => q.dormant)).toEqual([false, true, true]);
	});

	it('ends when conditions go round in a circle', () => {
		const circle = [
			tinyQuestion({id: 'one', control: 'tls-required', when: {answer: 'two', is: 'yes'}}),
			tinyQuestion({id: 'two', control: 'tls-required', when: {answer: 'one', is: 'yes'}}),
		];
		const answers = [tinyAnswer(prod, 'one', 'yes'), tinyAnswer(prod, 'two', 'yes')];
		expect(control({questions: circle, answers}).state).toBe('unknown');
	});
});

describe('several questions on one control', () => {
	const questions = ['a', 'b'].map(id => tinyQuestion({id, control: 'tls-required'}));
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
		expect(control({questions, answers}).state).toBe(state);
	});

	it('does not wait for follow-ups and texts', () => {
		const more = [
			...questions.slice(0, 1),
			tinyQuestion({id: 'f', control: 'tls-required', followUp: true}),
			tinyQuestion({id: 't', control: 'tls-required', answer: {kind: 'text'}}),
		];
		expect(control({questions: more, answers: [tinyAnswer(prod, 'a', 'yes')]}).state).toBe('met');
	});

	it('believes "not applicable" only with a reason', () => {
		const answers = [{...tinyAnswer(prod, 'q-tls', 'not-applicable'), note: '  '}];
		expect(control({answers}).state).toBe('unknown');
	});
});

describe('time', () => {
	it('steps assurance down once for what is stale', () => {
		const findings = [tinyFinding({check: 'tls'})];
		expect(control({findings})).toMatchObject({assurance: 'verified', stale: false});
		expect(control({findings, now: '2027-01-01T00:00:00.000Z'})).toMatchObject({
			state: 'met',
			assurance: 'documented',
			stale: true,
		});
		expect(control({answers: [yes]})).toMatchObject({assurance: 'claimed', stale: false});
		expect(control({answers: [yes], now: '2027-03-01T00:00:00.000Z'})).toMatchObject({
			state: 'met',
			assurance: 'none',
			stale: true,
		});
	});
});

describe('evidence', () => {
	const scan = (more: Partial<Evidence> = {}): Evidence => ({
		id: 'e-0123456789',
		sha256: '0'.repeat(64),
		bytes: 1,
		fileName: 'scan.pdf',
		title: 'Scan of November',
		kind: 'scan',
		links: [{target: prod.id, control: 'tls-required'}],
		effective: '2026-11-01',
		collected: '2026-11-02',
		validUntil: '2027-12-31',
		by: 'Ada',
		at: '2026-11-02T00:00:00.000Z',
		...more,
	});
	const withScan = (evidence: Evidence, answers: readonly Answer[] = [yes], now = tinyNow) =>
		control({answers, now, more: {evidence: [evidence]}});

	it('documents a matching claim', () => {
		expect(withScan(scan())).toMatchObject({
			state: 'met',
			assurance: 'documented',
			because: 'Answered yes, and documented by Scan of November.',
		});
	});

	it('claims nothing alone, and documents neither "no" nor a claim of a foreign kind', () => {
		expect(withScan(scan(), [])).toMatchObject({state: 'unknown', assurance: 'none'});
		expect(withScan(scan(), [tinyAnswer(prod, 'q-tls', 'no')]).assurance).toBe('claimed');
		expect(withScan(scan({kind: 'other'})).assurance).toBe('claimed');
		expect(withScan(scan({links: [{target: acme.id, control: 'tls-required'}]})).assurance).toBe(
			'claimed',
		);
	});

	it('stops convincing after its last day, or when its kind has aged', () => {
		expect(withScan(scan({validUntil: '2026-11-22'})).assurance).toBe('documented');
		const expired = withScan(scan({validUntil: '2026-11-21'}));
		expect(expired.assurance).toBe('claimed');
		expect(expired.evidence[0]!.expired).toBe(true);
		expect(withScan(scan({effective: '2026-08-24'})).assurance).toBe('documented');
		expect(withScan(scan({effective: '2026-08-23'})).assurance).toBe('claimed');
	});

	const because = (evidence: Evidence, now = tinyNow): string =>
		withScan(evidence, [yes], now).because;

	it('does not convince before the day that it speaks of', () => {
		const coming = scan({effective: '2026-11-23'});
		const before = withScan(coming);
		expect(before.assurance).toBe('claimed');
		expect(before.evidence[0]).toMatchObject({notYet: true, expired: false});
		expect(before.because).toBe(
			'Answered yes, and nothing that counts confirms it: Scan of November (does not count before 2026-11-23, the day that it speaks of).',
		);
		expect(withScan(coming, [yes], '2026-11-23T00:00:00.000Z').assurance).toBe('documented');
	});

	it('says why it does not count', () => {
		const why = 'Answered yes, and nothing that counts confirms it: Scan of November';
		expect(because(scan({validUntil: '2026-11-21'}))).toBe(`${why} (expired on 2026-11-21).`);
		expect(because(scan({effective: '2026-08-23'}))).toBe(
			`${why} (expired on 2026-11-21: this kind convinces for 90 days).`,
		);
		expect(because(scan({kind: 'other'}))).toBe(
			`${why} (does not count: the control accepts other kinds).`,
		);
		const {kind: _, ...unnamed} = scan();
		expect(because(unnamed)).toBe(`${why} (does not count: nobody said of what kind it is).`);
	});

	it('takes a weaker kind in place of an accepted one, and says so', () => {
		const picture = withScan(scan({kind: 'picture', title: 'Picture of a port'}));
		expect(picture).toMatchObject({
			assurance: 'documented',
			because:
				'Answered yes, and documented by Picture of a port (a screenshot: weaker than a re-performed test).',
		});
		const both = control({
			answers: [yes],
			more: {evidence: [scan({kind: 'picture'}), scan({id: 'e-1123456789', title: 'The scan'})]},
		});
		expect(both.because).toBe('Answered yes, and documented by The scan.');
	});

	it('shows up in the list of all evidence and in what runs out, with the reason', () => {
		const e = evaluate({answers: [yes], more: {evidence: [scan({validUntil: '2026-11-21'})]}});
		expect(e.evidence[0]!.remarks).toEqual(['expired on 2026-11-21']);
		expect(e.next.map(n => n.text)).toContain('prod: Scan of November ran out on 2026-11-21.');
	});

	it('does not let a proof that is still to come hide the one that runs out', () => {
		const e = evaluate({
			answers: [yes],
			more: {
				evidence: [
					scan({validUntil: '2026-12-01'}),
					scan({id: 'e-1123456789', title: 'Next', effective: '2026-12-10'}),
				],
			},
		});
		expect(e.next.map(n => n.text)).toContain(
			'prod: Scan of November runs out on 2026-12-01, in 9 days.',
		);
	});

	it('is flagged when it speaks of a time before the answer changed', () => {
		expect(withScan(scan()).evidence[0]!.olderThanAnswer).toBe(false);
		expect(withScan(scan({effective: '2026-10-31'})).evidence[0]!.olderThanAnswer).toBe(true);
	});
});

describe('waivers', () => {
	const accepting = {
		reason: 'The old client leaves in spring.',
		until: '2026-12-31',
		by: 'Ada',
		now: tinyNow,
		approver: 'Grace',
		approverIsNotAuthor: true,
		target: 'prod',
		check: 'tls',
	};
	const failures = [failing('tls', 'app'), failing('tls', 'report')];
	const waiver: Waiver = waiverOf(evaluate({findings: failures}), {...accepting, object: 'app'});

	it('names exactly the failures of today', () => {
		const e = evaluate({findings: failures});
		expect(waiver.failures).toEqual([{check: 'tls', endpoint: 'prod.example:5432', object: 'app'}]);
		expect(failuresOf(e, {target: prod.id, check: 'tls'})).toHaveLength(2);
		expect(waiver.id).toMatch(/^w-[0-9a-f]{10}$/);
	});

	it('marks what it names and nothing else, and the state stays', () => {
		const one = evaluate({findings: failures, more: {waivers: [waiver]}});
		expect(one.findings.map(f => f.waiver?.id)).toEqual([waiver.id, undefined]);
		expect(one.controls[0]).toMatchObject({state: 'not-met', waived: false});
		const only = evaluate({findings: [failing('tls', 'app')], more: {waivers: [waiver]}});
		expect(only.controls[0]).toMatchObject({state: 'not-met', waived: true});
		expect(only.waivers[0]).toMatchObject({targetName: 'prod', expired: false});
		expect(only.next.map(n => n.kind)).not.toContain('failure');
	});

	it('holds through its last day, and then the failure is one again', () => {
		const on = (now: string) =>
			evaluate({findings: [failing('tls', 'app')], more: {waivers: [waiver]}, now});
		expect(on('2026-12-31T23:59:59.000Z').controls[0]!.waived).toBe(true);
		const after = on('2027-01-01T00:00:00.000Z');
		expect(after.controls[0]!.waived).toBe(false);
		expect(after.waivers[0]).toMatchObject({expired: true, stillFails: waiver.failures});
	});

	it('does not hold where the profile wants a second person and there is none', () => {
		const own = {...waiver, approver: ' ada '};
		const findings = [failing('tls', 'app')];
		const regulated = evaluate({findings, profiles: ['regulated'], more: {waivers: [own]}});
		expect(regulated.controls[0]!.waived).toBe(false);
		expect(regulated.next.map(n => n.text).join(' ')).toMatch(/approved by its own author/);
		expect(evaluate({findings, more: {waivers: [own]}}).controls[0]!.waived).toBe(true);
	});

	it.each([
		[{approver: 'ADA '}, /cannot approve/],
		[{approver: ' '}, /needs an approver/],
		[{reason: ' '}, /reason/],
		[{until: '2026-11-21'}, /has passed/],
		[{until: 'soon'}, /not a day/],
		[{target: 'nowhere'}, /no target/],
		[{check: 'other'}, /does not fail/],
		[{object: 'admin'}, /does not fail/],
	])('refuses %o', (wrong, message) => {
		expect(() => waiverOf(evaluate({findings: failures}), {...accepting, ...wrong})).toThrow(
			message,
		);
	});

	it('refuses to waive what is unknown, and names the grant', () => {
		const e = evaluate({
			findings: [tinyFinding({check: 'tls', outcome: 'unknown', grant: 'GRANT x TO y'})],
		});
		expect(() => waiverOf(e, accepting)).toThrow(/unknown cannot be waived/);
		expect(e.controls[0]!.settledBy).toContain('GRANT x TO y');
	});
});

describe('contradictions and their resolution', () => {
	const contradicted = evaluate({answers: [yes], findings: [failing()]});
	const accepting = {reason: 'A test listener.', until: '2026-12-31', by: 'Ada', now: tinyNow};
	const resolution: Resolution = resolutionOf(contradicted, 'prod/tls-required', accepting);
	const again = (c: Case) => evaluate({...c, more: {resolutions: [resolution], ...c.more}});

	it('sets the observation aside while it holds: the claim stands, claimed only', () => {
		const e = again({answers: [yes], findings: [failing()]});
		expect(e.controls[0]).toMatchObject({
			state: 'met',
			assurance: 'claimed',
			because: 'Answered yes; the observation was set aside until 2026-12-31: A test listener.',
		});
		expect(e.contradictions[0]!.resolution).toEqual(resolution);
		expect(e.targets.find(t => t.target.id === prod.id)!.contradictions).toBe(0);
	});

	it.each<[string, Case, RegExp]>([
		['it ended', {answers: [yes], findings: [failing()], now: '2027-01-01T00:00:00Z'}, /ended/],
		[
			'the answer changed',
			{answers: [tinyAnswer(prod, 'q-tls', 'partly')], findings: [failing()]},
			/answer changed/,
		],
		[
			'another object fails',
			{answers: [yes], findings: [failing(), failing('tls', 'new')]},
			/came after.*new/,
		],
	])('reopens when %s', (_, c, reason) => {
		const e = again(c);
		expect(e.controls[0]!.state).toBe('contradicted');
		expect(e.contradictions[0]!.reopened).toMatch(reason);
		expect(e.contradictions[0]!.resolution).toBeUndefined();
	});

	it('does not mind a note or a later date of the same answer', () => {
		const noted = {...yes, note: 'Asked again.', at: '2026-11-21T00:00:00.000Z'};
		expect(again({answers: [noted], findings: [failing()]}).controls[0]!.state).toBe('met');
	});

	it('contradicts "not applicable" as well', () => {
		const na = tinyAnswer(prod, 'q-tls', 'not-applicable');
		expect(control({answers: [na], findings: [failing()]}).state).toBe('contradicted');
	});

	it('says which contradictions there are when none has the id', () => {
		expect(() => resolutionOf(contradicted, 'prod/none', accepting)).toThrow(
			expect.objectContaining({next: ['Contradicted now: prod/tls-required.']}),
		);
	});
});

describe('links', () => {
	const hoster = tinyVendor();
	const content = tinyContent({
		questionnaires: [
			tinyQuestionnaire({
				id: 'vendor',
				kind: 'vendor',
				controls: [tinyControl({id: 'offers-tls', kind: 'vendor', knockOut: true})],
				questions: [tinyQuestion({id: 'v-tls', control: 'offers-tls'})],
			}),
			tinyQuestionnaire({
				id: 'hardening',
				controls: [
					tinyControl({
						id: 'tls-offered',
						checks: [{check: 'tls', role: 'required'}],
						derives: {relation: 'vendor', control: 'offers-tls'},
					}),
				],
				questions: [tinyQuestion({id: 'd-tls', control: 'tls-offered'})],
			}),
		],
	});
	const linked = (answers: readonly Answer[], findings: readonly Finding[] = [], retired = false) =>
		assess({
			content,
			checks,
			now: tinyNow,
			runs: [tinyRun(prod, findings)],
			state: tinyState({
				targets: [
					{...prod, vendor: hoster.id},
					retired ? {...hoster, retiredAt: '2026-11-01T00:00:00.000Z'} : hoster,
				],
				answers,
			}),
		});
	const offered = (e: Evaluation) => e.controls.find(c => c.control === 'tls-offered')!;
	const vendorSays = (value: string) => tinyAnswer(hoster, 'v-tls', value);

	it('takes the state of the linked target when nobody answered and nothing was seen', () => {
		expect(offered(linked([vendorSays('yes')]))).toMatchObject({
			state: 'met',
			assurance: 'claimed',
			because: 'Taken from hoster/offers-tls: nobody answered here.',
		});
		const no = linked([vendorSays('no')]);
		expect(offered(no).state).toBe('not-met');
		expect(no.targets[0]!.knockOuts).toEqual(['offers-tls']);
	});

	it('goes by its own answer and its own observation first', () => {
		expect(offered(linked([vendorSays('no'), tinyAnswer(prod, 'd-tls', 'yes')])).state).toBe('met');
		expect(offered(linked([vendorSays('no')], [tinyFinding({check: 'tls'})]))).toMatchObject({
			state: 'met',
			assurance: 'verified',
		});
	});

	it('takes nothing from a retired or silent target', () => {
		expect(offered(linked([vendorSays('yes')], [], true)).state).toBe('unknown');
		expect(offered(linked([vendorSays('dont-know')])).state).toBe('unknown');
	});
});
