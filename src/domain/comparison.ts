import type {Assurance, ControlState} from './evaluation.js';
import type {RunsOut} from './target-evaluation.js';
import type {Requirement} from './profile.js';

/** A control that is weighed, or that can rule a vendor out. */
export type Criterion = {
	readonly control: string;
	readonly title: string;
	/** 0 when a weights file says so, or when the control only rules out. */
	readonly weight: number;
	/** Some vendor could be ruled out by it. */
	readonly knockOut: boolean;
	/** The profile in force for one of the vendors asks about it; none is measured by what nobody was asked. */
	readonly asked: boolean;
};

/** One criterion of one vendor. */
export type Compared = {
	readonly control: string;
	readonly state: ControlState;
	readonly assurance: Assurance;
	readonly stale: boolean;
	readonly because: string;
	readonly requirement: Requirement;
	readonly knockOut?: 'applies' | 'depends';
};

/** `too-little-known`: shown with its score, and never first. */
export type Standing = 'ranked' | 'too-little-known' | 'knocked-out';

/** Why a vendor is not ranked although nothing rules it out. */
export type Lack =
	| {readonly kind: 'knock-out-open'; readonly controls: readonly string[]}
	| {readonly kind: 'unknown'; readonly coverage: number}
	| {readonly kind: 'not-applicable'};

export type VendorResult = {
	/** Immutable id. */
	readonly vendor: string;
	readonly name: string;
	readonly standing: Standing;
	/** 1 is first; equal scores share a rank. Only for those that are ranked. */
	readonly rank?: number;
	/** 0 to 100: met counts whole, partly half, everything else nothing. */
	readonly score: number;
	/** The score if everything unknown turned out to be met. */
	readonly possible: number;
	/** Known weight of applicable weight among what the profile asks of any of the vendors, 0 to 1. */
	readonly coverage: number;
	/** Criteria that hold because somebody says so, and for which no valid evidence lies there. */
	readonly onlyClaimed: number;
	/** Criteria that count something: met or partly. */
	readonly counting: number;
	readonly knockedOutBy: readonly string[];
	readonly lacks: readonly Lack[];
	/** What the profile makes mandatory and is not met, or not known; knock-outs as well. */
	readonly openMustHaves: readonly string[];
	readonly expires?: RunsOut;
	readonly expired?: readonly RunsOut[];
	/** In the order of the criteria. */
	readonly cells: readonly Compared[];
};

/** One changed weight and who would be first then. */
export type Shift = {
	readonly control: string;
	readonly title: string;
	readonly from: number;
	readonly to: number;
	/** Ids of the vendors that would be first, several when equal. */
	readonly first: readonly string[];
};

export type Sensitivity = {
	/** `undecided`: nobody is first. `unopposed`: only one is ranked. `tie`: several are first. */
	readonly verdict: 'undecided' | 'unopposed' | 'tie' | 'robust' | 'depends';
	/** Weights that change who is first when set to 0 or doubled. */
	readonly shifts: readonly Shift[];
	/** The smallest change of one weight that changes who is first; absent when none up to the limit does. */
	readonly smallest?: Shift;
	/** Up to which weight was tried. */
	readonly triedUpTo: number;
};

/** Vendors side by side, ordered by standing, rank and name. */
export type Comparison = {
	readonly criteria: readonly Criterion[];
	readonly vendors: readonly VendorResult[];
	/** Ids of who is first: several when equal, none when nobody can be. */
	readonly first: readonly string[];
	/** Ids of those that could still reach the first by what is not known of them. */
	readonly challengers: readonly string[];
	readonly sensitivity: Sensitivity;
	/** All of it in sentences, the recommendation first. */
	readonly sentences: readonly string[];
};
