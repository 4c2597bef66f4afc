import {createPrivateKey, sign} from 'node:crypto';
import fc from 'fast-check';
import {expect, test} from 'vitest';
import {signWithPassword} from './ed25519.js';

/** The frame of PKCS #8 around the 32 bytes of an Ed25519 key (RFC 8410). */
const frame = Buffer.from('302e020100300506032b657004220420', 'hex');

test('a password of 32 bytes signs as Node’s own Ed25519 does', () => {
	fc.assert(
		fc.property(
			fc.array(fc.integer({min: 0x20, max: 0x7e}), {minLength: 32, maxLength: 32}),
			fc.uint8Array({minLength: 32, maxLength: 32}),
			(letters, message) => {
				const seed = Buffer.from(letters);
				const key = createPrivateKey({
					key: Buffer.concat([frame, seed]),
					format: 'der',
					type: 'pkcs8',
				});
				const ours = signWithPassword(seed.toString('latin1'), message);
				expect(ours.equals(sign(null, message, key))).toBe(true);
			},
		),
		{numRuns: 20},
	);
});

test('passwords of other lengths sign too, and differently', () => {
	const message = Buffer.alloc(32, 7);
	const made = ['', 'a', 'pässwörd', 'x'.repeat(300)].map(password =>
		signWithPassword(password, message).toString('hex'),
	);
	expect(new Set(made).size).toBe(4);
	expect(made.every(text => text.length === 128)).toBe(true);
});
