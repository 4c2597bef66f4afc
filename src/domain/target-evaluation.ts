import type {LostFile} from './evidence.js';
import type {RunStatus} from './run.js';
import type {Target} from './target.js';

/**
 * Met and not-met of applicable controls, weighted by severity; never shown without the coverage. Applicable leaves out
 * what is optional and unknown: nobody wants it known.
 */
export type Score = {
	readonly met: number;
	readonly notMet: number;
	/** Weighted met / (met + notMet), 0 to 1; undefined when nothing is known. */
	readonly value?: number;
	readonly known: number;
	/** How many of the known ones rest on answers or runs that are older than the profile allows. */
	readonly stale: number;
	readonly applicable: number;
	/** known / applicable, 0 to 1; 0 when nothing applies. */
	readonly coverage: number;
};

/** Questions that wait for an answer, and about how long they take. */
export type Left = {readonly questions: number; readonly seconds: number};

/** One live target, in figures. */
export type TargetEvaluation = {
	readonly target: Target;
	/** Questions that are due, and how many of these are answered. */
	readonly asked: number;
	readonly answered: number;
	/** Due questions without an answer, and about how many seconds they take. */
	readonly left: Left;
	/** Questions that apply and that the profile does not want answered. */
	readonly optional: number;
	/** Due, open, and new since the content was upgraded. */
	readonly fresh: number;
	/** Answers that are kept and count for nothing, because the condition of their question no longer holds. */
	readonly dormant: number;
	/** Controls that are met, and verified by probe. */
	readonly verified: number;
	readonly failing: number;
	readonly criticalFailing: number;
	readonly unknown: number;
	readonly contradictions: number;
	readonly knockOuts: readonly string[];
	readonly score: Score;
	readonly lastRun?: {
		readonly at: string;
		readonly status: RunStatus;
		/** When the newest run that saw anything ended: this one, or one before it; absent where none did. */
		readonly seenAt?: string;
		readonly reason?: string;
		/** Its file cannot be used: it counts as one that saw nothing. */
		readonly lost?: true;
	};
	/** Runs whose files cannot be used, the oldest first. */
	readonly lostRuns?: readonly LostRun[];
	/** Evidence that nothing else stands in for and whose file is not what was put into the vault. */
	readonly lostEvidence?: readonly LostEvidence[];
	/** What runs out next: a certificate, evidence, a waiver. */
	readonly expires?: RunsOut;
	/** What has run out, the oldest first. */
	readonly expired?: readonly RunsOut[];
};

/** A proof that has lost its file, and that no other proof stands in for. */
export type LostEvidence = {
	readonly id: string;
	readonly title: string;
	/** SHA-256, and the name of its file in evidence/. */
	readonly sha256: string;
	readonly lost: LostFile;
	/** The controls of this target that are left without a proof that counts. */
	readonly controls: readonly string[];
};

/** Something that ends on a day (the last on which it holds); negative days have passed. */
export type RunsOut = {readonly what: string; readonly on: string; readonly inDays: number};

/** A probe run whose file is missing or damaged; it counts as a run that saw nothing. */
export type LostRun = {
	/** SHA-256, and the name of its file in runs/. */
	readonly run: string;
	readonly at: string;
	/** What is wrong with the file, in a sentence. */
	readonly what: string;
	/** A complete run of all checks came later, so that nothing is missed. */
	readonly madeUp: boolean;
};
