import {createHash} from 'node:crypto';

/**
 * The signature of MariaDB's client_ed25519 (plugin/auth_ed25519 of its source): Ed25519 of RFC 8032, but with a password
 * of any length in place of the 32 bytes of a private key, which is why Node's own Ed25519 cannot make it.
 */
const p = 2n ** 255n - 19n;
const order = 2n ** 252n + 27742317777372353535851937790883648493n;

const modulo = (a: bigint, m: bigint): bigint => ((a % m) + m) % m;

const power = (base: bigint, exponent: bigint): bigint => {
	let result = 1n;
	let factor = modulo(base, p);
	for (let left = exponent; left > 0n; left >>= 1n) {
		if ((left & 1n) === 1n) result = (result * factor) % p;
		factor = (factor * factor) % p;
	}
	return result;
};
const inverse = (a: bigint): bigint => power(a, p - 2n);

const d = modulo(-121_665n * inverse(121_666n), p);

/** A point of the curve in extended coordinates: x = X/Z, y = Y/Z, x*y = T/Z. */
type Point = {readonly x: bigint; readonly y: bigint; readonly z: bigint; readonly t: bigint};

const affine = (x: bigint, y: bigint): Point => ({x, y, z: 1n, t: modulo(x * y, p)});
const base = affine(
	15112221349535400772501151409588531511454012693041857206046113283949847762202n,
	46316835694926478169428394003475163141307993866256225615783033603165251855960n,
);
const neutral = affine(0n, 1n);

/** Adds two points (RFC 8032, section 5.1.4). */
const add = (one: Point, two: Point): Point => {
	const a = modulo((one.y - one.x) * (two.y - two.x), p);
	const b = modulo((one.y + one.x) * (two.y + two.x), p);
	const c = modulo(2n * d * one.t * two.t, p);
	const e = modulo(2n * one.z * two.z, p);
	const [f, g, h, i] = [b - a, e - c, e + c, b + a];
	return {x: modulo(f * g, p), y: modulo(h * i, p), z: modulo(g * h, p), t: modulo(f * i, p)};
};

const times = (scalar: bigint): Point => {
	let result = neutral;
	let step = base;
	for (let bit = 0n; bit < 256n; bit += 1n) {
		// Both are computed each time, so that the work does not tell how many bits are set.
		const sum = add(result, step);
		result = ((scalar >> bit) & 1n) === 1n ? sum : result;
		step = add(step, step);
	}
	return result;
};

const toNumber = (bytes: Uint8Array): bigint =>
	BigInt(`0x${Buffer.from(bytes).reverse().toString('hex')}`);
const toBytes = (number: bigint): Buffer =>
	Buffer.from(number.toString(16).padStart(64, '0'), 'hex').reverse();

const encode = ({x, y, z}: Point): Buffer => {
	const bottom = inverse(z);
	const bytes = toBytes(modulo(y * bottom, p));
	const odd = modulo(x * bottom, p) & 1n;
	bytes.writeUInt8(bytes.readUInt8(31) | (odd === 1n ? 0x80 : 0), 31);
	return bytes;
};

const sha512 = (...parts: readonly Uint8Array[]): Buffer =>
	parts
		.reduce<ReturnType<typeof createHash>>((hash, part) => hash.update(part), createHash('sha512'))
		.digest();

/** Signs the server's 32 random bytes with a password: 64 bytes. */
export const signWithPassword = (password: string, message: Uint8Array): Buffer => {
	const key = sha512(Buffer.from(password, 'utf8'));
	const scalar = Buffer.from(key.subarray(0, 32));
	scalar.writeUInt8(scalar.readUInt8(0) & 248, 0);
	scalar.writeUInt8((scalar.readUInt8(31) & 63) | 64, 31);
	const secret = toNumber(scalar);
	const nonce = modulo(toNumber(sha512(key.subarray(32), message)), order);
	const commitment = encode(times(nonce));
	const challenge = modulo(toNumber(sha512(commitment, encode(times(secret)), message)), order);
	return Buffer.concat([commitment, toBytes(modulo(nonce + challenge * secret, order))]);
};
