import type {CheckInfo} from '../../domain/check.js';
import {widthOf} from '../output.js';

type Shown = Pick<CheckInfo, 'id' | 'severity' | 'needs' | 'title'>;

const gap = '  ';
const severityWidth = 8;

const cut = (text: string, width: number): string =>
	widthOf(text) <= width ? text : `${text.slice(0, Math.max(0, width - 1)).trimEnd()}…`;

/**
 * The checks for a terminal, two lines each: what a check needs is cut where the first line ends, because the longest would
 * leave no room for anything else.
 */
export const checkLines = (checks: readonly Shown[], columns: number): readonly string[] => {
	const widest = Math.max(0, ...checks.map(({id}) => widthOf(id)));
	const left = columns - widest - severityWidth - 2 * gap.length;
	return checks.flatMap(({id, severity, needs, title}) => [
		`${id.padEnd(widest)}${gap}${severity.padEnd(severityWidth)}${gap}${cut(needs, left)}`,
		cut(`${gap}${title}`, columns),
	]);
};

/** The same for another program: one line each, whole, with tabs between the columns. */
export const checkRows = (checks: readonly Shown[]): readonly string[] =>
	checks.map(({id, severity, needs, title}) => [id, severity, needs, title].join('\t'));
