import {WireFailure} from '../engine/connection.js';

/** Reads the fields of one packet of the MySQL protocol from the front to the back, never beyond its end. */
export type Fields = {
	readonly left: () => number;
	/** The next byte without taking it; undefined at the end. */
	readonly peek: () => number | undefined;
	readonly bytes: (count: number) => Buffer;
	/** An unsigned number of 1, 2, 3 or 4 bytes, the smallest byte first. */
	readonly number: (size: 1 | 2 | 3 | 4) => number;
	/** Bytes up to a zero, which is taken too. */
	readonly untilZero: () => Buffer;
	/** A length-encoded number (MySQL Internals, "Length-Encoded Integer"). */
	readonly length: () => number;
	/** A length-encoded string; null where the protocol means NULL. */
	readonly string: () => Buffer | null;
};

const cut = (): WireFailure =>
	new WireFailure('unexpected-reply', 'a packet that ends before its fields do');

/** @throws WireFailure `unexpected-reply` from each reading function when the packet is too short or its length lies */
export const fieldsOf = (body: Buffer): Fields => {
	let at = 0;
	const left = (): number => body.length - at;
	const bytes = (count: number): Buffer => {
		if (count > left()) throw cut();
		at += count;
		return body.subarray(at - count, at);
	};
	const number = (size: 1 | 2 | 3 | 4): number => bytes(size).readUIntLE(0, size);
	const length = (): number => {
		const first = number(1);
		if (first < 0xfb) return first;
		if (first === 0xfc) return number(2);
		if (first === 0xfd) return number(3);
		if (first === 0xfe) {
			const low = number(4);
			if (number(4) !== 0) throw cut();
			return low;
		}
		throw cut();
	};
	return {
		left,
		peek: () => body[at],
		bytes,
		number,
		untilZero: () => {
			const end = body.indexOf(0, at);
			if (end < 0) throw cut();
			const text = bytes(end - at);
			at += 1;
			return text;
		},
		length,
		string: () => {
			if (body[at] !== 0xfb) return bytes(length());
			at += 1;
			return null;
		},
	};
};
