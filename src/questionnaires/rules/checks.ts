import type {Book} from '../book.js';
import {error, type Problem} from '../problem.js';

/** Families, engines and sorts of check begin an id, as in `tls-versions` or `pg-hba-plaintext`: two words at least. */
const wellFormed = /^[a-z][a-z0-9]*(?:[-.][a-z0-9]+)+$/;

/**
 * Check ids must have their form and stand once in a control. An id that this dbvet does not know is fine, because a
 * control may name checks that are planned; one that differs from a known id only in its separators is a slip.
 */
export const checks = (book: Book, known: readonly string[] = []): readonly Problem[] => {
	const bare = (id: string): string => id.replace(/[-.]/g, '');
	const slips = new Map(known.map(id => [bare(id), id]));
	return book.parts.questionnaires
		.flatMap(q => q.controls)
		.flatMap(control =>
			control.checks.flatMap(({check}, index): readonly Problem[] => {
				const place = book.place(control, ['checks', index, 'check']);
				if (!wellFormed.test(check)) {
					return [
						error(
							place,
							`check: "${check}" is not the id of a check: a family and a name joined by a hyphen`,
						),
					];
				}
				if (control.checks.findIndex(c => c.check === check) !== index) {
					return [error(place, `check: "${check}" stands in "${control.id}" twice`)];
				}
				const meant = slips.get(bare(check));
				return meant === undefined || meant === check
					? []
					: [error(place, `check: "${check}" is written "${meant}"`)];
			}),
		);
};
