import type {Control} from '../../domain/control.js';
import type {Question} from '../../domain/question.js';
import type {Questionnaire} from '../../domain/questionnaire.js';
import {dutyOwners} from '../../domain/responsibilities.js';
import type {Book} from '../book.js';
import {error, warning, type Problem} from '../problem.js';
import {didYouMean} from '../suggest.js';

/** Weights and knock-outs belong to vendors, and name profiles that exist. */
const ofControl = (book: Book, control: Control): readonly Problem[] => {
	const {weight, weightIn, kind, id} = control;
	const profiles = book.parts.profiles.map(p => p.id);
	const onlyVendors = (['weight', 'weightIn', 'knockOut'] as const)
		.filter(key => control[key] !== undefined && control[key] !== false && kind !== 'vendor')
		.map(key =>
			error(
				book.place(control, [key], 'key'),
				`${key}: only vendors are compared, and "${id}" is a control of ${kind} targets`,
			),
		);
	const alone =
		weightIn !== undefined && weight === undefined
			? [
					error(
						book.place(control, ['weightIn'], 'key'),
						'weightIn: give the usual weight as well, for all other profiles',
					),
				]
			: [];
	const named = Object.entries(weightIn ?? {}).flatMap(([profile, other]): readonly Problem[] => {
		const place = book.place(control, ['weightIn', profile], 'key');
		if (!profiles.includes(profile)) {
			const near = didYouMean(profile, profiles);
			return [error(place, `weightIn: there is no profile "${profile}"${near}`)];
		}
		return other === weight
			? [warning(place, `weightIn: ${other} is the usual weight already`)]
			: [];
	});
	return [...onlyVendors, ...alone, ...named];
};

/** A duty is asked of vendors, with the four answers that the table knows, and leads to controls of databases. */
const ofDuty = (
	book: Book,
	question: Question,
	{kind}: Questionnaire,
	controls: ReadonlyMap<string, Control>,
): readonly Problem[] => {
	const {duty, answer} = question;
	if (duty === undefined) return [];
	const options = answer.kind === 'choice' ? answer.options.map(o => o.id) : [];
	const wanted: readonly string[] = dutyOwners;
	return [
		...(kind === 'vendor'
			? []
			: [
					error(
						book.place(question, ['duty'], 'key'),
						`duty: duties are divided with vendors, and this is asked of ${kind} targets`,
					),
				]),
		...(options.length === wanted.length && options.every(o => wanted.includes(o))
			? []
			: [
					error(
						book.place(question, ['answer']),
						`answer: a duty takes a choice of ${wanted.join(', ')}, and no other options`,
					),
				]),
		...duty.ours.flatMap((id, index): readonly Problem[] => {
			const place = book.place(question, ['duty', 'ours', index]);
			const control = controls.get(id);
			if (control === undefined) {
				return [
					error(place, `ours: there is no control "${id}"${didYouMean(id, controls.keys())}`),
				];
			}
			return control.kind === 'database'
				? []
				: [error(place, `ours: "${id}" is a control of ${control.kind} targets, not of databases`)];
		}),
	];
};

/** What the comparison of vendors and the table of duties rest on. */
export const vendors = (book: Book): readonly Problem[] => {
	const {questionnaires} = book.parts;
	const controls = new Map(questionnaires.flatMap(q => q.controls).map(c => [c.id, c]));
	return questionnaires.flatMap(questionnaire => [
		...questionnaire.controls.flatMap(control => ofControl(book, control)),
		...questionnaire.questions.flatMap(q => ofDuty(book, q, questionnaire, controls)),
	]);
};
