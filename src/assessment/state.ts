import type {ControlState} from '../domain/evaluation.js';
import type {Claim, ClaimOrNothing} from '../domain/question.js';

export type Judgement = {
	readonly state: ControlState;
	readonly contradicted: boolean;
	/** The claim is worse than what was observed: it stands, and the person is asked again. */
	readonly askAgain: boolean;
	/** What the state stands on; an observation that agrees with the claim is the stronger ground. */
	readonly rests: 'observation' | 'claim' | 'nothing';
};

const agreed = (state: Claim): Judgement => ({
	state,
	contradicted: false,
	askAgain: false,
	rests: 'observation',
});

const claimed = (state: Claim, askAgain = false): Judgement => ({
	state,
	contradicted: false,
	askAgain,
	rests: 'claim',
});

const contradiction: Judgement = {
	state: 'contradicted',
	contradicted: true,
	askAgain: false,
	rests: 'observation',
};

/**
 * Puts a claim beside an observation: the table of "Rules of the record", cell by cell. A claim that is better than a
 * failure contradicts it, so does "not applicable"; a claim that is worse stands. An observation that nothing applies
 * is no failure: it never contradicts, and it never verifies a claim that the control holds.
 */
export const judge = (claim: ClaimOrNothing, observation: Claim | undefined): Judgement => {
	if (claim === 'nothing')
		return observation === undefined
			? {state: 'unknown', contradicted: false, askAgain: false, rests: 'nothing'}
			: agreed(observation);
	if (observation === undefined) return claimed(claim);
	if (claim === observation) return agreed(claim);
	switch (observation) {
		case 'met':
			return claimed(claim, true);
		case 'not-applicable':
			return claimed(claim, claim !== 'met');
		case 'partly':
			return claim === 'not-met' ? claimed(claim, true) : contradiction;
		case 'not-met':
			return contradiction;
	}
};
