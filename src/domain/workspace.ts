import * as z from 'zod';
import {Answer, Resolution, Waiver} from './answer.js';
import {Baseline} from './baseline.js';
import {Evidence} from './evidence.js';
import {Day, Instant, Name, Sha256, Slug} from './id.js';
import {RiskDecision} from './risk.js';
import {RunStatus} from './run.js';
import {Target} from './target.js';

export const Settings = z
	.strictObject({
		/** Shown on every document. */
		organisation: z.string().min(1).max(120),
		profiles: z.array(z.string()).min(1).readonly(),
		preparedBy: z.string().max(120).optional(),
		confidentiality: z.string().max(60).default('Confidential'),
		/** Ids of the frameworks that documents refer to; without it, those that are cited by default. */
		frameworks: z.array(z.string()).min(1).readonly().optional(),
		createdAt: Instant,
	})
	.readonly();
export type Settings = z.infer<typeof Settings>;

/** What the state keeps of a probe run; all facts and findings lie in runs/ under its hash. */
export const RunReference = z
	.strictObject({
		target: z.string(),
		sha256: Sha256,
		startedAt: Instant,
		finishedAt: Instant,
		/**
		 * Where it stands among the runs of its target, if not at `finishedAt`: the clock then was behind a run that was known
		 * already. What was recorded later was seen later, whatever a clock said.
		 */
		order: Instant.optional(),
		status: RunStatus,
		by: z.string(),
	})
	.readonly();
export type RunReference = z.infer<typeof RunReference>;

/** A person's mark on a question: ask me later, or assigned to somebody. */
export const Mark = z
	.strictObject({
		target: z.string(),
		question: z.string(),
		later: z.boolean().default(false),
		assignee: Name.optional(),
	})
	.readonly();
export type Mark = z.infer<typeof Mark>;

/**
 * Which questions the record has met: all of them when it began, later those that an upgrade of the content added. With
 * it a question that came later is told from one that was merely never answered, also after assessment.json was deleted.
 */
export const KnownContent = z
	.strictObject({
		/** Version of the content. */
		version: Sha256,
		/** The day of the first change under this content (UTC). */
		on: Day,
		/** True for the content that the record began with. */
		first: z.boolean(),
		/** Ids that no earlier content had. */
		questions: z.array(Slug).readonly(),
	})
	.readonly();
export type KnownContent = z.infer<typeof KnownContent>;

/**
 * The collections of the record. A change in history is (kind, key) -> value; the state is the last value of each.
 * Keys: settings `workspace`; target its id; answer, suggestion and mark `target/question`; resolution `target/control`;
 * decision `target/risk`; content its version; evidence, waiver their id; run its SHA-256;
 * baseline its name.
 */
export const collections = {
	settings: Settings,
	target: Target,
	answer: Answer,
	evidence: Evidence,
	waiver: Waiver,
	resolution: Resolution,
	decision: RiskDecision,
	run: RunReference,
	mark: Mark,
	content: KnownContent,
	baseline: Baseline,
	suggestion: Answer,
} as const;

export type ChangeKind = keyof typeof collections;
export type ValueOf<K extends ChangeKind> = z.infer<(typeof collections)[K]>;

/** One change; a null value removes the key. */
export type Change = {
	readonly [K in ChangeKind]: {
		readonly kind: K;
		readonly key: string;
		readonly after: ValueOf<K> | null;
	};
}[ChangeKind];

const table = <T extends z.ZodType>(value: T) => z.record(z.string(), value).readonly();

/** The present state of a workspace, as assessment.json holds it. */
export const WorkspaceState = z
	.strictObject({
		settings: Settings,
		targets: table(Target),
		answers: table(Answer),
		evidence: table(Evidence),
		waivers: table(Waiver),
		resolutions: table(Resolution),
		decisions: table(RiskDecision),
		runs: table(RunReference),
		marks: table(Mark),
		/** Absent in a record that was begun before dbvet kept it. */
		contents: table(KnownContent).optional(),
		/** Absent until the first is approved. */
		baselines: table(Baseline).optional(),
		/** What was answered in the workspace that this one was rolled forward from: it claims nothing until it is confirmed. */
		suggestions: table(Answer).optional(),
	})
	.readonly();
export type WorkspaceState = z.infer<typeof WorkspaceState>;
