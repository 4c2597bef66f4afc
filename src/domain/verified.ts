import type {ControlEvaluation} from './evaluation.js';

/**
 * How many controls a probe has verified, by what it saw. "Verified" says how well a state is known and not that it is a
 * good one, so the two are counted apart. Contradicted ones are disputed and in neither.
 */
export const verifiedCounts = (
	controls: readonly Pick<ControlEvaluation, 'state' | 'assurance'>[],
): {readonly met: number; readonly notMet: number} => {
	const verified = controls.filter(c => c.assurance === 'verified');
	return {
		met: verified.filter(c => c.state === 'met').length,
		notMet: verified.filter(c => c.state === 'not-met' || c.state === 'partly').length,
	};
};
