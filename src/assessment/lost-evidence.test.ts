import {expect, test} from 'vitest';
import {acme, controlOne, evaluateOne, prod, yes} from '../../test/helpers/one-control.js';
import type {Evidence, LostFile} from '../domain/evidence.js';

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
	validUntil: '2026-12-01',
	by: 'Ada',
	at: '2026-11-02T00:00:00.000Z',
	...more,
});
const other = scan({id: 'e-1123456789', title: 'Scan of last week', effective: '2026-11-15'});
const record = (evidence: readonly Evidence[], lost: LostFile = 'missing') => ({
	answers: [yes],
	evidence,
	lostEvidence: new Map([['e-0123456789', lost]]),
});

test.each([
	['missing', 'its file is no longer in the vault'],
	['changed', 'its file was changed after it was added'],
	['unreadable', 'its file cannot be read'],
] as const)('evidence whose file is %s documents nothing, and says so', (lost, words) => {
	expect(controlOne({answers: [yes], evidence: [scan()]}).assurance).toBe('documented');
	const control = controlOne(record([scan()], lost));
	expect(control.assurance).toBe('claimed');
	expect(control.because).toBe(
		`Answered yes, and nothing that counts confirms it: Scan of November (proves nothing: ${words}).`,
	);
});

test('the target names it with its controls, the list with the remark, and a step says what to do', () => {
	const e = evaluateOne(record([scan()], 'changed'));
	expect(e.targets.map(t => t.lostEvidence).filter(Boolean)).toEqual([
		[
			{
				id: 'e-0123456789',
				title: 'Scan of November',
				sha256: '0'.repeat(64),
				lost: 'changed',
				controls: ['tls-required'],
			},
		],
	]);
	expect(e.evidence[0]).toMatchObject({
		lost: 'changed',
		remarks: ['proves nothing: its file was changed after it was added'],
	});
	expect(e.next.map(n => n.text)).toContain(
		'prod: Scan of November proves nothing any more: its file was changed after it was added. Bring the file back, or add the proof anew.',
	);
	expect(e.next.map(n => n.text).join()).not.toContain('runs out');
});

const missed = (...evidence: readonly Evidence[]): number =>
	evaluateOne(record(evidence)).targets.flatMap(t => t.lostEvidence ?? []).length;

test('it is missed until another proof documents the control, and not beyond its last day', () => {
	expect(missed(scan())).toBe(1);
	expect(missed(scan(), other)).toBe(0);
	expect(missed(scan(), {...other, kind: 'unheard-of'})).toBe(1);
	expect(missed(scan(), {...other, validUntil: '2026-11-20'})).toBe(1);
	expect(missed(scan({validUntil: '2026-11-21'}))).toBe(0);
	expect(missed(scan({links: [{target: acme.id, control: 'tls-required'}]}))).toBe(0);
});

test('a lost proof does not hide that the one which counts runs out', () => {
	const long = scan({validUntil: '2027-02-01', effective: '2026-11-16'});
	const e = evaluateOne(record([long, other]));
	expect(e.next.map(n => n.text)).toContain(
		'prod: Scan of last week runs out on 2026-12-01, in 9 days.',
	);
});
