import type {Profile} from '../../domain/profile.js';
import type {Question} from '../../domain/question.js';
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

/** The limits of the other profiles, and of the shipped one beneath: what a misspelt name was meant to be. */
const otherLimits = ({parts}: Book, profile: Profile): readonly string[] => [
	...new Set([
		...parts.profiles.filter(p => p !== profile).flatMap(p => Object.keys(p.thresholds)),
		...Object.keys(profile.own?.shipped?.thresholds ?? {}),
	]),
];

const boundsOf = ({answer}: Question): readonly unknown[] =>
	answer.kind !== 'number' && answer.kind !== 'date'
		? []
		: [answer.met, answer.partly].flatMap(rule => Object.values(rule ?? {}));

/** Of several profiles the strictest limit wins, so that each name has to say which way that is; a misspelt one judges nothing. */
const ofThresholds = (book: Book, profile: Profile): readonly Problem[] => {
	const others = otherLimits(book, profile);
	const used = new Set(book.parts.questionnaires.flatMap(q => q.questions).flatMap(boundsOf));
	return Object.keys(profile.thresholds)
		.filter(name => book.wrote(profile, ['thresholds', name]))
		.flatMap((name): readonly Problem[] => {
			const unclear = thresholdDirection(name) === undefined;
			const near = others.includes(name) || used.has(name) ? '' : didYouMean(name, others);
			if (!unclear && near === '') return [];
			const message =
				near === ''
					? `"${name}" does not say which way is stricter. ${thresholdNames.join(' ')}`
					: `there is no limit "${name}"${near}`;
			return [error(book.place(profile, ['thresholds', name], 'key'), message)];
		});
};

/** Profiles name controls that exist, each once, and limits that can be compared. */
export const profiles = (book: Book): readonly Problem[] => {
	const known = book.parts.questionnaires.flatMap(q => q.controls).map(c => c.id);
	return book.parts.profiles.flatMap(profile => [
		...ofProfile(book, profile, known),
		...ofPlan(book, profile, known),
		...ofThresholds(book, profile),
	]);
};
