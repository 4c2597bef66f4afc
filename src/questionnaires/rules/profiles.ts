import type {Profile} from '../../domain/profile.js';
import {thresholdDirection, thresholdNames} from '../../domain/threshold.js';
import type {Book} from '../book.js';
import {error, type Problem} from '../problem.js';
import {didYouMean} from '../suggest.js';

const ofProfile = (book: Book, profile: Profile, known: readonly string[]): readonly Problem[] =>
	(['mandatory', 'recommended'] as const).flatMap(list =>
		profile[list].flatMap((id, index): readonly Problem[] => {
			const place = book.place(profile, [list, index]);
			if (!book.wrote(profile, [list, index])) return [];
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
		if (!book.wrote(profile, ['planned', index])) return [];
		if (!known.includes(control))
			return [error(place, `there is no control "${control}"${didYouMean(control, known)}`)];
		return profile.mandatory.includes(control)
			? [error(place, `"${control}" is mandatory at once; it needs no plan`)]
			: [];
	});

/** Of several profiles the strictest limit wins, so that each name has to say which way that is. */
const ofThresholds = (book: Book, profile: Profile): readonly Problem[] =>
	Object.keys(profile.thresholds)
		.filter(
			name => thresholdDirection(name) === undefined && book.wrote(profile, ['thresholds', name]),
		)
		.map(name =>
			error(
				book.place(profile, ['thresholds', name], 'key'),
				`"${name}" does not say which way is stricter. ${thresholdNames.join(' ')}`,
			),
		);

/** Profiles name controls that exist, each once, and limits that can be compared. */
export const profiles = (book: Book): readonly Problem[] => {
	const known = book.parts.questionnaires.flatMap(q => q.controls).map(c => c.id);
	return book.parts.profiles.flatMap(profile => [
		...ofProfile(book, profile, known),
		...ofPlan(book, profile, known),
		...ofThresholds(book, profile),
	]);
};
