import type {ControlEvaluation, ControlState} from '../../domain/evaluation.js';

/** How many controls are in each state, as the coverage chart wants it. */
export const stateCounts = (controls: readonly ControlEvaluation[]) => {
	const of = (state: ControlState): number => controls.filter(c => c.state === state).length;
	return {
		met: of('met'),
		partly: of('partly'),
		notMet: of('not-met'),
		contradicted: of('contradicted'),
		unknown: of('unknown'),
	};
};
