import type {ApprovalStanding} from './approval.js';
import type {Answer, Failure, Resolution, Waiver} from './answer.js';
import type {Control, CheckRole, Reference} from './control.js';
import type {KeptEvidence} from './evidence.js';
import type {Finding} from './finding.js';
import type {ContentGaps} from './content-gaps.js';
import type {Overruled} from './implied-facts.js';
import type {OpenConflict} from './open-conflict.js';
import type {Requirement} from './profile.js';
import type {Claim, ClaimOrNothing} from './question.js';
import type {RiskDecision, RiskLevel, RiskScenario} from './risk.js';
import type {Severity} from './severity.js';
import type {Left, Score, TargetEvaluation} from './target-evaluation.js';
import type {TargetKind} from './target.js';

export type ControlState =
	'met' | 'partly' | 'not-met' | 'not-applicable' | 'unknown' | 'contradicted';
export type Assurance = 'none' | 'claimed' | 'documented' | 'verified';

/** A finding as it counts today, with what happened around it. */
export type CurrentFinding = Finding & {
	/** `target/check`, and `target/check/object` where it has one: the record id printed beside it. */
	readonly id: string;
	readonly target: string;
	readonly targetName: string;
	/** The run that saw it (SHA-256) and when it ended. */
	readonly run: string;
	readonly at: string;
	/** Older than the profile's maximum age for runs. */
	readonly stale: boolean;
	/** A later run that could not look: the last conclusive finding stays, and this stands beside it. */
	readonly failedAttempt?: {
		readonly at: string;
		readonly reason: string;
		readonly observed: string;
	};
	/** In force today; an expired one is absent here and the failure counts again. */
	readonly waiver?: Waiver;
	/** Judged by limits that the profiles in force set otherwise: a pass by them is unknown now, a failure stays. */
	readonly otherLimits?: readonly OtherLimit[];
	readonly controls: readonly string[];
};

/** A limit by which a probe judged, beside the one in force. */
export type OtherLimit = {
	/** The name of the threshold; its unit is in the name. */
	readonly threshold: string;
	/** Absent where no profile set one, so that dbvet's own was taken; `unrecorded` where the run does not tell. */
	readonly judgedBy?: number | 'unrecorded';
	/** Absent where no profile in force sets one. */
	readonly wanted?: number;
};

/** One question of one target. */
export type QuestionEvaluation = {
	readonly target: string;
	readonly question: string;
	readonly questionnaire: string;
	readonly section: string;
	readonly control?: string;
	/** Asked today: the control applies and the condition holds. */
	readonly asked: boolean;
	/** Asked, and the profile wants an answer: what the queue holds and progress counts. Others can still be answered. */
	readonly due: boolean;
	/** Due and open, and not among the questions that the record knew before the content was upgraded. */
	readonly isNew: boolean;
	/** Answered, but its condition has turned false: kept, claims nothing. */
	readonly dormant: boolean;
	readonly answer?: Answer;
	readonly claim: ClaimOrNothing;
	/** It asks about another answer and never claims anything by itself. */
	readonly followUp?: true;
	/** "Partly" was to hold until this day, which has passed: the claim is "not met" now. */
	readonly lapsed?: string;
	/** Why the answer says what it says, in one sentence (option meaning, threshold). */
	readonly meaning?: string;
	/** The answer about a scoping fact counts as another one. */
	readonly overruled?: Overruled;
	/**
	 * What people answered without knowing of each other, where it differs; null: taken away. The least favourable claim counts, and
	 * `answer` is only one of them.
	 */
	readonly versions?: readonly (Answer | null)[];
	readonly stale: boolean;
	/** Which numbers or days the profiles in force count as met and as partly; absent where there is no limit. */
	readonly limit?: string;
};

export type EvidenceView = KeptEvidence & {
	/** The last day on which it convinces: its own date, or sooner where its kind ages faster. */
	readonly until: string;
	readonly expired: boolean;
	/** It speaks of a day that has not come. */
	readonly notYet: boolean;
	/** The control that it stands beside accepts its kind. */
	readonly accepted: boolean;
	/** The control accepts something stronger. */
	readonly weaker: boolean;
	/** Why it does not count, or counts less, in words: "expired on 2026-11-21", "a screenshot: weaker than an export". */
	readonly remarks: readonly string[];
	/** It was added before the answers that it stands beside were last given: they may be about something else now. */
	readonly olderThanAnswer: boolean;
};

export type Contradiction = {
	/** `target/control`, by the target's present name. */
	readonly id: string;
	readonly target: string;
	readonly targetName: string;
	readonly control: string;
	readonly title: string;
	readonly severity: Severity;
	/** "prod: you answered 'yes' ..., the probe saw ...", one sentence without markup. */
	readonly text: string;
	readonly answers: readonly QuestionEvaluation[];
	readonly failures: readonly CurrentFinding[];
	/** Present and in force: settled for now. */
	readonly resolution?: Resolution;
	/** A resolution that no longer holds, and why (expired, answer changed, new failure). */
	readonly reopened?: string;
};

export type ControlEvaluation = {
	/** `target/control`, by the target's present name: the record id printed beside a state. */
	readonly id: string;
	readonly target: string;
	readonly targetName: string;
	readonly kind: TargetKind;
	readonly control: string;
	readonly definition: Control;
	readonly questionnaire: string;
	readonly section: string;
	readonly requirement: Requirement;
	/** What it counts in a comparison of vendors under the profiles in force. */
	readonly weight?: number;
	/** Failing rules the vendor out: `applies` under the known facts, `depends` while a fact that decides is not known. */
	readonly knockOut?: 'applies' | 'depends';
	readonly state: ControlState;
	/** One sentence: why this state. */
	readonly because: string;
	readonly assurance: Assurance;
	readonly stale: boolean;
	/** How well the state was known before what it rests on grew too old: one step above `assurance`; absent unless stale. */
	readonly agedFrom?: Assurance;
	/** All failures behind a not-met state are waived; the state stays not-met. */
	readonly waived: boolean;
	readonly claim?: Claim;
	readonly observation?: Claim;
	readonly questions: readonly QuestionEvaluation[];
	readonly findings: readonly (CurrentFinding & {readonly role: CheckRole})[];
	/** Checks of the catalogue that bear on it and that this dbvet cannot run yet. */
	readonly planned: readonly string[];
	readonly evidence: readonly EvidenceView[];
	readonly contradiction?: Contradiction;
	/** Grants or answers that would settle an unknown state or raise the assurance. */
	readonly settledBy: readonly string[];
	/** The claim is worse than what was observed. */
	readonly askAgain: boolean;
	readonly references: readonly Reference[];
	/** The newest instant the state rests on. */
	readonly since?: string;
};

export type RiskEvaluation = {
	/** `target/risk`. */
	readonly id: string;
	readonly target: string;
	readonly targetName: string;
	readonly risk: string;
	readonly definition: RiskScenario;
	readonly inherent: RiskScore;
	/** What is left if the answers are believed. */
	readonly claimed: RiskScore;
	/** What is left counting only what was verified by probes or documented. */
	readonly verified: RiskScore;
	readonly treatments: readonly {
		readonly controls: readonly {
			readonly id: string;
			readonly state: ControlState;
			readonly assurance: Assurance;
			/** As of the control: how well it was known before that grew too old. */
			readonly agedFrom?: Assurance;
		}[];
		readonly lowers: 'likelihood' | 'impact';
		readonly by: number;
		readonly why: string;
		/** It counts in `claimed`, in `verified`. */
		readonly countsAsClaimed: boolean;
		readonly countsAsVerified: boolean;
	}[];
	readonly decision?: RiskDecision;
	/** Of a decision to accept: whether it counts. */
	readonly standing?: ApprovalStanding;
	/** A waiver or an acceptance covers part of it. */
	readonly accepted: boolean;
};

export type RiskScore = {
	readonly likelihood: number;
	readonly impact: number;
	readonly level: RiskLevel;
};

/** What to do next, in order of risk reduced. */
export type NextStep = {
	readonly kind:
		'conflict' | 'contradiction' | 'failure' | 'question' | 'probe' | 'expiry' | 'stale' | 'target';
	readonly target?: string;
	readonly targetName?: string;
	readonly control?: string;
	readonly question?: string;
	/** Id of the failing finding that it speaks of, where no control counts that. */
	readonly finding?: string;
	/** Id of the conflict that it speaks of. */
	readonly conflict?: string;
	readonly severity: Severity;
	/** One sentence a person can act on. */
	readonly text: string;
};

/** The one value that every screen, document, export and gate reads. */
export type Evaluation = ContentGaps & {
	readonly at: string;
	readonly organisation: string;
	readonly profiles: readonly string[];
	readonly targets: readonly TargetEvaluation[];
	readonly questions: readonly QuestionEvaluation[];
	readonly controls: readonly ControlEvaluation[];
	readonly findings: readonly CurrentFinding[];
	readonly contradictions: readonly Contradiction[];
	readonly risks: readonly RiskEvaluation[];
	readonly waivers: readonly (Waiver & {
		readonly targetName: string;
		readonly standing: ApprovalStanding;
		readonly stillFails: readonly Failure[];
	})[];
	readonly evidence: readonly (EvidenceView & {readonly targets: readonly string[]})[];
	readonly score: Score;
	readonly left: Left;
	readonly next: readonly NextStep[];
	/** What people changed without knowing of each other, and nobody has settled; absent where there is nothing. */
	readonly conflicts?: readonly OpenConflict[];
};
