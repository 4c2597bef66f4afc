import type {Duplex} from 'node:stream';
import {WireFailure} from '../engine/connection.js';
import {createPile} from './pile.js';

/** Reads a stream in measured portions. Every wait ends at the latest when the connection's time is over. */
export type Reader = {
	/** Exactly `count` bytes. */
	readonly take: (count: number) => Promise<Buffer>;
	/** The bytes that have already arrived and were not taken. */
	readonly waiting: () => number;
};

type ReadSource = {
	readonly stream: Duplex;
	/** Why the connection was ended or broke, when it was. */
	readonly failure: () => WireFailure | undefined;
};

const change = (stream: Duplex): Promise<void> =>
	new Promise(resolve => {
		const events = ['readable', 'end', 'error', 'close'] as const;
		const wake = (): void => {
			for (const event of events) stream.off(event, wake);
			resolve();
		};
		for (const event of events) stream.on(event, wake);
	});

/**
 * A reader that takes at most `limit` bytes off a stream in its whole life, so that a peer that never stops talking
 * costs no more than that. Rejects with a WireFailure: limit-exceeded, connection-closed, or why the engine ended it.
 */
export const createReader = ({stream, failure}: ReadSource, limit: number): Reader => {
	const pile = createPile();
	let total = 0;
	const pull = async (): Promise<void> => {
		for (;;) {
			const chunk = stream.read() as Buffer | null;
			if (chunk !== null) {
				total += chunk.length;
				if (total > limit)
					throw new WireFailure('limit-exceeded', `more than ${limit} bytes of answer`);
				pile.add(chunk);
				return;
			}
			const why = failure();
			if (why !== undefined) throw why;
			if (stream.destroyed || stream.readableEnded) throw new WireFailure('connection-closed');
			await change(stream);
		}
	};
	return {
		waiting: pile.held,
		take: async count => {
			if (count > limit) throw new WireFailure('limit-exceeded', `a message of ${count} bytes`);
			while (pile.held() < count) await pull();
			return pile.take(count);
		},
	};
};
