import {WireFailure, type Connection} from '../engine/connection.js';
import {mostGreetingBytes, readMysqlGreeting, type MysqlGreeting} from './mysql.js';
import {createReader} from './reader.js';

/** Errors that a server sends in place of its greeting (MySQL Server Error Message Reference). */
const turnedAway: Readonly<Record<number, string>> = {
	1040: 'the server has no connection left',
	1129: 'the server has blocked this address after too many failed connections',
	1130: 'the server does not let this address in',
};

/** What a server says of itself before it is asked anything. */
export type Greeting = Extract<MysqlGreeting, {kind: 'greeting'}>;

/**
 * Reads the greeting of a fresh connection. Rejects with a WireFailure for a refusal in its place, for another protocol, and
 * for a server that goes on talking: what follows unasked could be taken for the beginning of what TLS protects.
 */
export const greetMysql = async ({socket, failure}: Connection): Promise<Greeting> => {
	// What follows a greeting unasked is read too, to be refused.
	const reader = createReader({stream: socket, failure}, 2 * mostGreetingBytes);
	const greeting = await readMysqlGreeting(reader);
	if (greeting.kind === 'refused')
		throw new WireFailure(
			'connection-refused',
			turnedAway[greeting.code] ?? `the server refused with error ${greeting.code}`,
		);
	if (reader.waiting() > 0)
		throw new WireFailure('unexpected-reply', 'the server said more than a greeting');
	return greeting;
};
