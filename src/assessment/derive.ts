import type {Assurance, ControlEvaluation, ControlState} from '../domain/evaluation.js';
import type {Target} from '../domain/target.js';
import {lower} from './assurance.js';
import {byText, unique} from './order.js';
import {present} from './present.js';

type Relation = NonNullable<ControlEvaluation['definition']['derives']>['relation'];

/** The targets that a target names by one relation, by id. */
export const linkedIds = (target: Target, relation: Relation): readonly string[] => {
	switch (target.kind) {
		case 'database':
			return relation === 'vendor' && target.vendor !== undefined ? [target.vendor] : [];
		case 'application':
			return relation === 'uses' ? unique(target.uses) : [];
		case 'infrastructure':
			return relation === 'hosts' ? unique(target.hosts) : [];
		case 'backup':
			return relation === 'of' ? unique(target.of) : [];
		case 'organisation':
		case 'vendor':
			return [];
	}
};

/**
 * Fills controls that nobody answered and no probe settled from the targets they are linked to, where the control
 * declares it. Of several linked targets the worst counts, and while one is unknown nothing is taken over, unless
 * another is not met already. A contradicted control counts as not met. Links in a circle settle nothing.
 */
export const deriveControls = (
	controls: readonly ControlEvaluation[],
	targets: ReadonlyMap<string, Target>,
): readonly ControlEvaluation[] => {
	const byKey = new Map(controls.map(c => [keyOf(c.target, c.control), c]));
	const done = new Map<string, ControlEvaluation>();
	const open = new Set<string>();
	const derived = (control: ControlEvaluation): ControlEvaluation => {
		const {derives} = control.definition;
		const target = targets.get(control.target);
		if (control.state !== 'unknown' || derives === undefined || target === undefined)
			return control;
		const key = keyOf(control.target, control.control);
		const known = done.get(key);
		if (known !== undefined) return known;
		if (open.has(key)) return control;
		open.add(key);
		const linked = linkedIds(target, derives.relation)
			.map(id => byKey.get(keyOf(id, derives.control)))
			.filter(c => c !== undefined)
			.map(derived);
		open.delete(key);
		const result = taken(control, linked);
		done.set(key, result);
		return result;
	};
	return controls.map(derived);
};

const keyOf = (target: string, control: string): string => `${target} ${control}`;

const worstFirst: readonly ControlState[] = [
	'not-met',
	'unknown',
	'partly',
	'met',
	'not-applicable',
];

const taken = (
	control: ControlEvaluation,
	linked: readonly ControlEvaluation[],
): ControlEvaluation => {
	const states = linked.map((c): ControlState =>
		c.state === 'contradicted' ? 'not-met' : c.state,
	);
	const state = worstFirst.find(s => states.includes(s));
	if (state === undefined || state === 'unknown') return control;
	const deciding = linked.filter((_, i) => states[i] === state);
	const assurance = deciding.map(c => c.assurance).reduce<Assurance>(lower, 'verified');
	const since = deciding
		.flatMap(c => c.since ?? [])
		.toSorted(byText)
		.at(-1);
	const stale = deciding.some(c => c.stale);
	const before = deciding.map(c => c.agedFrom ?? c.assurance).reduce<Assurance>(lower, 'verified');
	return {
		...control,
		...present({since, agedFrom: stale ? before : undefined}),
		state,
		assurance,
		stale,
		because: `Taken from ${deciding.map(c => c.id).join(', ')}: nobody answered here.`,
	};
};
