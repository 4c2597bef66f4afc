import {describe, expect, it} from 'vitest';
import {maxTextBytes, screenBytes} from './index.js';

const secret = 'Zq9-hunter2';
const line = `url postgres://app:${secret}@db.example.com/shop\r\n`;
const utf16 = (text: string, bigEndian: boolean): Buffer => {
	const bytes = Buffer.from(text, 'utf16le');
	return bigEndian ? bytes.swap16() : bytes;
};
const holds = (bytes: Uint8Array): boolean =>
	['utf8', 'utf16le', 'latin1'].some(
		encoding =>
			Buffer.from(bytes)
				.toString(encoding as BufferEncoding)
				.includes(secret) ||
			Buffer.from(bytes.slice(1))
				.toString(encoding as BufferEncoding)
				.includes(secret),
	);

const encodings: readonly (readonly [string, Buffer])[] = [
	['UTF-8', Buffer.from(`größe\r\n${line}`)],
	['UTF-8 with a mark', Buffer.from(`\ufeff${line}`)],
	['Latin-1', Buffer.from(`gr\u00f6\u00dfe\r\n${line}`, 'latin1')],
	['UTF-16 with a mark, little end first', utf16(`\ufeff${line}`, false)],
	['UTF-16 with a mark, big end first', utf16(`\ufeff${line}`, true)],
	['UTF-16 without a mark', utf16(line.repeat(3), false)],
	['UTF-16 without a mark, big end first', utf16(line.repeat(3), true)],
	['a text with a few zero bytes', Buffer.from(`${'x'.repeat(500)}\0\n${line}`)],
];

describe('screenBytes', () => {
	it.each(encodings)('takes a secret out of %s and leaves the rest as it was', async (_, bytes) => {
		const screened = await screenBytes(bytes);
		expect(screened.looked).toBe('text');
		expect(screened.redacted.length).toBeGreaterThan(0);
		expect(holds(bytes)).toBe(true);
		expect(holds(screened.bytes)).toBe(false);
		const at = bytes.indexOf(bytes.includes(0) ? 'r\0l' : 'url');
		expect(Buffer.from(screened.bytes).subarray(0, Math.max(at, 2))).toEqual(
			bytes.subarray(0, Math.max(at, 2)),
		);
		const again = await screenBytes(screened.bytes);
		expect(again.redacted).toEqual([]);
		expect(Buffer.from(again.bytes).equals(screened.bytes)).toBe(true);
	});

	it('hands on the very bytes where there is no secret, whatever they are', async () => {
		for (const bytes of [Buffer.alloc(0), Buffer.from([0xe9, 0x0a]), Buffer.from('log = on\r\n')]) {
			expect(await screenBytes(bytes)).toEqual({bytes, redacted: [], looked: 'text'});
		}
	});

	it.each([
		['PDF', Buffer.from('%PDF-1.7\n')],
		['ZIP and DOCX', Buffer.from('PK\u0003\u0004', 'latin1')],
		['PNG', Buffer.from([0x89, 0x50, 0x4e, 0x47])],
		['bytes', Buffer.from(Array.from({length: 4000}, (_, i) => (i * 7919) % 256))],
	])('does not pretend to look into %s', async (_, bytes) => {
		expect(await screenBytes(bytes)).toMatchObject({looked: 'binary', redacted: []});
	});

	it('knows what secretlint knows, and a comment in the file does not switch that off', async () => {
		const key = `SG.a1B2c3D4e5F6g7H8i9J0k1.${'x1Y2'.repeat(10)}abc`;
		const text = `<!-- secretlint-disable -->\nsendgrid ${key}\n`;
		const screened = await screenBytes(Buffer.from(text));
		expect(screened.redacted).toEqual([{kind: 'credential of sendgrid', line: 2}]);
		expect(Buffer.from(screened.bytes).toString()).not.toContain(key);
	});

	it('finds a secret wherever the pieces are cut', async () => {
		const key = `SG.a1B2c3D4e5F6g7H8i9J0k1.${'x1Y2'.repeat(10)}abc`;
		for (const before of [14_300, 14_336, 16_350, 16_384, 28_672]) {
			const text = `${'x '.repeat(before / 2)}${key} end`;
			const screened = await screenBytes(Buffer.from(text));
			expect(screened.redacted).toHaveLength(1);
			expect(Buffer.from(screened.bytes).toString()).not.toContain('x1Y2');
		}
	});

	it('refuses a text that is too long to be looked through, in one line or many', async () => {
		for (const unit of ['password', 'line\n']) {
			const bytes = Buffer.alloc(50 * 1024 * 1024, unit);
			await expect(screenBytes(bytes)).rejects.toThrow(/50 MB.*32 MB.*Nothing was stored/s);
		}
		expect(maxTextBytes).toBe(32 * 1024 * 1024);
	});

	// Each keeps a rule busy: what repeats begins a match that never ends. A quadratic rule would take hours.
	it.each([
		'a://b:c',
		'-----BEGIN PRIVATE KEY-----\n',
		'eyJ',
		'password="',
		'password is a',
		'user a on ',
		'mysql -',
		'<password ',
		'name=password\n',
		'a:5432:b:c:',
		"password '",
		'identified with x ',
		' ',
		'a',
	])(
		'takes time in proportion to a line of %j',
		async unit => {
			const started = performance.now();
			await screenBytes(Buffer.from(unit.repeat(Math.floor((1 << 20) / unit.length))));
			expect(performance.now() - started).toBeLessThan(20_000);
		},
		30_000,
	);
});
