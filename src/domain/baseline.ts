import * as z from 'zod';
import {Instant, Name, Sha256, Slug} from './id.js';
import {Requirement} from './profile.js';
import {Severity} from './severity.js';

const mark = z.literal(true).optional();

/** A control as it stood when somebody approved it. */
const FrozenControl = z
	.strictObject({
		state: z.enum(['met', 'partly', 'not-met', 'not-applicable', 'unknown', 'contradicted']),
		assurance: z.enum(['none', 'claimed', 'documented', 'verified']),
		requirement: Requirement,
		stale: mark,
		/** It is not met, and all failures behind that were accepted. */
		waived: mark,
		/** Contradicted, and a person had settled it with a reason. */
		settled: mark,
	})
	.readonly();
export type FrozenControl = z.infer<typeof FrozenControl>;

/** A failing finding as it stood. */
const FrozenFailure = z
	.strictObject({
		check: Slug,
		endpoint: z.string(),
		object: z.string().optional(),
		severity: Severity,
		/** Accepted then: by this waiver, or as wrong or out of scope. */
		accepted: z.union([z.literal('settled'), z.string().regex(/^w-[0-9a-f]{10}$/)]).optional(),
	})
	.readonly();
export type FrozenFailure = z.infer<typeof FrozenFailure>;

const FrozenWaiver = z
	.strictObject({
		id: z.string(),
		approver: z.string(),
		until: z.string(),
		standing: z.enum(['holds', 'expired', 'one-person']),
	})
	.readonly();

/** Everything of one target that a baseline holds. */
const FrozenTarget = z
	.strictObject({
		/** Its name then; the id tells which target it is. */
		name: Name,
		/** The probe runs that its findings rest on, as files in runs/. */
		runs: z.array(Sha256).readonly(),
		controls: z.record(z.string(), FrozenControl).readonly(),
		failures: z.array(FrozenFailure).readonly(),
		/** By endpoint: the checks that could be looked at, all of them with a conclusion that was recent enough. */
		seen: z.record(z.string(), z.array(z.string()).readonly()).readonly(),
		/** By question: the beginning of the SHA-256 of the value, which tells a changed answer without repeating it. */
		answers: z.record(z.string(), z.string().regex(/^[0-9a-f]{16}$/)).readonly(),
		waivers: z.array(FrozenWaiver).readonly(),
	})
	.readonly();
export type FrozenTarget = z.infer<typeof FrozenTarget>;

/** The live targets of a state by their ids, without what no comparison needs. */
export type Frozen = Readonly<Record<string, FrozenTarget>>;

/** An approved snapshot. It is never changed: another state is another baseline. */
export const Baseline = z
	.strictObject({
		name: Name,
		note: z.string().min(1).max(20_000).optional(),
		approver: z.string().min(1),
		/** Who recorded it. */
		by: z.string(),
		at: Instant,
		/** Where it stands among the baselines, if not at `at`: the clock then was behind one that was known already. */
		order: Instant.optional(),
		/** DBVET_NOW had fixed the clock. */
		fixedClock: mark,
		/** Who wrote what was approved: answers, evidence, accepted failures and risks, settled contradictions. */
		authors: z.array(z.string()).readonly(),
		dbvet: z.string(),
		/** Version of the content. */
		content: z.string(),
		profiles: z.array(z.string()).readonly(),
		known: z.int().min(0),
		applicable: z.int().min(0),
		/** It was approved for the targets that it holds, and says nothing of others. */
		partial: mark,
		targets: z.record(z.string(), FrozenTarget).readonly(),
	})
	.readonly();
export type Baseline = z.infer<typeof Baseline>;

const placeOf = ({order, at}: Baseline): string => order ?? at;

/** The baselines, the last approved last. */
export const inOrderOfApproval = (
	baselines: Readonly<Record<string, Baseline>> = {},
): readonly Baseline[] =>
	Object.values(baselines).sort(
		(a, b) => Date.parse(placeOf(a)) - Date.parse(placeOf(b)) || (a.name < b.name ? -1 : 1),
	);

/** The instant under which a baseline approved now comes after all that are known; undefined where `now` itself does. */
export const orderAfter = (
	baselines: Readonly<Record<string, Baseline>> | undefined,
	now: string,
): string | undefined => {
	const last = inOrderOfApproval(baselines).at(-1);
	if (last === undefined || Date.parse(placeOf(last)) < Date.parse(now)) return undefined;
	return new Date(Date.parse(placeOf(last)) + 1).toISOString();
};
