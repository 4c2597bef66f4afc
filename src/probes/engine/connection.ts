import type {Socket} from 'node:net';
import type {Observed} from './check.js';
import {unseen} from './check.js';
import type {Reason} from '../../domain/outcome.js';

/**
 * A wire step that did not get what it waited for. Thrown inside a collector and turned into data at its edge by
 * `observe`, so that reading code stays straight; it never leaves a collector.
 */
export class WireFailure extends Error {
	override readonly name = 'WireFailure';
	readonly reason: Reason;

	constructor(reason: Reason, detail = '') {
		super(detail);
		this.reason = reason;
	}
}

/** One connection, over TCP or a Unix socket, that the engine opened. It ends by itself when its time is over; every wait on it is so bounded. */
export type Connection = {
	readonly socket: Socket;
	/** The address of this machine as the server sees it (before any translation on the way). */
	readonly localAddress: string;
	/** Why the engine ended the connection, or how it broke; undefined while it lives or when the peer closed it. */
	readonly failure: () => WireFailure | undefined;
	/** Ends it at once; may be called twice. */
	readonly close: () => void;
};

/** Runs a wire step; what did not arrive becomes an unseen fact with its reason. A bug stays an exception. */
export const observe = async <T>(step: () => Promise<Observed<T>>): Promise<Observed<T>> => {
	try {
		return await step();
	} catch (error) {
		if (error instanceof WireFailure)
			return unseen(error.reason, error.message === '' ? {} : {detail: error.message});
		throw error;
	}
};

/** The value of a fact, or a WireFailure with its reason: for steps that build on one another inside `observe`. */
export const need = <T>(fact: Observed<T>): T => {
	if (fact.seen) return fact.value;
	throw new WireFailure(fact.reason, fact.detail);
};
