import {randomBytes} from 'node:crypto';
import {expect} from 'vitest';
import type {PostgresServer} from './postgres-server.js';

/** Writes a line into the log of a server, and waits until it has arrived and with it all that was logged before. */
const mark = async (server: PostgresServer): Promise<string> => {
	const line = `mark ${randomBytes(6).toString('hex')}`;
	await server.query(`DO $$BEGIN RAISE LOG '${line}'; END$$`);
	await expect.poll(server.log).toContain(line);
	return line;
};

/**
 * What a server logs while something is done. The log comes through a pipe, and not at all while a child process is waited
 * for: to look at it at once after a deed is to find nothing, whatever was logged.
 */
export const logDuring = async (server: PostgresServer, deed: () => unknown): Promise<string> => {
	const before = await mark(server);
	await deed();
	const after = await mark(server);
	return server.log().split(before).at(-1)?.split(after)[0] ?? '';
};
