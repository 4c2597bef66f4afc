import fc from 'fast-check';
import {expect, test} from 'vitest';
import {dbQuestions, expectNoLower, prod, record} from '../../test/helpers/any-record.js';
import {conflictOf, holding} from '../../test/helpers/in-conflict.js';
import {tinyAnswer} from '../../test/helpers/tiny-record.js';
import type {Answer} from '../domain/answer.js';
import {assess} from './assess.js';

const values = ['yes', 'no', 'partly', 'dont-know', 'not-applicable', undefined] as const;

const dispute = fc
	.tuple(
		fc.constantFrom(...dbQuestions),
		fc.uniqueArray(fc.constantFrom(...values), {minLength: 2, maxLength: 3}),
	)
	.map(([question, said]) => ({
		key: `${prod.id}/${question}`,
		versions: said.map((value): Answer | null =>
			value === undefined ? null : tinyAnswer(prod, question, value),
		),
	}));

/** States in which nothing has to be done. */
const good: readonly string[] = ['met', 'not-applicable'];

test('until somebody chooses, nothing counts as better than in the least favourable version', () => {
	fc.assert(
		fc.property(record, dispute, (input, {key, versions}) => {
			const conflict = conflictOf('answer', key, ...versions);
			const state = holding(input.state, [conflict]);
			const disputed = assess({...input, state, conflicts: [conflict]});
			for (const version of versions) {
				const chosen = assess({
					...input,
					state: holding(input.state, [conflictOf('answer', key, version)]),
				});
				const about = disputed.controls.find(c => c.questions.some(q => q.versions !== undefined));
				// A control that does not apply lowers no risk, and one that a probe saw does.
				if (version?.value !== 'not-applicable' || about?.observation === undefined)
					expectNoLower(chosen, disputed);
				for (const [i, {state: counted, observation}] of disputed.controls.entries()) {
					// What a probe has seen rests on no answer.
					const same = counted === observation ? good : [counted];
					if (good.includes(counted)) expect(same).toContain(chosen.controls[i]?.state);
				}
			}
		}),
		{numRuns: 300},
	);
});

test('which version came last changes nothing that counts', () => {
	fc.assert(
		fc.property(record, dispute, (input, {key, versions}) => {
			const counted = (order: readonly (Answer | null)[]) => {
				const conflict = conflictOf('answer', key, ...order);
				const state = holding(input.state, [conflict]);
				const {controls, score, risks} = assess({...input, state, conflicts: [conflict]});
				return {
					controls: controls.map(c => [c.id, c.state, c.assurance]),
					score,
					risks: risks.map(r => [r.claimed, r.verified]),
				};
			};
			expect(counted(versions.toReversed())).toEqual(counted(versions));
		}),
		{numRuns: 200},
	);
});
