import type {FrozenControl, FrozenFailure} from './baseline.js';
import type {Severity} from './severity.js';

/** What became of a thing since a baseline was approved. */
export const deviationWords = ['new', 'worse', 'expired', 're-answered', 'fixed'] as const;
export type DeviationWord = (typeof deviationWords)[number];

/** Those that the gate stops at. */
export type BadWord = 'new' | 'worse' | 'expired';
export const isBad = (word: DeviationWord): word is BadWord =>
	word === 'new' || word === 'worse' || word === 'expired';

/** One thing that is not as it was approved. */
export type Deviation = {
	readonly word: DeviationWord;
	/** The same from day to day, also when the target gets another name; as the keys of `GateCase`. */
	readonly key: string;
	/** The record id, by the target's present name. */
	readonly id: string;
	readonly target: string;
	readonly targetName: string;
	readonly severity: Severity;
	/** What it is about, and what it was and is. */
	readonly title: string;
	readonly text: string;
	/** Of a control: the keys of deviating findings that already say it. */
	readonly saidBy: readonly string[];
} & (
	| {readonly kind: 'finding'; readonly then?: FrozenFailure; readonly now?: FrozenFailure}
	| {readonly kind: 'control'; readonly then?: FrozenControl; readonly now: FrozenControl}
	| {readonly kind: 'answer'; readonly then?: string; readonly now?: string}
);

/** A check that could be looked at when the baseline was approved and cannot now: neither fixed nor as it was. */
export type Unseen = {
	readonly target: string;
	readonly targetName: string;
	readonly endpoint: string;
	readonly check: string;
	/** Failures then, of which nobody knows whether they are still there. */
	readonly failures: number;
	readonly text: string;
};

/** What deviates from a baseline, and what cannot be compared. */
export type BaselineDiff = {
	readonly deviations: readonly Deviation[];
	readonly unseen: readonly Unseen[];
	/** Verified by probe then, and only claimed or documented now. */
	readonly unverified: readonly string[];
	/** Targets of the baseline that are no longer assessed, by their names then. */
	readonly gone: readonly string[];
	/** Targets that the baseline does not hold. */
	readonly added: readonly string[];
	/** What was there when it was approved and still is. */
	readonly kept: {
		readonly failures: number;
		/** Controls that are not met, only partly, contradicted, or mandatory and not known. */
		readonly controls: number;
	};
};
