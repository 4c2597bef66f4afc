import type {Profile} from '../../domain/profile.js';
import type {Book} from '../book.js';
import {error, type Problem} from '../problem.js';
import {didYouMean} from '../suggest.js';

const ofProfile = (book: Book, profile: Profile, known: readonly string[]): readonly Problem[] =>
	(['mandatory', 'recommended'] as const).flatMap(list =>
		profile[list].flatMap((id, index): readonly Problem[] => {
			const place = book.place(profile, [list, index]);
			if (!known.includes(id)) {
				return [error(place, `there is no control "${id}"${didYouMean(id, known)}`)];
			}
			if (profile[list].indexOf(id) !== index) return [error(place, `"${id}" stands here twice`)];
			return list === 'recommended' && profile.mandatory.includes(id)
				? [error(place, `"${id}" is mandatory already; it cannot be recommended too`)]
				: [];
		}),
	);

/** A plan speaks of a control that is not mandatory at once. */
const ofPlan = (book: Book, profile: Profile, known: readonly string[]): readonly Problem[] =>
	profile.planned.flatMap(({control}, index): readonly Problem[] => {
		const place = book.place(profile, ['planned', index, 'control']);
		if (!known.includes(control))
			return [error(place, `there is no control "${control}"${didYouMean(control, known)}`)];
		return profile.mandatory.includes(control)
			? [error(place, `"${control}" is mandatory at once; it needs no plan`)]
			: [];
	});

/** Profiles name controls that exist, each once. */
export const profiles = (book: Book): readonly Problem[] => {
	const known = book.parts.questionnaires.flatMap(q => q.controls).map(c => c.id);
	return book.parts.profiles.flatMap(profile => [
		...ofProfile(book, profile, known),
		...ofPlan(book, profile, known),
	]);
};
