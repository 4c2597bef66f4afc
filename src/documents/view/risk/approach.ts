import type {ViewValue} from '../markup.js';
import type {Source} from '../source.js';

/** What the profiles in force recommend, with reason and cost, and what gets a plan with a date instead of "at once". */
export const approachView = ({evaluation, content, controlTitle}: Source): ViewValue => {
	const own = evaluation.targets.flatMap(({target}) => target.profiles ?? []);
	const inForce = new Set([...evaluation.profiles, ...own]);
	const profiles = content.profiles.filter(p => inForce.has(p.id));
	const told = profiles.filter(p => p.approach.length > 0);
	const planned = profiles.flatMap(profile =>
		// What another profile in force makes mandatory cannot wait.
		profile.planned.filter(({control}) => !profiles.some(p => p.mandatory.includes(control))),
	);
	return {
		hasAny: told.length > 0,
		profiles: told.map(({title, approach}) => ({
			title,
			rows: approach.map(({title: what, why, cost}) => ({what, why, cost})),
		})),
		hasPlanned: planned.length > 0,
		planned: planned.map(({control, withinDays, meanwhile}) => ({
			control: controlTitle(control),
			within: `${withinDays} days`,
			meanwhile,
		})),
	};
};
