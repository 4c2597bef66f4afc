import {UserError} from '../domain/errors.js';
import {Overtaken} from '../domain/overtaken.js';
import type {Trouble} from './messages.js';

/** What a person can mend, as a screen tells it; undefined for a bug. */
export const troubleOf = (error: unknown): Trouble | undefined =>
	error instanceof UserError
		? {
				message: error.message,
				next: error.next,
				...(error instanceof Overtaken ? {overtaken: true as const} : {}),
			}
		: undefined;
