import type {Reason} from '../../../domain/outcome.js';
import {createPile} from '../../wire/pile.js';

const errorResponse = 0x45;
const noticeResponse = 0x4e;
const dataRow = 0x44;
const readyForQuery = 0x5a;
const rowDescription = 0x54;
const header = 5;

/**
 * What a server may send unless it is asked to copy, or to prepare a statement, which dbvet never does (manual, Message
 * Formats): R K S Z v of the login, T D C I of the answers, E N A at any time.
 */
const known: ReadonlySet<number> = new Set(Buffer.from('RKSZvTDCIENA', 'latin1'));

/** What the messages of one login may cost. A real answer to what dbvet asks stays far below each of these. */
export type FrameLimits = {
	/** Bytes of one row: names are below 64 bytes, expressions are cut by the queries, lists of a row are short. */
	readonly row: number;
	/** Bytes of any other message: errors, notices, parameters and the columns of an answer. */
	readonly message: number;
	/** Bytes of all messages together that are no rows. */
	readonly besideRows: number;
	/** Columns of one statement. */
	readonly columns: number;
	/** Cells of one answer, and its rows: an empty cell is four bytes on the wire and some fifty in memory. */
	readonly cells: number;
	/** Bytes of everything: the largest honest answer seen is below one MiB. */
	readonly all: number;
};

export const frameLimits: FrameLimits = {
	row: 1024 * 1024,
	message: 64 * 1024,
	besideRows: 1024 * 1024,
	columns: 100,
	cells: 400_000,
	all: 8 * 1024 * 1024,
};

/** Why no more is read from this server. */
export type FrameFault = Extract<Reason, 'limit-exceeded' | 'unexpected-reply'>;

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
 * an error or a notice whose fields have no end for ever, and keeps what a length promises however long that is. A message
 * is refused by its header, before its body is waited for. Gives the bytes of the messages that are complete, or the fault.
 */
export const createFrames = (
	limits: FrameLimits = frameLimits,
): ((chunk: Buffer) => Buffer | FrameFault) => {
	const pile = createPile();
	let received = 0;
	let besideRows = 0;
	let cells = 0;
	/** Judges one message by its type and the bytes of its body, and counts it. */
	const faultOf = (type: number, length: number): FrameFault | undefined => {
		if (!known.has(type) || length < 0) return 'unexpected-reply';
		if (length > (type === dataRow ? limits.row : limits.message)) return 'limit-exceeded';
		return undefined;
	};
	const count = (type: number, body: Buffer): FrameFault | undefined => {
		const columns = body.length < 2 ? 0 : body.readUInt16BE(0);
		if (type === rowDescription && columns > limits.columns) return 'limit-exceeded';
		if (type === readyForQuery) cells = 0;
		if (type === dataRow) cells += 1 + columns;
		else besideRows += header + body.length;
		return cells > limits.cells || besideRows > limits.besideRows ? 'limit-exceeded' : undefined;
	};
	return chunk => {
		received += chunk.length;
		if (received > limits.all) return 'limit-exceeded';
		pile.add(chunk);
		const held = pile.look();
		let at = 0;
		while (held.length - at >= header) {
			const type = held.readUInt8(at);
			const length = held.readInt32BE(at + 1) - 4;
			const fault = faultOf(type, length);
			if (fault !== undefined) return fault;
			const end = at + header + length;
			if (held.length < end) break;
			const body = held.subarray(at + header, end);
			const over = count(type, body);
			if (over !== undefined) return over;
			if ((type === errorResponse || type === noticeResponse) && !endsItsFields(body))
				return 'unexpected-reply';
			at = end;
		}
		return pile.take(at);
	};
};
