import type {ControlEvaluation} from '../../../domain/evaluation.js';
import type {DatabaseTarget} from '../../../domain/target.js';
import {stateMarkup} from '../appendix.js';
import {knownWords} from '../known.js';
import type {Markup, ViewValue} from '../markup.js';
import type {Source} from '../source.js';
import {observedOf, onTarget} from './rows.js';

/** Controls that decide whether a stranger gets in, by their rows of the requirements ledger. */
const exposureRows: readonly string[] = ['B17', 'B18', 'B13', 'B15'];

/** Exposure in a few lines: who can reach the database, and what protects the way. */
export const exposureView = (source: Source, database: DatabaseTarget): ViewValue => {
	const controls = onTarget(source, database.id).filter(
		c =>
			c.state !== 'not-applicable' &&
			c.requirement !== 'optional' &&
			c.definition.requirements.some(r => exposureRows.includes(r)),
	);
	return {hasAny: controls.length > 0, rows: controls.slice(0, 7).map(rowOf)};
};

const rowOf = (c: ControlEvaluation): Readonly<Record<string, Markup | string>> => ({
	title: c.definition.title,
	state: stateMarkup(c),
	known: knownWords(c),
	observed: observedOf(c, 1),
});
