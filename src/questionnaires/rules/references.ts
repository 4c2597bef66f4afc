import type {Control} from '../../domain/control.js';
import {standingIds} from '../../domain/framework.js';
import type {Bound, Question} from '../../domain/question.js';
import type {Book} from '../book.js';
import {error, warning, type Problem} from '../problem.js';
import {didYouMean} from '../suggest.js';
import type {Path} from '../yaml-source.js';

const ofControl = (book: Book, control: Control): readonly Problem[] => {
	const {risks, evidenceKinds, frameworks} = book.parts;
	const unknown = (
		list: readonly string[],
		key: string,
		what: string,
		known: readonly string[],
	): readonly Problem[] =>
		list.flatMap((id, index) =>
			known.includes(id)
				? []
				: [
						error(
							book.place(control, [key, index]),
							`there is no ${what} "${id}"${didYouMean(id, known)}`,
						),
					],
		);
	const seen = new Set<string>();
	const framed = control.references.flatMap((reference, index): readonly Problem[] => {
		const place = book.place(control, ['references', index, 'id']);
		const framework = frameworks.find(f => f.id === reference.framework);
		if (framework === undefined) {
			const near = didYouMean(
				reference.framework,
				frameworks.map(f => f.id),
			);
			const message = `there is no framework "${reference.framework}"${near}`;
			return [error(book.place(control, ['references', index, 'framework']), message)];
		}
		const key = `${reference.framework} ${reference.id}`;
		if (seen.has(key)) return [error(place, `the reference ${key} stands here twice`)];
		seen.add(key);
		const requirement = framework.requirements.find(r => r.id === reference.id);
		if (requirement === undefined) {
			const near = didYouMean(reference.id, standingIds(framework));
			return [error(place, `${framework.title} has no requirement "${reference.id}"${near}`)];
		}
		if (requirement.withdrawn) {
			return [error(place, `"${reference.id}" was withdrawn from ${framework.title}`)];
		}
		if (reference.strength !== 'related' && reference.why === undefined) {
			const message = `a ${reference.strength} reference needs "why"; without a reason it is only related`;
			return [warning(book.place(control, ['references', index, 'strength']), message)];
		}
		return [];
	});
	return [
		...unknown(
			control.risks,
			'risks',
			'risk',
			risks.map(r => r.id),
		),
		...unknown(
			control.evidence,
			'evidence',
			'kind of evidence',
			evidenceKinds.map(k => k.id),
		),
		...framed,
	];
};

const boundsOf = (question: Question): readonly (readonly [Path, Bound])[] => {
	const {answer} = question;
	if (answer.kind !== 'number' && answer.kind !== 'date') return [];
	return (['met', 'partly'] as const).flatMap(claim => {
		const rule: Readonly<Record<string, Bound>> = answer[claim] ?? {};
		return Object.entries(rule).map(([key, bound]) => [['answer', claim, key], bound] as const);
	});
};

const ofQuestion = (book: Book, question: Question): readonly Problem[] => {
	const {profiles} = book.parts;
	const known = [...new Set(profiles.flatMap(p => Object.keys(p.thresholds)))];
	return boundsOf(question).flatMap(([path, bound]) => {
		if (typeof bound === 'number') return [];
		const without = profiles.filter(p => p.thresholds[bound] === undefined).map(p => p.id);
		if (profiles.length > 0 && without.length === 0) return [];
		const message = known.includes(bound)
			? `the threshold "${bound}" is missing in the profile ${without.join(', ')}`
			: `no profile has a threshold "${bound}"${didYouMean(bound, known)}`;
		return [error(book.place(question, path), message)];
	});
};

/** What controls and questions refer to: risks, evidence, framework requirements, thresholds. */
export const references = (book: Book): readonly Problem[] =>
	book.parts.questionnaires.flatMap(questionnaire => [
		...questionnaire.controls.flatMap(control => ofControl(book, control)),
		...questionnaire.questions.flatMap(question => ofQuestion(book, question)),
	]);
