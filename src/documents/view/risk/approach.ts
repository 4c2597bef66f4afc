import {profileTitle} from '../../../domain/own-profile.js';
import type {ViewValue} from '../markup.js';
import type {Source} from '../source.js';

/** The profiles that hold for the workspace or for one of its targets. */
export const inForceOf = ({profiles, targets}: Source['evaluation']): readonly string[] => [
	...new Set([...profiles, ...targets.flatMap(({target}) => target.profiles ?? [])]),
];

/** What the profiles in force recommend, with reason and cost, and what gets a plan with a date instead of "at once". */
export const approachView = ({evaluation, content, controlTitle}: Source): ViewValue => {
	const inForce = inForceOf(evaluation);
	const profiles = content.profiles.filter(p => inForce.includes(p.id));
	const told = profiles.filter(p => p.approach.length > 0);
	const planned = profiles.flatMap(profile =>
		// What another profile in force makes mandatory cannot wait.
		profile.planned.filter(({control}) => !profiles.some(p => p.mandatory.includes(control))),
	);
	return {
		hasAny: told.length > 0,
		profiles: told.map(profile => ({
			title: profileTitle(profile),
			rows: profile.approach.map(({title: what, why, cost}) => ({what, why, cost})),
		})),
		hasPlanned: planned.length > 0,
		planned: planned.map(({control, withinDays, meanwhile}) => ({
			control: controlTitle(control),
			within: `${withinDays} days`,
			meanwhile,
		})),
	};
};
