import type {Content} from '../domain/content.js';
import {UserError} from '../domain/errors.js';
import type {Profile, Requirement} from '../domain/profile.js';
import {thresholdDirection, thresholdNames} from '../domain/threshold.js';
import {unique} from './order.js';

export type EffectiveProfile = {
	/** The profiles that hold together. */
	readonly ids: readonly string[];
	/** The strictest value of each named threshold. */
	readonly thresholds: Readonly<Record<string, number>>;
	/** Days. */
	readonly maxAge: {readonly answers: number; readonly runs: number};
	readonly requirementOf: (control: string) => Requirement;
	/** Whether questions of `depth: detail` are asked of a control; each profile decides by its own lists. */
	readonly asksDetailsOf: (control: string) => boolean;
	readonly approverIsNotAuthor: boolean;
};

/**
 * `larger` or `smaller`, by the name of a threshold.
 * @throws UserError for a name of neither sort: a guess could pick the laxer of two profiles.
 */
export const stricterDirection = (threshold: string, profile: string): 'larger' | 'smaller' => {
	const direction = thresholdDirection(threshold);
	if (direction !== undefined) return direction;
	throw new UserError(
		`The profile ${profile} has a threshold named ${threshold}, and the name does not say which way is stricter.`,
		thresholdNames,
	);
};

/**
 * Joins the profiles that hold together; the strictest of each thing wins.
 * @param ids profile ids, at least one
 * A profile that the content does not hold, left out or gone, counts as all others together.
 * @throws UserError when no profile is named, or a threshold has no known direction
 */
export const effectiveProfile = (content: Content, ids: readonly string[]): EffectiveProfile => {
	const profiles = unique(ids.flatMap(id => profilesOf(content, id)));
	if (profiles.length === 0)
		throw new UserError('The assessment names no profile.', [
			`Name at least one of: ${content.profiles.map(p => p.id).join(', ')}.`,
		]);
	const mandatory = new Set(profiles.flatMap(p => p.mandatory));
	const recommended = new Set(profiles.flatMap(p => p.recommended));
	return {
		ids: profiles.map(p => p.id).toSorted(),
		thresholds: strictestThresholds(profiles),
		maxAge: {
			answers: Math.min(...profiles.map(p => p.maxAge.answers)),
			runs: Math.min(...profiles.map(p => p.maxAge.runs)),
		},
		requirementOf: control =>
			mandatory.has(control) ? 'mandatory' : recommended.has(control) ? 'recommended' : 'optional',
		asksDetailsOf: control =>
			profiles.some(
				p => p.details === 'all' || (p.details === 'mandatory' && p.mandatory.includes(control)),
			),
		approverIsNotAuthor: profiles.some(p => p.approverIsNotAuthor),
	};
};

/**
 * The profile; all of them where the content does not hold it, so that nothing is judged more kindly and no command stops
 * at a file that is gone. Names that a person gives are looked at before they are kept.
 */
const profilesOf = ({profiles}: Content, id: string): readonly Profile[] => {
	const profile = profiles.find(p => p.id === id);
	return profile === undefined ? profiles : [profile];
};

const strictestThresholds = (profiles: readonly Profile[]): Readonly<Record<string, number>> => {
	const strictest = new Map<string, number>();
	for (const profile of profiles)
		for (const [name, value] of Object.entries(profile.thresholds)) {
			const direction = stricterDirection(name, profile.id);
			const other = strictest.get(name) ?? value;
			strictest.set(name, direction === 'larger' ? Math.max(other, value) : Math.min(other, value));
		}
	return Object.fromEntries([...strictest].sort(([a], [b]) => (a < b ? -1 : 1)));
};
