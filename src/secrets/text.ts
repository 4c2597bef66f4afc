/** A file as text, with the way back to bytes that leaves everything else in it as it was. */
export type ReadableText = {
	readonly text: string;
	readonly bytesOf: (text: string) => Uint8Array;
};

const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean =>
	start.every((byte, index) => bytes[index] === byte);

/** First bytes of formats whose text is packed or whose secrets would not be found as text: PDF, ZIP and DOCX, pictures, archives. */
const packed: readonly (readonly number[])[] = [
	[0x25, 0x50, 0x44, 0x46],
	[0x50, 0x4b, 0x03, 0x04],
	[0x50, 0x4b, 0x05, 0x06],
	[0x89, 0x50, 0x4e, 0x47],
	[0xff, 0xd8, 0xff],
	[0x47, 0x49, 0x46, 0x38],
	[0x1f, 0x8b],
	[0x42, 0x5a, 0x68],
	[0x28, 0xb5, 0x2f, 0xfd],
	[0xfd, 0x37, 0x7a, 0x58, 0x5a],
	[0x37, 0x7a, 0xbc, 0xaf],
	[0xd0, 0xcf, 0x11, 0xe0],
];

const sampleBytes = 1 << 16;

/** Control characters that no text has, as a share of the first 64 KB. */
const looksBinary = (bytes: Uint8Array): boolean => {
	const sample = bytes.subarray(0, sampleBytes);
	let odd = 0;
	for (const byte of sample) if (byte < 9 || (byte > 13 && byte < 27)) odd += 1;
	return odd > sample.length / 50;
};

/** UTF-16 without a mark: every other byte of mostly western text is zero. */
const halfZero = (bytes: Uint8Array, odd: 0 | 1): boolean => {
	const sample = bytes.subarray(0, sampleBytes);
	if (sample.length < 4 || bytes.length % 2 !== 0) return false;
	let zero = 0;
	let other = 0;
	sample.forEach((byte, index) => {
		if (byte !== 0) return;
		if (index % 2 === odd) zero += 1;
		else other += 1;
	});
	return zero > sample.length / 4 && other < sample.length / 50;
};

const utf16 = (bytes: Uint8Array, bigEndian: boolean): ReadableText => {
	const turned = (given: Uint8Array): Buffer => {
		const copy = Buffer.from(given);
		return bigEndian ? copy.subarray(0, copy.length & ~1).swap16() : copy;
	};
	// A last odd byte is no character; it is left out, because nothing could look into it.
	return {
		text: turned(bytes).toString('utf16le'),
		bytesOf: text => turned(Buffer.from(text, 'utf16le')),
	};
};

/**
 * The text of a file in UTF-8, UTF-16, or any encoding whose bytes below 128 are ASCII (read byte by byte, so that the rest
 * survives unchanged). Undefined for what is no text: there dbvet does not look for secrets.
 */
export const readableText = (bytes: Uint8Array): ReadableText | undefined => {
	if (packed.some(start => startsWith(bytes, start))) return undefined;
	const utf32 = startsWith(bytes, [0xff, 0xfe, 0, 0]);
	if (!utf32 && startsWith(bytes, [0xff, 0xfe])) return utf16(bytes, false);
	if (startsWith(bytes, [0xfe, 0xff])) return utf16(bytes, true);
	if (!utf32 && halfZero(bytes, 1)) return utf16(bytes, false);
	if (!utf32 && halfZero(bytes, 0)) return utf16(bytes, true);
	if (looksBinary(bytes)) return undefined;
	try {
		return {
			text: new TextDecoder('utf-8', {fatal: true, ignoreBOM: true}).decode(bytes),
			bytesOf: text => Buffer.from(text, 'utf8'),
		};
	} catch {
		return {
			text: Buffer.from(bytes).toString('latin1'),
			bytesOf: text => Buffer.from(text, 'latin1'),
		};
	}
};
