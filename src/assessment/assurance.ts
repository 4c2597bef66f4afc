import type {Assurance} from '../domain/evaluation.js';

const steps: readonly Assurance[] = ['none', 'claimed', 'documented', 'verified'];

/** One step less, for what is stale; `none` stays. */
export const stepDown = (assurance: Assurance): Assurance =>
	steps[Math.max(0, steps.indexOf(assurance) - 1)] ?? 'none';

/** The lower of two. */
export const lower = (a: Assurance, b: Assurance): Assurance =>
	steps.indexOf(a) <= steps.indexOf(b) ? a : b;

/** True when it is documented or verified: what the verified residual risk believes. */
export const isFirm = (assurance: Assurance): boolean =>
	assurance === 'documented' || assurance === 'verified';
