const errorResponse = 0x45;
const noticeResponse = 0x4e;
const header = 5;

/** Fields of ErrorResponse and NoticeResponse: a type and a text each, ended by a zero (manual, Message Formats). */
const endsItsFields = (body: Buffer): boolean => {
	let at = 0;
	while (at < body.length) {
		if (body[at] === 0) return true;
		const end = body.indexOf(0, at + 1);
		if (end < 0) return false;
		at = end + 1;
	}
	return false;
};

/**
 * Cuts a server's bytes into whole messages and refuses those that the parser of `pg` would never come back from: it reads
 * an error or a notice whose fields have no end for ever. Gives the bytes of the messages that are complete, or undefined
 * when they are no messages of the protocol.
 */
export const createFrames = (): ((chunk: Buffer) => Buffer | undefined) => {
	let rest: Buffer = Buffer.alloc(0);
	return chunk => {
		rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
		let at = 0;
		while (rest.length - at >= header) {
			const length = rest.readInt32BE(at + 1);
			if (length < 4) return undefined;
			if (rest.length - at < 1 + length) break;
			const type = rest[at];
			const body = rest.subarray(at + header, at + 1 + length);
			if ((type === errorResponse || type === noticeResponse) && !endsItsFields(body))
				return undefined;
			at += 1 + length;
		}
		const whole = rest.subarray(0, at);
		rest = rest.subarray(at);
		return whole;
	};
};
