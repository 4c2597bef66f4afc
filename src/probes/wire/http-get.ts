import {WireFailure, type Connection} from '../engine/connection.js';

/** What a server of HTTP answers to one GET, as far as it is read. */
export type HttpAnswer = {
	readonly status: number;
	/** Lines of the head, without the first. */
	readonly head: string;
	/** The beginning of the body. */
	readonly body: string;
	/** The body goes on behind what was read. */
	readonly cut: boolean;
};

/** The heads and the beginning of every page that is looked for fit in. */
const mostBytes = 32_768;

/** Reads until the peer ends, or enough is there; a connection that breaks off or outlives its time rejects. */
const readSome = ({socket, failure}: Connection): Promise<Buffer> =>
	new Promise((resolve, reject) => {
		const parts: Buffer[] = [];
		let size = 0;
		const done = (): void => resolve(Buffer.concat(parts).subarray(0, mostBytes));
		socket.on('data', (part: Buffer) => {
			parts.push(part);
			size += part.length;
			if (size >= mostBytes) done();
		});
		socket.once('end', done);
		socket.once('close', () => {
			const why = failure();
			if (why === undefined) done();
			else reject(why);
		});
	});

/**
 * Sends one GET without any credentials and reads the beginning of the answer. Rejects with a WireFailure for what is no HTTP.
 * @param host as the Host header names it
 */
export const httpGet = async (
	connection: Connection,
	host: string,
	path: string,
): Promise<HttpAnswer> => {
	connection.socket.write(
		// HTTP 1.0, so that nobody answers in chunks.
		`GET ${path} HTTP/1.0\r\nHost: ${host.replace(/[^\w.:-]/g, '')}\r\nUser-Agent: dbvet\r\nAccept: */*\r\n\r\n`,
	);
	const bytes = await readSome(connection);
	const text = bytes.toString('utf8');
	const status = /^HTTP\/1\.[01] (\d{3})[ \r]/.exec(text)?.[1];
	const end = text.indexOf('\r\n\r\n');
	if (status === undefined || end < 0)
		throw new WireFailure('unexpected-reply', 'no answer of HTTP in clear');
	return {
		status: Number(status),
		head: text.slice(text.indexOf('\r\n') + 2, end),
		body: text.slice(end + 4),
		cut: bytes.length >= mostBytes,
	};
};
