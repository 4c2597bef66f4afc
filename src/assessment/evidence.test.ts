import {describe, expect, it} from 'vitest';
import type {Answer} from '../domain/answer.js';
import type {Evidence} from '../domain/evidence.js';
import {acme, controlOne, evaluateOne, prod, yes} from '../../test/helpers/one-control.js';
import {tinyAnswer, tinyNow} from '../../test/helpers/tiny-record.js';

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
		controlOne({answers, now, evidence: [evidence]});

	it('documents a matching claim', () => {
		expect(withScan(scan())).toMatchObject({
			state: 'met',
			assurance: 'documented',
			because: 'Answered yes, and documented by Scan of November.',
		});
	});

	it('runs out for a control that the content holds, and for no other', () => {
		const runsOut = (control: string, validUntil: string) => {
			const evidence = [scan({links: [{target: prod.id, control}], validUntil})];
			const found = evaluateOne({answers: [yes], evidence});
			return {
				dated: found.targets.flatMap(t => [...(t.expired ?? []), t.expires ?? []].flat()),
				steps: found.next.filter(n => n.kind === 'expiry').length,
				told: found.unplaced?.map(u => u.id),
			};
		};
		expect(runsOut('tls-required', '2026-12-01')).toMatchObject({
			dated: [{on: '2026-12-01'}],
			steps: 1,
		});
		for (const day of ['2026-12-01', '2026-11-01'])
			expect(runsOut('tls-gone', day)).toEqual({dated: [], steps: 0, told: ['tls-gone']});
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
		const both = controlOne({
			answers: [yes],
			evidence: [scan({kind: 'picture'}), scan({id: 'e-1123456789', title: 'The scan'})],
		});
		expect(both.because).toBe('Answered yes, and documented by The scan.');
	});

	it('shows up in the list of all evidence and in what runs out, with the reason', () => {
		const e = evaluateOne({answers: [yes], evidence: [scan({validUntil: '2026-11-21'})]});
		expect(e.evidence[0]!.remarks).toEqual(['expired on 2026-11-21']);
		expect(e.next.map(n => n.text)).toContain('prod: Scan of November ran out on 2026-11-21.');
	});

	it('says beside which of its controls it does not count, where it counts beside another', () => {
		const places = ['tls-required', 'audited'];
		const remarksOf = (more: Partial<Evidence>) =>
			evaluateOne({
				controls: [
					{id: 'tls-required', evidence: ['scan'], checks: []},
					{id: 'audited', evidence: ['letter'], checks: []},
				],
				evidence: [scan({links: places.map(control => ({target: prod.id, control})), ...more})],
			}).evidence[0]!.remarks;
		expect(remarksOf({})).toEqual([
			'does not count: the control accepts other kinds (audited of prod)',
		]);
		expect(remarksOf({kind: 'unheard-of'})).toEqual([
			'does not count: the control accepts other kinds',
		]);
		expect(remarksOf({validUntil: '2026-11-21'})[0]).toBe('expired on 2026-11-21');
	});

	it('does not let a proof that is still to come hide the one that runs out', () => {
		const e = evaluateOne({
			answers: [yes],
			evidence: [
				scan({validUntil: '2026-12-01'}),
				scan({id: 'e-1123456789', title: 'Next', effective: '2026-12-10'}),
			],
		});
		expect(e.next.map(n => n.text)).toContain(
			'prod: Scan of November runs out on 2026-12-01, in 9 days.',
		);
	});

	it('is flagged when the answer was given anew after it was added, and not for its own age', () => {
		const old = {effective: '2026-09-30', collected: '2026-10-01'};
		const added = (at: string) => withScan(scan({...old, at})).evidence[0]!;
		expect(added(yes.at).olderThanAnswer).toBe(false);
		expect(added('2026-11-21T00:00:00.000Z').remarks).toEqual([]);
		const before = added('2026-10-01T00:00:00.000Z');
		expect(before.olderThanAnswer).toBe(true);
		expect(before.remarks).toEqual(['added before the answer was last given']);
	});
});
