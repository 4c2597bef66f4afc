import {UserError} from './errors.js';
import {plainText} from './text.js';
import type {Change, WorkspaceState} from './workspace.js';

type Place = Pick<Change, 'kind' | 'key'>;

/** The record as a person saw it who changes something: what they did not see, they do not overwrite unasked. */
export type Seen = {
	readonly state: WorkspaceState;
	/** What the change stands on besides what it changes. */
	readonly also?: readonly Place[];
};

type Made = {
	readonly value?: string | number;
	readonly note?: string;
	readonly reason?: string;
	readonly by?: string;
	readonly at?: string;
};

const isMade = (value: unknown): value is Made => typeof value === 'object' && value !== null;

/** What stands there now, in words. */
const words = (present: unknown): string => {
	if (!isMade(present)) return 'it was taken away';
	const {value, note, reason, by, at} = present;
	const said = value === undefined ? 'changed' : plainText(String(value), 80);
	const who = by === undefined ? '' : ` (by ${plainText(by, 60)}, ${at ?? ''})`;
	const why = note ?? reason;
	return `${said}${who}${why === undefined ? '' : `: ${plainText(why, 300)}`}`;
};

/** Somebody else changed what a person is about to change, and they have not seen it. Nothing was saved. */
export class Overtaken extends UserError {
	constructor(kind: Change['kind'], present: unknown) {
		super(
			`Somebody ${kind === 'answer' ? 'answered' : 'changed'} this in the meantime: ${words(present)}. Nothing was saved over it.`,
			['Do it again if yours is to hold; the history keeps both.'],
		);
	}
}
