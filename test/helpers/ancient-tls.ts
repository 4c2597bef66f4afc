import type {Socket} from 'node:net';
import {issue} from './certificates.js';

/** A handshake message in as many records as it takes. */
export const handshakeRecord = (type: number, body: Buffer): Buffer => {
	const head = Buffer.from([type, 0, 0, 0]);
	head.writeUIntBE(body.length, 1, 3);
	const message = Buffer.concat([head, body]);
	const records: Buffer[] = [];
	for (let at = 0; at < message.length; at += 16_000) {
		const part = message.subarray(at, at + 16_000);
		const record = Buffer.from([22, 3, 3, 0, 0]);
		record.writeUInt16BE(part.length, 3);
		records.push(record, part);
	}
	return Buffer.concat(records);
};

/** A ServerHello with these extensions, all of them empty. */
export const serverHello = (
	suite: number,
	{version = 0x0303, extensions = []}: {version?: number; extensions?: readonly number[]} = {},
): Buffer => {
	const list = Buffer.concat(extensions.map(type => Buffer.from([type >> 8, type & 0xff, 0, 0])));
	return handshakeRecord(
		2,
		Buffer.concat([
			Buffer.from([version >> 8, version & 0xff]),
			Buffer.alloc(32, 7),
			Buffer.from([0, suite >> 8, suite & 0xff, 0]),
			...(extensions.length === 0
				? []
				: [Buffer.from([list.length >> 8, list.length & 0xff]), list]),
		]),
	);
};

export const helloDone = handshakeRecord(14, Buffer.alloc(0));

const sized = (width: number, body: Buffer): Buffer => {
	const head = Buffer.alloc(width);
	head.writeUIntBE(body.length, 0, width);
	return Buffer.concat([head, body]);
};

export const certificateMessage = (ders: readonly Buffer[]): Buffer =>
	handshakeRecord(11, sized(3, Buffer.concat(ders.map(der => sized(3, der)))));

/** A ServerKeyExchange of DHE whose prime has so many bits; the rest of it nobody looks at. */
const dheMessage = (bits: number): Buffer => {
	const prime = Buffer.alloc(bits / 8, 0xff);
	return handshakeRecord(12, Buffer.concat([sized(2, prime), sized(2, Buffer.from([2]))]));
};

export type Ancient = {
	/** Types of the extensions of its hello. */
	readonly extensions?: readonly number[];
	/** The highest version that it takes, 0x0301 for TLS 1.0; it takes all below too. */
	readonly highest?: number;
	/** Bits of the prime when DHE is offered; it takes RSA alone without. */
	readonly prime?: number;
};

const suitesOffered = (hello: Buffer): readonly number[] => {
	const at = 5 + 4 + 34;
	const from = at + 1 + hello.readUInt8(at);
	const length = hello.readUInt16BE(from);
	return Array.from({length: length / 2}, (_, i) => hello.readUInt16BE(from + 2 + 2 * i));
};

const dhe = [0x0033, 0x0039, 0x009e, 0x009f];
const rsa = [0x009c, 0x002f, 0x0035];

/**
 * A TLS server that goes as far as its first flight, with a real certificate and no wish to finish, for what no library on
 * this machine does any more. It believes whatever version it is offered, also after a fallback.
 */
export const ancientTls = async ({
	extensions = [],
	highest = 0x0303,
	prime,
}: Ancient): Promise<(socket: Socket, hello: Buffer) => void> => {
	const {certificate} = await issue({hosts: ['localhost'], key: 'rsa-2048'});
	const der = Buffer.from(certificate.rawData);
	return (socket, hello) => {
		const offered = suitesOffered(hello);
		const wanted = [...(prime === undefined ? [] : dhe), 0xc02f, ...rsa];
		const suite = wanted.find(one => offered.includes(one));
		if (suite === undefined) {
			socket.end(Buffer.from([21, 3, 3, 0, 2, 2, 40]));
			return;
		}
		const version = Math.min(hello.readUInt16BE(9), highest);
		socket.write(
			Buffer.concat([
				serverHello(suite, {version, extensions}),
				certificateMessage([der]),
				...(prime !== undefined && dhe.includes(suite) ? [dheMessage(prime)] : []),
				helloDone,
			]),
		);
	};
};
