import type {ControlEvaluation} from '../domain/evaluation.js';
import type {Score} from '../domain/target-evaluation.js';
import {severityWeight} from '../domain/severity-order.js';
import {isUnwanted} from '../domain/wanted.js';

/**
 * Counts controls. Met counts as met; not met, partly met and contradicted as not met, so that nothing half done is
 * shown as done. Not-applicable ones are left out; unknown ones lower the coverage and nothing else; what is
 * optional and unknown is not counted at all. The value weighs
 * by severity; info weighs nothing.
 */
export const scoreOf = (controls: readonly ControlEvaluation[]): Score => {
	let met = 0;
	let notMet = 0;
	let applicable = 0;
	let stale = 0;
	let weightMet = 0;
	let weight = 0;
	for (const control of controls) {
		const {state, definition} = control;
		if (state === 'not-applicable' || isUnwanted(control)) continue;
		applicable += 1;
		if (state === 'unknown') continue;
		if (control.stale) stale += 1;
		const w = severityWeight(definition.severity);
		weight += w;
		if (state === 'met') {
			met += 1;
			weightMet += w;
		} else notMet += 1;
	}
	const known = met + notMet;
	return {
		met,
		notMet,
		...(weight === 0 ? {} : {value: weightMet / weight}),
		known,
		stale,
		applicable,
		coverage: applicable === 0 ? 0 : known / applicable,
	};
};
