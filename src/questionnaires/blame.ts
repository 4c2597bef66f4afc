import type {Content} from '../domain/content.js';
import {bookOf, isShipped} from './book.js';
import type {ContentFile} from './list-files.js';
import {loadParts} from './load-parts.js';
import {overrideSchema} from './merge.js';
import {error, type Place, type Problem} from './problem.js';

/** Something of a file that takes the place of a shipped question. */
type Replaced = {readonly id: string; readonly place: Place};

const replacedBy = async (content: Content, file: ContentFile): Promise<readonly Replaced[]> => {
	const shipped = new Set(content.questionnaires.flatMap(q => q.questions.map(({id}) => id)));
	const own = await loadParts(
		{files: [file], problems: []},
		overrideSchema(content.questionnaires),
	);
	const book = bookOf(own.parts, own.origins);
	return own.parts.questionnaires
		.flatMap(q => q.questions)
		.filter(question => shipped.has(question.id))
		.map(question => ({id: question.id, place: book.place(question, ['id'])}));
};

/** The replaced question that a shipped piece refers to. */
const meantBy = (
	content: Content,
	{of}: Problem,
	replaced: readonly Replaced[],
): Replaced | undefined => {
	const pieces = content.questionnaires
		.flatMap(q => [...q.questions, ...q.controls])
		.filter(piece => piece.id === of);
	const written = JSON.stringify(pieces);
	return replaced.find(({id}) => id === of || written.includes(JSON.stringify(id)));
};

/** Errors in shipped content as errors of the file that causes them: one for each message, with what depends on it. */
export const blame = async (
	content: Content,
	culprit: ContentFile,
	problems: readonly Problem[],
): Promise<readonly Problem[]> => {
	const replaced = await replacedBy(content, culprit);
	const told = new Map<string, {place: Place; lead: string; message: string; on: Set<string>}>();
	for (const problem of problems) {
		if (!isShipped(problem) || problem.severity !== 'error') continue;
		const meant = meantBy(content, problem, replaced);
		const key = `${meant?.id ?? ''} ${problem.message}`;
		const one = told.get(key) ?? {
			place: meant?.place ?? {file: culprit.file, line: problem.line, column: problem.column},
			lead: meant === undefined ? 'this file' : `this "${meant.id}"`,
			message: problem.message,
			on: new Set<string>(),
		};
		if (problem.of !== undefined && problem.of !== meant?.id) one.on.add(problem.of);
		told.set(key, one);
	}
	return [
		...[...told.values()].map(({place, lead, message, on}) =>
			error(
				place,
				`with ${lead} the shipped content no longer fits: ${message}${on.size === 0 ? '' : ` (in ${[...on].join(', ')})`}`,
			),
		),
		...problems.filter(p => !isShipped(p) || p.severity !== 'error'),
	];
};
