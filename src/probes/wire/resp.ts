import {WireFailure} from '../engine/connection.js';
import type {Reader} from './reader.js';

/** One reply of the Redis protocol, RESP2 or RESP3. Maps are lists of keys and values in turn, as RESP2 sends them. */
export type Reply =
	| {readonly kind: 'text'; readonly text: string}
	| {readonly kind: 'error'; readonly code: string; readonly text: string}
	| {readonly kind: 'number'; readonly value: number}
	| {readonly kind: 'nothing'}
	| {readonly kind: 'list'; readonly items: readonly Reply[]};

/** What one reply may cost. A real answer to what dbvet asks stays far below each of these. */
export type RespLimits = {
	/** Bytes of one line: a length, a number, a status or an error. */
	readonly line: number;
	/** Bytes of one bulk text. */
	readonly bulk: number;
	/** Elements of one reply, all levels together. */
	readonly elements: number;
	/** Lists within lists. */
	readonly depth: number;
};

export const respLimits: RespLimits = {line: 1_024, bulk: 2_097_152, elements: 20_000, depth: 8};

const over = (what: string): WireFailure => new WireFailure('limit-exceeded', what);
const strange = (what: string): WireFailure =>
	new WireFailure('unexpected-reply', `not the Redis protocol: ${what}`);

const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/** A line up to CR LF, without them. A line feed alone is not the end of a line in this protocol. */
const readLine = async (reader: Reader, limits: RespLimits): Promise<string> => {
	const bytes: number[] = [];
	for (;;) {
		const byte = (await reader.take(1))[0] ?? 0;
		if (byte === lineFeed) {
			if (bytes.pop() !== carriageReturn) throw strange('a line that ends without CR');
			return Buffer.from(bytes).toString('utf8');
		}
		if (bytes.length > limits.line) throw over(`a line of more than ${limits.line} bytes`);
		bytes.push(byte);
	}
};

/** A length: -1 is null in RESP2. What streams without a length (`?`) was never asked for. */
const lengthOf = (text: string): number => {
	if (!/^(-1|\d{1,19})$/.test(text)) throw strange('a length that is none');
	return Number(text);
};

const readBulk = async (reader: Reader, header: string, limits: RespLimits): Promise<Reply> => {
	const length = lengthOf(header);
	if (length < 0) return {kind: 'nothing'};
	if (length > limits.bulk) throw over(`a text of ${length} bytes`);
	const bytes = await reader.take(length + 2);
	if (bytes[length] !== carriageReturn || bytes[length + 1] !== lineFeed)
		throw strange('a text that ends without CR LF');
	return {kind: 'text', text: bytes.toString('utf8', 0, length)};
};

const errorOf = (text: string): Reply => {
	const code = /^[A-Z][A-Z0-9]*(?= |$)/.exec(text)?.[0] ?? '';
	return {kind: 'error', code, text: text.slice(code.length).trim()};
};

const numberOf = (text: string): Reply => {
	if (!/^[+-]?\d{1,19}$/.test(text)) throw strange('a number that is none');
	return {kind: 'number', value: Number(text)};
};

/** How many elements follow each element of the header's count. */
const aggregates: Readonly<Record<string, number>> = {'*': 1, '~': 1, '>': 1, '%': 2, '|': 2};

/**
 * Reads one reply. Push messages and attributes, which RESP3 may put before it, are read and left out. Rejects with a
 * WireFailure: limit-exceeded for what is too large, unexpected-reply for what is no RESP, and as the reader does.
 */
export const readReply = async (
	reader: Reader,
	limits: RespLimits = respLimits,
): Promise<Reply> => {
	let elements = 0;
	const read = async (depth: number): Promise<Reply> => {
		for (;;) {
			elements += 1;
			if (elements > limits.elements) throw over(`more than ${limits.elements} elements`);
			const type = (await reader.take(1)).toString('latin1');
			// What is no RESP at all is said before a line of it is read: HTTP and SSH never send one that ends well.
			if (!'+-:$*_#,(!=%~>|'.includes(type)) throw strange('an unknown type of reply');
			const header = await readLine(reader, limits);
			const factor = aggregates[type];
			if (factor !== undefined) {
				const count = lengthOf(header) * factor;
				if (count < 0) return {kind: 'nothing'};
				if (count > limits.elements) throw over(`a list of ${count} elements`);
				if (depth >= limits.depth) throw over(`more than ${limits.depth} lists within lists`);
				const items: Reply[] = [];
				for (let i = 0; i < count; i += 1) items.push(await read(depth + 1));
				if (type === '>' || type === '|') continue;
				return {kind: 'list', items};
			}
			return scalar(type, header);
		}
	};
	const scalar = async (type: string, header: string): Promise<Reply> => {
		switch (type) {
			case '+':
			case ',':
			case '(':
				return {kind: 'text', text: header};
			case '-':
				return errorOf(header);
			case ':':
				return numberOf(header);
			case '_':
				return {kind: 'nothing'};
			case '#':
				return {kind: 'number', value: header === 't' ? 1 : 0};
			case '!': {
				const error = await readBulk(reader, header, limits);
				return errorOf(error.kind === 'text' ? error.text : '');
			}
			case '=': {
				const verbatim = await readBulk(reader, header, limits);
				// Three letters of the format and a colon stand before the text.
				return verbatim.kind === 'text' ? {kind: 'text', text: verbatim.text.slice(4)} : verbatim;
			}
			default:
				return readBulk(reader, header, limits);
		}
	};
	return read(0);
};

/** A command as a server of this protocol wants it: a list of texts. */
export const command = (...words: readonly string[]): Buffer =>
	Buffer.from(
		[
			`*${words.length}\r\n`,
			...words.map(word => `$${Buffer.byteLength(word)}\r\n${word}\r\n`),
		].join(''),
	);
