import {UserError} from '../domain/errors.js';

/** One thing wrong with the content, at a place a person can jump to. Lines and columns count from 1. */
export type Problem = {
	readonly file: string;
	readonly line: number;
	readonly column: number;
	readonly severity: 'error' | 'warning';
	readonly message: string;
	/** The id of a piece of shipped content, which has no place that anybody could jump to. */
	readonly of?: string;
};

/** Where in a file something stands. */
export type Place = Pick<Problem, 'file' | 'line' | 'column' | 'of'>;

const shownAtMost = 50;

/** An error at a place. */
export const error = (place: Place, message: string): Problem => ({
	...place,
	severity: 'error',
	message,
});

/** A warning at a place: worth a look, and no reason to refuse the content. */
export const warning = (place: Place, message: string): Problem => ({
	...place,
	severity: 'warning',
	message,
});

/** `file:line:column message`, the form that editors turn into a link. */
export const problemLine = ({file, line, column, message}: Problem): string =>
	`${file}:${line}:${column} ${message}`;

/** `file: message`, where the file as a whole could not be read, so that no place in it is meant. */
export const fileLine = ({file, message}: Problem): string => `${file}: ${message}`;

/** Orders problems by file, line and column, by code unit and not by locale. */
export const byPlace = (a: Place, b: Place): number =>
	a.file !== b.file ? (a.file < b.file ? -1 : 1) : a.line - b.line || a.column - b.column;

/**
 * One error that lists every problem, at most 50 of them, in the order of their places.
 * `what` ends the first line, for example "the content"; `next` is the step that follows.
 */
export const problemsError = (
	what: string,
	problems: readonly Problem[],
	next: readonly string[],
): UserError => {
	const lines = problems.toSorted(byPlace).map(problemLine);
	const shown = lines.slice(0, shownAtMost).map(line => `  ${line}`);
	const rest = lines.length - shown.length;
	const count = lines.length === 1 ? 'One problem' : `${lines.length} problems`;
	return new UserError(
		[`${count} in ${what}:`, ...shown, ...(rest > 0 ? [`  and ${rest} more`] : [])].join('\n'),
		next,
	);
};
