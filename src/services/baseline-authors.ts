import {effectiveProfile} from '../assessment/index.js';
import type {Baseline} from '../domain/baseline.js';
import type {Content} from '../domain/content.js';
import {samePerson} from '../domain/person.js';
import {profilesInForce} from '../domain/profiles-in-force.js';
import type {WorkspaceState} from '../domain/workspace.js';

/**
 * Who wrote what counts of these targets: answers, evidence, accepted failures, settled contradictions and decisions on
 * risks. Probe runs are not written by whoever starts them.
 */
export const authorsOf = (state: WorkspaceState, targets: readonly string[]): readonly string[] => {
	const own = new Set(targets);
	const {answers, waivers, resolutions, decisions, evidence} = state;
	const records: readonly {readonly target: string; readonly by?: string | undefined}[] = [
		...Object.values(answers),
		...Object.values(waivers),
		...Object.values(resolutions),
		...Object.values(decisions),
	];
	const names = [
		...records.filter(one => own.has(one.target)).map(one => one.by),
		...Object.values(evidence)
			.filter(one => one.links.some(link => own.has(link.target)))
			.map(one => one.by),
	];
	return [...new Set(names.flatMap(name => name ?? []))].sort();
};

/**
 * True where a profile in force of one of its targets wants two people, and the approver wrote some of what was approved. Where
 * nobody wrote anything, whoever recorded the baseline is its author.
 */
export const approvedByAuthor = (
	{approver, by, authors, targets}: Pick<Baseline, 'approver' | 'by' | 'authors' | 'targets'>,
	content: Content,
	state: WorkspaceState,
): boolean =>
	(authors.length > 0 ? authors : [by]).some(author => samePerson(author, approver)) &&
	Object.keys(targets).some(
		id =>
			effectiveProfile(content, profilesInForce(state.targets[id], state.settings))
				.approverIsNotAuthor,
	);
