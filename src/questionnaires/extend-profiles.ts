import {controlsOf} from '../domain/content-parts.js';
import type {Profile, ProfileExtension} from '../domain/profile.js';
import type {Loaded, WrittenExtension} from './load-parts.js';
import type {Parts} from './book.js';
import {error, warning, type Problem} from './problem.js';
import {judgeable} from './unread.js';
import {didYouMean} from './suggest.js';

/** The base with what the extension says; its own entries come first, so that their places are those of its file. */
const extended = (base: Profile, own: ProfileExtension): Profile => {
	const moved = new Set([...own.mandatory, ...own.recommended, ...own.optional]);
	const rest = (list: readonly string[]) => list.filter(id => !moved.has(id));
	const planned = new Set([...own.planned.map(p => p.control), ...own.mandatory, ...own.optional]);
	return {
		id: own.id,
		title:
			own.title ?? (own.id === base.id ? base.title : `${base.title} (${own.id})`.slice(0, 60)),
		summary: own.summary ?? base.summary,
		thresholds: {...base.thresholds, ...own.thresholds},
		maxAge: {
			answers: own.maxAge.answers ?? base.maxAge.answers,
			runs: own.maxAge.runs ?? base.maxAge.runs,
		},
		mandatory: [...own.mandatory, ...rest(base.mandatory)],
		recommended: [...own.recommended, ...rest(base.recommended)],
		details: own.details ?? base.details,
		planned: [...own.planned, ...base.planned.filter(p => !planned.has(p.control))],
		approach: own.approach ?? base.approach,
		approverIsNotAuthor: own.approverIsNotAuthor ?? base.approverIsNotAuthor,
	};
};

type Outcome = {
	readonly profile?: Profile;
	readonly problem?: Problem;
	/** The profiles of a circle, of which one is told. */
	readonly circle?: readonly string[];
};

/** What is shipped beneath the files of a workspace. */
type Under = Pick<Parts, 'profiles' | 'questionnaires'>;

/** To leave out a control that the base does not ask for changes nothing; one that does not exist was meant to be another. */
const strayOptional = (
	base: Profile,
	{extension, source}: WrittenExtension,
	controls: ReadonlySet<string>,
): readonly Problem[] => {
	const asked = [...base.mandatory, ...base.recommended];
	return extension.optional.flatMap((id, index) => {
		if (asked.includes(id)) return [];
		const place = source.place(['optional', index]);
		return controls.has(id)
			? [
					warning(
						place,
						`the profile ${base.id} does not ask for "${id}", so that it is optional already`,
					),
				]
			: [error(place, `there is no control "${id}"${didYouMean(id, controls)}`)];
	});
};

/** A control stands in one list: under `optional` and another one both cannot be meant. */
const twiceListed = ({extension, source}: WrittenExtension): readonly Problem[] =>
	extension.optional.flatMap((id, index) => {
		const other = (['mandatory', 'recommended'] as const).find(list =>
			extension[list].includes(id),
		);
		const place = source.place(['optional', index]);
		if (other !== undefined)
			return [error(place, `"${id}" stands under "${other}" as well; keep it in one of the two`)];
		return extension.optional.indexOf(id) < index
			? [error(place, `"${id}" stands here twice`)]
			: [];
	});

/**
 * Makes whole profiles of those that extend another: one of the same folder, or one of `under`.
 * A file that has the id of a shipped profile may extend that one, and takes its place. An unknown base and a circle are
 * problems at the place of `extends`.
 */
export const extendProfiles = (
	loaded: Loaded,
	under: Under = {profiles: [], questionnaires: []},
): Loaded => {
	if (loaded.extensions.length === 0) return loaded;
	const whole = new Map([...under.profiles, ...loaded.parts.profiles].map(p => [p.id, p]));
	const written = new Map(loaded.extensions.map(e => [e.extension.id, e]));
	const known = [...new Set([...whole.keys(), ...written.keys()])];
	// The file of a base that cannot be read is told, and what extends it is not wrong for that.
	const unread = (id: string): boolean =>
		loaded.problems.some(p => p.file === `questionnaires/profiles/${id}.yaml`);
	const resolve = (id: string, trail: readonly string[]): Outcome => {
		const found = written.get(id);
		const shipped = whole.get(id);
		// Met again on the way, an id means the shipped profile of that name, if there is one.
		if (found === undefined || (trail.at(-1) === id && shipped !== undefined))
			return shipped === undefined ? {} : {profile: shipped};
		const {extension, source} = found;
		const place = source.place(['extends']);
		if (trail.includes(id)) {
			const circle = trail.slice(trail.indexOf(id));
			const message = `these profiles extend each other: ${[...circle, id].join(' -> ')}`;
			return {problem: error(place, message), circle};
		}
		const base = resolve(extension.extends, [...trail, id]);
		if (base.profile !== undefined) return {profile: extended(base.profile, extension)};
		return base.problem === undefined && !unread(extension.extends)
			? {
					problem: error(
						place,
						`there is no profile "${extension.extends}"${didYouMean(extension.extends, known)}`,
					),
				}
			: base;
	};
	const controls = new Set([...controlsOf(under), ...controlsOf(loaded.parts)].map(c => c.id));
	const origins = new Map(loaded.origins);
	const problems: Problem[] = [];
	const circled = new Set<string>();
	const isTold = ({file, line, message}: Problem): boolean =>
		problems.some(p => p.file === file && p.line === line && p.message === message);
	const made = loaded.extensions.flatMap(entry => {
		const {profile, problem, circle = []} = resolve(entry.extension.id, []);
		if (problem !== undefined && !circle.some(id => circled.has(id)) && !isTold(problem)) {
			problems.push(problem);
			circle.forEach(id => circled.add(id));
		}
		if (profile === undefined) return [];
		const base = resolve(entry.extension.extends, [entry.extension.id]).profile;
		const twice = twiceListed(entry);
		problems.push(...twice);
		if (base !== undefined && twice.length === 0)
			problems.push(...strayOptional(base, entry, controls));
		origins.set(profile, {source: entry.source, path: []});
		return [profile];
	});
	return {
		...loaded,
		parts: {...loaded.parts, profiles: [...loaded.parts.profiles, ...made]},
		origins,
		problems: [...loaded.problems, ...judgeable(problems, loaded.unread)],
	};
};
