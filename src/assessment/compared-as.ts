import type {Control} from '../domain/control.js';
import type {ControlEvaluation} from '../domain/evaluation.js';
import {present} from './present.js';
import type {TargetContext} from './target-context.js';

/** What a control counts when vendors are compared, and whether failing it rules one out, under profiles and facts. */
export const comparedAs = (
	control: Control,
	{profile, scope}: Pick<TargetContext, 'profile' | 'scope'>,
): Pick<ControlEvaluation, 'weight' | 'knockOut'> =>
	present({
		weight: weightUnder(control, profile.ids),
		knockOut: knockOutUnder(control, scope),
	});

/** The largest weight of the profiles in force; a profile that is not named has the usual one. */
const weightUnder = ({weight, weightIn}: Control, profiles: readonly string[]) =>
	weight === undefined ? undefined : Math.max(...profiles.map(id => weightIn?.[id] ?? weight));

const knockOutUnder = (
	{knockOut}: Control,
	scope: TargetContext['scope'],
): ControlEvaluation['knockOut'] => {
	if (typeof knockOut === 'boolean') return knockOut ? 'applies' : undefined;
	switch (scope.holds(knockOut.when)) {
		case true:
			return 'applies';
		case undefined:
			return 'depends';
		case false:
			return undefined;
	}
};
