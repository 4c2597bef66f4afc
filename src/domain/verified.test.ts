import {expect, test} from 'vitest';
import type {Assurance, ControlState} from './evaluation.js';
import {verifiedCounts} from './verified.js';

const all: readonly (readonly [ControlState, Assurance])[] = [
	['met', 'verified'],
	['met', 'documented'],
	['met', 'claimed'],
	['partly', 'verified'],
	['not-met', 'verified'],
	['not-met', 'claimed'],
	['not-applicable', 'verified'],
	['contradicted', 'none'],
	['unknown', 'none'],
];

test('what a probe saw fail is verified, and never counted as met', () => {
	const controls = all.map(([state, assurance]) => ({state, assurance}));
	expect(verifiedCounts(controls)).toEqual({met: 1, notMet: 2});
	expect(verifiedCounts([])).toEqual({met: 0, notMet: 0});
});
