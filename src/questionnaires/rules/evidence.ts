import {accepts} from '../../domain/evidence-kinds.js';
import type {Control} from '../../domain/control.js';
import type {EvidenceKind} from '../../domain/evidence.js';
import type {Book} from '../book.js';
import {error, warning, type Problem} from '../problem.js';
import {didYouMean} from '../suggest.js';

const ofKind = (
	book: Book,
	kind: EvidenceKind,
	controls: readonly Control[],
): readonly Problem[] => {
	const known = book.parts.evidenceKinds.map(k => k.id);
	const stands = kind.inPlaceOf.flatMap((id, index): readonly Problem[] => {
		const place = book.place(kind, ['inPlaceOf', index]);
		if (id === kind.id) return [error(place, 'inPlaceOf: a kind cannot stand in for itself')];
		if (kind.inPlaceOf.indexOf(id) < index) return [error(place, `"${id}" stands here twice`)];
		return known.includes(id)
			? []
			: [error(place, `there is no kind of evidence "${id}"${didYouMean(id, known)}`)];
	});
	const wanted = controls.some(control => accepts(control, kind));
	return [
		...stands,
		...(wanted
			? []
			: [
					warning(
						book.place(kind, ['id']),
						`no control accepts the kind of evidence "${kind.id}"; name it in the evidence of one`,
					),
				]),
	];
};

const twice = (book: Book, control: Control): readonly Problem[] =>
	control.evidence.flatMap((id, index) =>
		control.evidence.indexOf(id) < index
			? [error(book.place(control, ['evidence', index]), `"${id}" stands here twice`)]
			: [],
	);

/** The catalogue of evidence: who stands in for whom, what nobody accepts, what a control names twice. */
export const evidence = (book: Book): readonly Problem[] => {
	const controls = book.parts.questionnaires.flatMap(q => q.controls);
	return [
		...controls.flatMap(control => twice(book, control)),
		...book.parts.evidenceKinds.flatMap(kind => ofKind(book, kind, controls)),
	];
};
