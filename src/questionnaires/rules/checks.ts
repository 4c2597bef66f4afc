import type {Control} from '../../domain/control.js';
import type {Questionnaire} from '../../domain/questionnaire.js';
import {nearest} from '../../domain/suggest.js';
import type {Book} from '../book.js';
import {error, type Problem} from '../problem.js';
import {didYouMean} from '../suggest.js';

/** Families, engines and sorts of check begin an id, as in `tls-versions` or `pg-hba-plaintext`: two words at least. */
const wellFormed = /^[a-z][a-z0-9]*(?:[-.][a-z0-9]+)+$/;

export type KnownChecks = {
	/** The checks that are built. */
	readonly checks?: readonly string[];
	/** Those of the catalogue that are not built yet. */
	readonly planned?: readonly string[];
	/** The controls as they are shipped, where those of the book may have taken their place. */
	readonly shipped?: readonly Control[];
};

/** Checks that one error names at most. */
const namedAtMost = 3;

/** An own control that takes the place of a shipped one and names a check no longer: all such checks are one mistake, told there. */
const dropped = (
	book: Book,
	ids: readonly string[],
	shipped: readonly Control[],
): ReadonlyMap<Control, readonly string[]> => {
	const before = new Map(shipped.map(control => [control.id, control]));
	return new Map(
		book.parts.questionnaires
			.flatMap(q => q.controls)
			.map(control => {
				const had = before.get(control.id)?.checks.map(c => c.check) ?? [];
				return [control, had.filter(check => ids.includes(check))] as const;
			})
			.filter(([, checks]) => checks.length > 0),
	);
};

const droppedProblem = (book: Book, control: Control, checks: readonly string[]): Problem => {
	const path = book.wrote(control, ['checks']) ? 'checks' : 'id';
	const rest = checks.length - namedAtMost;
	const named = checks.slice(0, namedAtMost).map(id => `"${id}"`);
	return error(
		book.place(control, [path], 'key'),
		`"${control.id}" leaves out ${checks.length === 1 ? 'a check' : `${checks.length} checks`} of the shipped control, and no other control uses ${checks.length === 1 ? 'it' : 'them'}: ${named.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}; take them over from: dbvet questionnaire show ${control.id}`,
	);
};

/** A check that nobody shows is work for nothing: its result would reach no control and no document. */
const unused = (
	book: Book,
	{checks: built = [], planned, shipped = []}: KnownChecks,
): readonly Problem[] => {
	if (planned === undefined) return [];
	const used = new Set(
		book.parts.questionnaires.flatMap(q => q.controls).flatMap(c => c.checks.map(k => k.check)),
	);
	const known = [...built, ...planned];
	// What a misspelt id means is told where it stands.
	const meant = new Set(
		[...used].filter(id => !known.includes(id)).map(id => nearest(id, known) ?? ''),
	);
	const ids = built.filter(id => !used.has(id) && !meant.has(id));
	const lost = dropped(book, ids, shipped);
	const told = new Set([...lost.values()].flat());
	return [
		...[...lost].map(([control, checks]) => droppedProblem(book, control, checks)),
		...ids
			.filter(id => !told.has(id))
			.flatMap(id => {
				const home = homeOf(book, id);
				const message = `no control uses the check "${id}"; name it in the checks of the control that it bears on`;
				return home === undefined ? [] : [error(book.place(home, ['controls'], 'key'), message)];
			}),
	];
};

/** The questionnaire where a check would be looked for: that with the most checks of its family, or with the most of all. */
const homeOf = (book: Book, id: string): Questionnaire | undefined => {
	const family = id.split(/[-.]/)[0] ?? id;
	const sum = ({controls}: Questionnaire): number =>
		controls
			.flatMap(c => c.checks)
			.reduce((all, {check}) => all + (check.split(/[-.]/)[0] === family ? 1000 : 1), 0);
	return book.parts.questionnaires.toSorted((a, b) => sum(b) - sum(a))[0];
};

/**
 * Check ids must have their form and stand once in a control. A control may name checks that are planned. Where the
 * catalogue is given, any other id is an error; without it, one that differs from a known id only in its separators.
 */
export const checks = (book: Book, ids: KnownChecks = {}): readonly Problem[] => {
	const {checks: known = [], planned} = ids;
	const all = planned === undefined ? undefined : new Set([...known, ...planned]);
	const bare = (id: string): string => id.replace(/[-.]/g, '');
	const slips = new Map(known.map(id => [bare(id), id]));
	const each = book.parts.questionnaires
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
				if (meant !== undefined && meant !== check) {
					return [error(place, `check: "${check}" is written "${meant}"`)];
				}
				return all === undefined || all.has(check)
					? []
					: [error(place, `check: the catalogue has no check "${check}"${didYouMean(check, all)}`)];
			}),
		);
	return [...each, ...unused(book, ids)];
};
