import type {Duplex} from 'node:stream';
import {seen, unseen, type Observed} from '../../engine/check.js';
import {WireFailure, type Connection} from '../../engine/connection.js';
import {command, readReply, type Reply} from '../../wire/resp.js';
import {createReader} from '../../wire/reader.js';

/** All answers of one connection together; ACL LIST and CLIENT LIST of large servers are some hundred kilobytes. */
const maxBytes = 8_388_608;

/** A conversation of questions and answers, one after the other. Commands that write are nobody's to send here. */
export type Session = {
	/** The answer to one command. An error of the server is an answer too; what breaks the connection is unseen. */
	readonly ask: (...words: readonly string[]) => Promise<Observed<Reply>>;
};

/**
 * Makes a session of a stream. Once an answer was broken, too large or missing the session is over: the next bytes could
 * belong to an earlier question, and a wrong answer is worse than none.
 */
export const createSession = (stream: Duplex, connection: Connection): Session => {
	const reader = createReader({stream, failure: connection.failure}, maxBytes);
	let broken: WireFailure | undefined;
	return {
		ask: async (...words) => {
			try {
				if (broken !== undefined) throw broken;
				if (reader.waiting() > 0)
					throw new WireFailure('unexpected-reply', 'the server spoke before it was asked');
				if (!stream.writable) throw connection.failure() ?? new WireFailure('connection-closed');
				stream.write(command(...words));
				return seen(await readReply(reader));
			} catch (error) {
				if (!(error instanceof WireFailure)) throw error;
				broken = error;
				connection.close();
				return unseen(error.reason, error.message === '' ? {} : {detail: error.message});
			}
		},
	};
};
