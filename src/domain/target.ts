import * as z from 'zod';
import {Instant, Name} from './id.js';
import {engines, targetKinds} from './options.js';
import {Platform} from './platform.js';

export const TargetKind = z.enum(targetKinds);
export type TargetKind = z.infer<typeof TargetKind>;

export const Engine = z.enum(engines);
export type Engine = z.infer<typeof Engine>;

export const Endpoint = z
	.strictObject({
		role: z.enum(['primary', 'replica', 'pooler']),
		/** A DNS name, an IP address without brackets, or the absolute path of a Unix socket. */
		host: z.string().min(1).max(255),
		/** Of a Unix socket: the port in its name (PostgreSQL), or the usual one of the engine, which says nothing. */
		port: z.int().min(1).max(65_535),
	})
	.readonly();
export type Endpoint = z.infer<typeof Endpoint>;

/** Where a password comes from. The password itself is never kept. */
export const CredentialSource = z
	.discriminatedUnion('from', [
		z.strictObject({
			from: z.literal('env'),
			variable: z.string().regex(/^[A-Za-z_][A-Za-z0-9_]*$/),
		}),
		z.strictObject({from: z.literal('command'), command: z.string().min(1)}),
		z.strictObject({from: z.literal('pgpass')}),
		z.strictObject({from: z.literal('prompt')}),
	])
	.readonly();
export type CredentialSource = z.infer<typeof CredentialSource>;

export const Identity = z
	.strictObject({
		/** The scanner logs in and looks; the others are only tried for refusal of plaintext, never logged in. */
		role: z.enum(['scanner', 'application', 'reporting', 'admin', 'backup']),
		user: z.string().min(1).max(255),
		database: z.string().min(1).max(255),
		credential: CredentialSource.optional(),
	})
	.readonly();
export type Identity = z.infer<typeof Identity>;

const pinPrefix = 'sha256/';
/**
 * `sha256/` and the base64 SHA-256 of a SubjectPublicKeyInfo (RFC 7469). The last sign of 43 has two bits that mean nothing:
 * every spelling is taken as the key that it decodes to, because pins are compared as texts.
 */
const Pin = z
	.string()
	.regex(/^sha256\/[A-Za-z0-9+/]{43}=$/, 'sha256/ and 44 base64 characters')
	.overwrite(
		text => pinPrefix + Buffer.from(text.slice(pinPrefix.length), 'base64').toString('base64'),
	);

/** What a server showed when a person approved its key as the pin. */
export const PinApproval = z
	.strictObject({
		at: Instant,
		/** Whose key became the pin. */
		key: z.enum(['leaf', 'ca']),
		/** False: the server was not verified by anything else, so that the first answer was believed. */
		verified: z.boolean(),
		subject: z.string(),
		issuer: z.string(),
		/** Null where the certificate's own text is no date. */
		notAfter: Instant.nullable(),
		leaf: Pin,
		ca: Pin.optional(),
	})
	.readonly();
export type PinApproval = z.infer<typeof PinApproval>;

export const Verification = z
	.strictObject({
		/** Path of a PEM file with the CA certificates to trust; without it the roots that Node.js brings. */
		ca: z.string().optional(),
		/** `sha256/` and the base64 SHA-256 of the SubjectPublicKeyInfo of the leaf or of a CA in its chain. */
		pin: Pin.optional(),
		/** Absent for a pin that was typed. */
		approval: PinApproval.optional(),
		clientCert: z.string().optional(),
		clientKey: z.string().optional(),
	})
	.readonly();
export type Verification = z.infer<typeof Verification>;

const base = {
	/** Immutable: `t-` and 10 hex digits. */
	id: z.string().regex(/^t-[0-9a-f]{10}$/),
	name: Name,
	createdAt: Instant,
	/** Retired targets stay in history and in the documents of their time. */
	retiredAt: Instant.optional(),
	/** Overrides the workspace's profiles for this target. */
	profiles: z.array(z.string()).readonly().optional(),
};
const Ids = z.array(z.string()).readonly();

export const DatabaseTarget = z
	.strictObject({
		...base,
		kind: z.literal('database'),
		engine: Engine,
		platform: Platform.optional(),
		endpoints: z.array(Endpoint).min(1).readonly(),
		identities: z.array(Identity).readonly(),
		verification: Verification,
		expect: z.enum(['private', 'allowlisted', 'public']).optional(),
		/** Id of the vendor target that runs it. */
		vendor: z.string().optional(),
	})
	.readonly();
export type DatabaseTarget = z.infer<typeof DatabaseTarget>;

export const Target = z.discriminatedUnion('kind', [
	z.strictObject({...base, kind: z.literal('organisation')}).readonly(),
	z.strictObject({...base, kind: z.literal('vendor'), service: z.string().optional()}).readonly(),
	DatabaseTarget,
	z
		.strictObject({...base, kind: z.literal('application'), path: z.string().optional(), uses: Ids})
		.readonly(),
	z
		.strictObject({
			...base,
			kind: z.literal('infrastructure'),
			path: z.string().optional(),
			hosts: Ids,
		})
		.readonly(),
	z
		.strictObject({...base, kind: z.literal('backup'), location: z.string().optional(), of: Ids})
		.readonly(),
]);
export type Target = z.infer<typeof Target>;
