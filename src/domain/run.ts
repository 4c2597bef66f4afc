import * as z from 'zod';
import {Finding} from './finding.js';
import {Instant, Slug} from './id.js';
import {Reason} from './outcome.js';
import {Engine} from './target.js';

export const RunStatus = z.enum(['complete', 'partial', 'unreachable']);
export type RunStatus = z.infer<typeof RunStatus>;

/** What one probe of one target saw. */
export const TargetReport = z
	.strictObject({
		target: z.string(),
		engine: Engine,
		status: RunStatus,
		reason: Reason.optional(),
		startedAt: Instant,
		finishedAt: Instant,
		durationMs: z.number(),
		/** TCP connections opened, all endpoints together. */
		connections: z.int(),
		endpoints: z
			.array(
				z
					.strictObject({
						role: z.string(),
						host: z.string(),
						port: z.int(),
						facts: z.record(z.string(), z.unknown()).readonly(),
					})
					.readonly(),
			)
			.readonly(),
		findings: z.array(Finding).readonly(),
		/** The checks that were asked for, when not all of them were. */
		only: z.array(z.string()).readonly().optional(),
	})
	.readonly();
export type TargetReport = z.infer<typeof TargetReport>;

/** A report as it lies in runs/ by content hash; `target` is the immutable id here. */
export const ProbeRun = z
	.strictObject({
		schema: z.literal('dbvet/probe-run@1'),
		dbvet: z.string(),
		/** The thresholds of the profiles in force, by which it was judged; absent in what an earlier dbvet recorded. */
		thresholds: z.record(Slug, z.number()).readonly().optional(),
		report: TargetReport,
	})
	.readonly();
export type ProbeRun = z.infer<typeof ProbeRun>;

/** A run of the record under its hash. */
export type RecordedRun = ProbeRun & {
	readonly sha256: string;
	/** ISO instant that stands for `finishedAt` in the order of runs, where the clock went backwards between them. */
	readonly order?: string;
	/** Its file cannot be used: what is wrong with it, in words. The run then counts as one that saw nothing. */
	readonly lost?: string;
};
