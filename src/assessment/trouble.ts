import type {Content} from '../domain/content.js';
import {missingProfiles, type ContentTrouble, type Unplaced} from '../domain/content-gaps.js';
import type {WorkspaceState} from '../domain/workspace.js';
import {groupBy, valuesOf} from './order.js';
import type {TargetContext} from './target-context.js';

/** What is left out of the content, and which profiles in force are not there; undefined when nothing is amiss. */
export const troubleOf = (content: Content, state: WorkspaceState): ContentTrouble | undefined => {
	const {leftOut = []} = content;
	const profiles = missingProfiles(content, state);
	return leftOut.length === 0 && profiles.length === 0 ? undefined : {leftOut, profiles};
};

type Told = Omit<Unplaced, 'targetName'>;

/** Everything recorded that speaks of a question, a control or a risk of a target, by the target. */
const toldOf = (state: WorkspaceState): ReadonlyMap<string, readonly Told[]> =>
	groupBy<Told>(
		[
			...valuesOf(state.answers).map(({target, question, value, note}) => ({
				kind: 'answer' as const,
				target,
				id: question,
				text: `${value}${note === undefined ? '' : ` (${note})`}`,
			})),
			...valuesOf(state.resolutions).map(({target, control, reason}) => ({
				kind: 'resolution' as const,
				target,
				id: control,
				text: reason,
			})),
			...valuesOf(state.evidence).flatMap(({links, title}) =>
				links.map(({target, control}) => ({
					kind: 'evidence' as const,
					target,
					id: control,
					text: title,
				})),
			),
			...valuesOf(state.decisions).map(({target, risk, treatment}) => ({
				kind: 'decision' as const,
				target,
				id: risk,
				text: treatment,
			})),
		],
		told => told.target,
	);

const isPlaced = ({kind, content, target}: TargetContext, told: Told): boolean => {
	switch (told.kind) {
		case 'answer':
			return kind.questionById.has(told.id);
		case 'resolution':
		case 'evidence':
			return kind.controlById.has(told.id);
		case 'decision':
			return content.risks.some(r => r.kind === target.kind && r.id === told.id);
	}
};

/** Everything recorded about live targets that speaks of something the content does not hold, in the order of the targets. */
export const unplacedOf = (
	contexts: readonly TargetContext[],
	state: WorkspaceState,
): readonly Unplaced[] => {
	const told = toldOf(state);
	return contexts.flatMap(context =>
		(told.get(context.target.id) ?? [])
			.filter(one => !isPlaced(context, one))
			.map(one => ({...one, targetName: context.target.name})),
	);
};
