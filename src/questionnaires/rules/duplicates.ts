import {isShipped, type Book} from '../book.js';
import {isWritten} from '../partly-questions.js';
import {error, type Problem} from '../problem.js';
import type {Path} from '../yaml-source.js';

type Named = {readonly piece: object; readonly id: string; readonly path: Path};

const twice = (book: Book, what: string, items: readonly Named[]): readonly Problem[] => {
	const first = new Map<string, Named>();
	return items.flatMap(item => {
		const before = first.get(item.id);
		if (before === undefined) {
			first.set(item.id, item);
			return [];
		}
		const place = book.place(before.piece, before.path);
		const where = isShipped(place) ? 'in the shipped content' : `at ${place.file}:${place.line}`;
		const message = `the ${what} "${item.id}" stands already ${where}; ids are unique`;
		return [error(book.place(item.piece, item.path), message)];
	});
};

const byId = (pieces: readonly {readonly id: string}[]): readonly Named[] =>
	pieces.map(piece => ({piece, id: piece.id, path: ['id']}));

/** Ids that stand twice. Questions and controls are unique over all questionnaires, sections within theirs. */
export const duplicates = (book: Book): readonly Problem[] => {
	const {questionnaires, profiles, risks, frameworks, evidenceKinds} = book.parts;
	const questions = questionnaires.flatMap(q => q.questions).filter(isWritten);
	const facts = questions.flatMap(piece =>
		piece.fact === undefined ? [] : [{piece, id: piece.fact, path: ['fact']}],
	);
	return [
		...twice(book, 'questionnaire', byId(questionnaires)),
		...questionnaires.flatMap(q => twice(book, 'section', byId(q.sections))),
		...twice(book, 'control', byId(questionnaires.flatMap(q => q.controls))),
		...twice(book, 'question', byId(questions)),
		...twice(book, 'fact', facts),
		...questions.flatMap(piece =>
			piece.answer.kind === 'choice'
				? twice(
						book,
						'option',
						piece.answer.options.map(({id}, index) => ({
							piece,
							id,
							path: ['answer', 'options', index, 'id'],
						})),
					)
				: [],
		),
		...twice(book, 'profile', byId(profiles)),
		...twice(book, 'risk', byId(risks)),
		...twice(book, 'kind of evidence', byId(evidenceKinds)),
		...twice(book, 'framework', byId(frameworks)),
		...frameworks.flatMap(piece =>
			twice(
				book,
				'requirement',
				piece.requirements.map(({id}, index) => ({
					piece,
					id,
					path: ['requirements', index, 'id'],
				})),
			),
		),
	];
};
