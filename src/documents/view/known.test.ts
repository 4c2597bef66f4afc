import {expect, it} from 'vitest';
import {sampleInput} from '../../../test/helpers/sample-input.js';
import {knownWords} from './known.js';

const controls = sampleInput().evaluation.controls;
const named = (id: string) => {
	const found = controls.find(c => c.id === `prod-db/${id}`);
	if (found === undefined) throw new TypeError(`the sample has no ${id}`);
	return found;
};
const seen = named('password-hashing');
const failing = named('certificate-renewal');
const answered = named('automatic-backups');
const old = <T extends {readonly stale: boolean}>(list: readonly T[]): readonly T[] =>
	list.map(one => ({...one, stale: true}));

it('says when a probe last looked, and never that somebody documented what nobody answered', () => {
	const stale = {stale: true, assurance: 'documented', agedFrom: 'verified'} as const;
	for (const control of [seen, failing])
		expect(knownWords({...control, ...stale, findings: old(control.findings)})).toBe(
			'last probed on 21 November 2026, too old to count as verified',
		);
});

it('gives the oldest day of several looks, and no day of what was not looked at here', () => {
	const stale = {stale: true, assurance: 'documented', agedFrom: 'verified'} as const;
	const [first] = old(seen.findings);
	if (first === undefined) throw new TypeError('the sample has a finding');
	const findings = [first, {...first, at: '2026-10-01T00:00:00.000Z'}];
	expect(knownWords({...seen, ...stale, findings})).toContain('on 1 October 2026');
	expect(knownWords({...seen, ...stale, findings: []})).toBe(
		'last probed longer ago than the profile allows, too old to count as verified',
	);
});

it('says of an answer when it was given, and what it had been', () => {
	const {questions} = answered;
	expect(
		knownWords({
			...answered,
			questions: old(questions),
			assurance: 'claimed',
			agedFrom: 'documented',
		}),
	).toBe('answered on 12 October 2026 with valid evidence, too old to count as documented');
	expect(
		knownWords({...answered, questions: old(questions), assurance: 'none', agedFrom: 'claimed'}),
	).toBe('answered on 12 October 2026, longer ago than the profile allows');
});

it('keeps its words where nothing is stale, or where it is documented all the same', () => {
	expect(knownWords(seen)).toBe('verified by probe');
	expect(knownWords(answered)).toBe('claimed only');
	expect(knownWords({...answered, assurance: 'documented', agedFrom: 'documented'})).toBe(
		'documented',
	);
	expect(knownWords({...seen, state: 'contradicted'})).toBe('disputed');
});
