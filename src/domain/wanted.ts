import type {ControlEvaluation} from './evaluation.js';

/** True for what the profile does not want known and nobody knows: it is neither asked for nor counted. */
export const isUnwanted = ({
	state,
	requirement,
}: Pick<ControlEvaluation, 'state' | 'requirement'>): boolean =>
	state === 'unknown' && requirement === 'optional';
