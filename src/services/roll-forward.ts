import type {Evidence} from '../domain/evidence.js';
import type {Target} from '../domain/target.js';
import type {Change, Settings, WorkspaceState} from '../domain/workspace.js';

export type RolledForward = {
	/** With the day of the new workspace. */
	readonly settings: Settings;
	readonly targets: readonly Target[];
	/** Answers of before: to be confirmed, and until then they claim nothing. */
	readonly suggestions: WorkspaceState['answers'];
	/** With the links to targets that go along; dates, author and hash stay. */
	readonly evidence: readonly Evidence[];
	/** What stays behind, by sort. */
	readonly behind: {
		readonly retired: readonly string[];
		readonly waivers: number;
		readonly resolutions: number;
		readonly decisions: number;
		readonly baselines: number;
		readonly runs: number;
	};
};

/**
 * What a new workspace takes over from an older one: targets that are still assessed, with their links; answers as claims to
 * confirm; evidence with its dates. What somebody accepted, decided or approved was for its time, and what probes saw is to be
 * looked at again.
 * @param at when the new workspace begins, ISO
 */
export const rollForward = (old: WorkspaceState, at: string): RolledForward => {
	const live = Object.values(old.targets).filter(target => target.retiredAt === undefined);
	const ids = new Set(live.map(({id}) => id));
	const said = {...old.suggestions, ...old.answers};
	return {
		settings: {...old.settings, createdAt: at},
		targets: live.map(target => withLinks(target, ids)),
		suggestions: Object.fromEntries(
			Object.entries(said).filter(([, answer]) => ids.has(answer.target)),
		),
		evidence: Object.values(old.evidence).flatMap((one): readonly Evidence[] => {
			const links = one.links.filter(link => ids.has(link.target));
			return links.length === 0 ? [] : [{...one, links}];
		}),
		behind: {
			retired: Object.values(old.targets)
				.filter(target => target.retiredAt !== undefined)
				.map(({name}) => name)
				.sort(),
			waivers: Object.keys(old.waivers).length,
			resolutions: Object.keys(old.resolutions).length,
			decisions: Object.keys(old.decisions).length,
			baselines: Object.keys(old.baselines ?? {}).length,
			runs: Object.keys(old.runs).length,
		},
	};
};

/** The target without its links to those that stay behind. */
const withLinks = (target: Target, ids: ReadonlySet<string>): Target => {
	const kept = (links: readonly string[]): readonly string[] => links.filter(id => ids.has(id));
	switch (target.kind) {
		case 'organisation':
		case 'vendor':
			return target;
		case 'database': {
			const {vendor, ...rest} = target;
			return vendor === undefined || !ids.has(vendor) ? rest : target;
		}
		case 'application':
			return {...target, uses: kept(target.uses)};
		case 'infrastructure':
			return {...target, hosts: kept(target.hosts)};
		case 'backup':
			return {...target, of: kept(target.of)};
	}
};

/** The changes that begin the new workspace, after its settings. */
export const rolledChanges = (
	{targets, suggestions}: Pick<RolledForward, 'targets' | 'suggestions'>,
	evidence: readonly Evidence[],
): readonly Change[] => [
	...targets.map((target): Change => ({kind: 'target', key: target.id, after: target})),
	...Object.entries(suggestions).map(([key, after]): Change => ({kind: 'suggestion', key, after})),
	...evidence.map((one): Change => ({kind: 'evidence', key: one.id, after: one})),
];
