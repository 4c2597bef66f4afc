import type {Line} from './lines.js';

export type Row = {readonly cells: readonly (readonly Line[])[]; readonly height: number};

/** A table that is set and not drawn yet; lengths in points. */
export type Layout = {
	readonly widths: readonly number[];
	readonly head?: Row;
	readonly rows: readonly Row[];
	readonly gap: number;
	readonly padding: number;
};
