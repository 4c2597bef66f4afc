import {WireFailure} from '../engine/connection.js';
import type {Reader} from './reader.js';
import {parseCertificateList, parseServerHello, type ServerHello} from './server-hello.js';

/** What a server answers to a ClientHello: its own hello and, up to TLS 1.2, the rest of its first flight; or an alert. */
export type Flight =
	| {
			readonly kind: 'accepted';
			readonly hello: ServerHello;
			/** DER certificates as sent; undefined for TLS 1.3, where they are encrypted. */
			readonly certificates?: readonly Buffer[];
			/** Undefined where `certificates` is. */
			readonly asksForClientCertificate?: boolean;
			/** The ServerKeyExchange message up to TLS 1.2, when there was one. */
			readonly keyExchange?: Buffer;
	  }
	| {readonly kind: 'refused'; readonly alert: number};

/** More than any honest first flight; the largest known chains are below 20 KiB. */
export const maxFlight = 65_536;
const maxRecord = 16_384 + 2_048;
const maxWarnings = 4;

const messageType = {
	serverHello: 2,
	certificate: 11,
	keyExchange: 12,
	certificateRequest: 13,
	done: 14,
} as const;

type Message = {readonly type: number; readonly body: Buffer};

/** Gives handshake messages one by one from records of any size; an alert ends it. */
const messages = (reader: Reader): (() => Promise<Message | {readonly alert: number}>) => {
	let pending = Buffer.alloc(0);
	let warnings = 0;
	return async () => {
		for (;;) {
			if (pending.length >= 4) {
				const length = pending.readUIntBE(1, 3);
				if (length > maxFlight)
					throw new WireFailure('limit-exceeded', `a message of ${length} bytes`);
				if (pending.length >= 4 + length) {
					const message = {type: pending.readUInt8(0), body: pending.subarray(4, 4 + length)};
					pending = pending.subarray(4 + length);
					return message;
				}
			}
			const head = await reader.take(5);
			const type = head.readUInt8(0);
			const length = head.readUInt16BE(3);
			if (head.readUInt8(1) !== 3 || length === 0 || length > maxRecord)
				throw new WireFailure('unexpected-reply', 'the answer to ClientHello is not TLS');
			const body = await reader.take(length);
			if (type === 22) pending = Buffer.concat([pending, body]);
			else if (type === 21 && length === 2) {
				if (body.readUInt8(0) === 2) return {alert: body.readUInt8(1)};
				warnings += 1;
				if (warnings > maxWarnings) throw new WireFailure('unexpected-reply', 'only TLS warnings');
			} else
				throw new WireFailure(
					'unexpected-reply',
					'the answer to ClientHello is not a TLS handshake',
				);
		}
	};
};

/**
 * Reads the answer to a ClientHello up to the end of the first flight. An alert on the way is a refusal, also after the
 * ServerHello: a server that cannot go on with what it chose does not accept it. Rejects with a WireFailure for everything
 * that is not TLS, is too large, or ends too early.
 */
export const readFlight = async (reader: Reader): Promise<Flight> => {
	const next = messages(reader);
	const first = await next();
	if ('alert' in first) return {kind: 'refused', alert: first.alert};
	const hello = first.type === messageType.serverHello ? parseServerHello(first.body) : undefined;
	if (hello === undefined) throw new WireFailure('unexpected-reply', 'not a ServerHello');
	if (hello.version === 0x0304) return {kind: 'accepted', hello};
	let certificates: readonly Buffer[] = [];
	let asks = false;
	let keyExchange: Buffer | undefined;
	for (;;) {
		const message = await next();
		if ('alert' in message) return {kind: 'refused', alert: message.alert};
		if (message.type === messageType.done)
			return {
				kind: 'accepted',
				hello,
				certificates,
				asksForClientCertificate: asks,
				...(keyExchange === undefined ? {} : {keyExchange}),
			};
		if (message.type === messageType.keyExchange) keyExchange = message.body;
		if (message.type === messageType.certificateRequest) asks = true;
		if (message.type === messageType.certificate) {
			const list = parseCertificateList(message.body);
			if (list === undefined)
				throw new WireFailure('unexpected-reply', 'a broken certificate list');
			certificates = list;
		}
	}
};
