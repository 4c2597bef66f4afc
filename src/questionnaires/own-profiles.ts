import {ownDifferences} from '../domain/own-profile.js';
import type {ProfileDifference} from '../domain/profile-differences.js';
import type {Profile} from '../domain/profile.js';
import type {Loaded} from './load-parts.js';
import {warning, type Problem} from './problem.js';
import type {Path, YamlSource} from './yaml-source.js';

type WrittenIn = {readonly source: YamlSource};

/** The shipped profile that one of the workspace takes the place of, or extends, be it over others. */
const shippedUnder = (
	id: string,
	shipped: readonly Profile[],
	{extensions}: Loaded,
): Profile | undefined => {
	const seen = new Set<string>();
	for (let at: string | undefined = id; at !== undefined && !seen.has(at);) {
		seen.add(at);
		const found = shipped.find(p => p.id === at);
		if (found !== undefined) return found;
		at = extensions.find(({extension}) => extension.id === at)?.extension.extends;
	}
	return undefined;
};

/** Where a file says that a control or a limit is another one; undefined for what it leaves unsaid. */
const pathOf = ({of, name}: ProfileDifference, {source}: WrittenIn): Path | undefined => {
	if (of === 'limit' && source.holds(['thresholds', name])) return ['thresholds', name];
	if (of !== 'control') return undefined;
	for (const list of ['optional', 'recommended'])
		for (let at = 0; source.holds([list, at]); at++)
			if (source.written([list, at]) === name) return [list, at];
	return undefined;
};

/** One warning for a shipped profile that asks less than before, at the first place of the file that says so. */
const loosened = (profile: Profile, {origins}: Loaded): readonly Problem[] => {
	const looser = ownDifferences(profile).filter(d => d.looser);
	const [first] = looser;
	const origin = origins.get(profile);
	if (first === undefined || origin === undefined || profile.own?.shipped?.id !== profile.id)
		return [];
	const path = looser.flatMap(d => [pathOf(d, origin) ?? []]).find(p => p.length > 0) ?? ['id'];
	const told = looser.map(({name, from, to}) => `${name} ${to} instead of ${from}`);
	return [
		warning(
			origin.source.place(path),
			`this makes the shipped profile "${profile.id}" looser: ${told.slice(0, 5).join(', ')}${told.length > 5 ? ` and ${told.length - 5} more` : ''}; documents say so`,
		),
	];
};

/** The profiles of a workspace, marked as its own, so that nobody takes one of them for a shipped one. */
export const markOwn = (loaded: Loaded, shipped: readonly Profile[]): Loaded => {
	const origins = new Map(loaded.origins);
	const profiles = loaded.parts.profiles.map((profile): Profile => {
		const under = shippedUnder(profile.id, shipped, loaded);
		const own: Profile = {...profile, own: under === undefined ? {} : {shipped: under}};
		const origin = loaded.origins.get(profile);
		if (origin !== undefined) origins.set(own, origin);
		return own;
	});
	const marked = {...loaded, parts: {...loaded.parts, profiles}, origins};
	return {
		...marked,
		problems: [...loaded.problems, ...profiles.flatMap(p => loosened(p, marked))],
	};
};
