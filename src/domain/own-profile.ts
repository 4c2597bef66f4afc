import type {Content} from './content.js';
import {controlsOf} from './content-parts.js';
import {profileDifferences, type ProfileDifference} from './profile-differences.js';
import type {Profile} from './profile.js';
import {plainText} from './text.js';

/** "changed in this workspace" for a shipped profile under its own id, "of this workspace" for another; nothing for one as shipped. */
export const ownMark = ({id, own}: Pick<Profile, 'id' | 'own'>): string | undefined => {
	if (own === undefined) return undefined;
	return own.shipped?.id === id ? 'changed in this workspace' : 'of this workspace';
};

const marked = (name: string, profile: Pick<Profile, 'id' | 'own'>): string => {
	const mark = ownMark(profile);
	const plain = plainText(name);
	if (mark === undefined) return plain;
	return plain.endsWith(')') ? `${plain.slice(0, -1)}, ${mark})` : `${plain} (${mark})`;
};

/** The title as people read it: nobody may take a profile of the workspace for one that dbvet ships. */
export const profileTitle = (profile: Profile): string => marked(profile.title, profile);

/** The same by the id, where profiles are named by theirs. */
export const profileLabel = ({profiles}: Pick<Content, 'profiles'>, id: string): string =>
	marked(id, profiles.find(p => p.id === id) ?? {id});

/** The profiles of the workspace's own among those named, for programs: what each changes or extends, and where it asks less. */
export const ownProfilesJson = (
	{profiles}: Pick<Content, 'profiles'>,
	ids: readonly string[],
): {readonly ownProfiles?: readonly unknown[]} => {
	const all: readonly Profile[] = profiles;
	const own = all.filter(p => p.own !== undefined && ids.includes(p.id));
	if (own.length === 0) return {};
	return {
		ownProfiles: own.map(p => ({
			id: p.id,
			...(p.own?.shipped === undefined ? {} : {shipped: p.own.shipped.id}),
			differences: ownDifferences(p),
		})),
	};
};

/** What the profile says otherwise than the shipped one that it changes or extends; nothing for one without such a base. */
export const ownDifferences = (profile: Profile): readonly ProfileDifference[] =>
	profile.own?.shipped === undefined ? [] : profileDifferences(profile.own.shipped, profile);

const most = 12;

const cut = (items: readonly string[]): string =>
	items.length <= most
		? items.join(', ')
		: `${items.slice(0, most).join(', ')} and ${items.length - most} more`;

/** One difference in words, for example "backup-retention-days 1 instead of 35". */
const said = ({name, from, to}: ProfileDifference): string =>
	`${plainText(name)} ${to} instead of ${from}`;

/**
 * One sentence about where a profile of the workspace asks less than the shipped one; undefined for a shipped one and for
 * one that rests on none.
 */
export const looserSentence = (
	profile: Profile,
	content: Pick<Content, 'questionnaires'>,
): string | undefined => {
	const shipped = profile.own?.shipped;
	if (shipped === undefined) return undefined;
	const looser = ownDifferences(profile).filter(d => d.looser);
	const than = `than the profile “${plainText(shipped.title)}” that comes with dbvet`;
	if (looser.length === 0) return `“${profileTitle(profile)}” is nowhere looser ${than}.`;
	const titles = new Map(controlsOf(content).map(c => [c.id, c.title]));
	const controls = looser.filter(d => d.of === 'control');
	const parts = [
		...[...new Set(controls.map(({from, to}) => `${to} instead of ${from}`))].map(
			shift =>
				`${shift}: ${cut(
					controls
						.filter(({from, to}) => `${to} instead of ${from}` === shift)
						.map(({name}) => `“${plainText(titles.get(name) ?? name)}”`),
				)}`,
		),
		...(['limit', 'rule'] as const).flatMap(sort => {
			const list = looser.filter(d => d.of === sort).map(said);
			return list.length === 0 ? [] : [`${sort === 'limit' ? 'limits' : 'rules'}: ${cut(list)}`];
		}),
	];
	return `“${profileTitle(profile)}” is looser ${than}; ${parts.join('; ')}.`;
};
