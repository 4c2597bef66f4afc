import type {Book} from '../book.js';
import {error, warning, type Problem} from '../problem.js';
import {misplacedControls} from './misplaced.js';
import {didYouMean} from '../suggest.js';

/** Treatments of risks must name controls of the same kind of target, and those controls must name the risk. */
export const risks = (book: Book): readonly Problem[] => {
	const controls = new Map(book.parts.questionnaires.flatMap(q => q.controls).map(c => [c.id, c]));
	const misplaced = misplacedControls(book);
	return book.parts.risks.flatMap(risk =>
		risk.treatments.flatMap((treatment, t) => {
			const named = treatment.controls.flatMap((id, index): readonly Problem[] => {
				const place = book.place(risk, ['treatments', t, 'controls', index]);
				const control = controls.get(id);
				if (control === undefined) {
					return [error(place, `there is no control "${id}"${didYouMean(id, controls.keys())}`)];
				}
				if (misplaced.has(control)) return [];
				if (control.kind !== risk.kind) {
					const message = `"${id}" is a control of ${control.kind} targets and cannot treat a risk of ${risk.kind} targets`;
					return [error(place, message)];
				}
				return control.risks.includes(risk.id)
					? []
					: [warning(place, `the control "${id}" does not list the risk "${risk.id}"`)];
			});
			if (treatment.partlyBy !== undefined && treatment.partlyBy > treatment.by) {
				const place = book.place(risk, ['treatments', t, 'partlyBy']);
				named.push(error(place, 'partlyBy: a control that is partly met cannot help more'));
			}
			return named;
		}),
	);
};
