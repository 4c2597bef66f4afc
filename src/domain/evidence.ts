import * as z from 'zod';
import {Day, Instant, Sha256, Slug} from './id.js';

/**
 * How close a proof is to the thing itself. The first five are steps, each stronger than the one before; an attestation and
 * an agreement stand beside them, because they prove something else. docs/evidence.md explains the words.
 */
export const EvidenceStrength = z.enum([
	'statement',
	'screenshot',
	'record',
	'export',
	're-performed',
	'attestation',
	'agreement',
]);
export type EvidenceStrength = z.infer<typeof EvidenceStrength>;

/** A row of evidence/catalog.yaml: a kind of proof, and how to judge one. Which controls accept it, the controls say. */
export const EvidenceKind = z
	.strictObject({
		id: Slug,
		title: z.string().max(110),
		strength: EvidenceStrength,
		/** Who makes it: on whose word it rests. */
		issuer: z.string(),
		obtain: z.string(),
		/** Points to go through when it is in hand, each one sentence. */
		check: z.array(z.string()).min(1).readonly(),
		redFlags: z.array(z.string()).min(1).readonly(),
		/** How long it convinces, counted from its effective date. */
		validDays: z.int().min(1).optional(),
		/** Kinds that it may stand in for, as the weaker one: it is accepted wherever one of them is. */
		inPlaceOf: z.array(Slug).readonly().default([]),
	})
	.readonly();
export type EvidenceKind = z.infer<typeof EvidenceKind>;

/** An artifact in the vault with the three dates that matter. */
export const Evidence = z
	.strictObject({
		/** `e-` and the first 10 hex digits of its SHA-256, made longer when two collide. */
		id: z.string().regex(/^e-[0-9a-f]{10,64}$/),
		sha256: Sha256,
		bytes: z.int().min(0),
		fileName: z.string(),
		title: z.string(),
		kind: Slug.optional(),
		links: z
			.array(z.strictObject({target: z.string(), control: Slug}).readonly())
			.min(1)
			.readonly(),
		/** The last day of the period it speaks of. */
		effective: Day,
		collected: Day,
		validUntil: Day,
		note: z.string().optional(),
		/**
		 * `text`: it was looked through for secrets before it was kept. `binary`: nobody looked into it. Absent in records from
		 * before dbvet looked.
		 */
		screened: z.enum(['text', 'binary']).optional(),
		/** Secrets that were taken out, by kind, with their first lines: then a redacted copy is what is kept. */
		redacted: z
			.array(
				z
					.strictObject({
						kind: z.string(),
						count: z.int().min(1),
						lines: z.array(z.int().min(1)).readonly(),
					})
					.readonly(),
			)
			.readonly()
			.optional(),
		by: z.string(),
		at: Instant,
	})
	.readonly();
export type Evidence = z.infer<typeof Evidence>;

/** What became of the file of an artifact, where it is not what was put into the vault. */
export type LostFile = 'missing' | 'changed' | 'unreadable';

/** Evidence of the record, with what is wrong with its file. One that has lost its file proves nothing. */
export type KeptEvidence = Evidence & {readonly lost?: LostFile};

/** What is wrong with the file, as the end of a sentence that begins with it. */
export const lostFileWords: Readonly<Record<LostFile, string>> = {
	missing: 'is no longer in the vault',
	changed: 'was changed after it was added',
	unreadable: 'cannot be read',
};
