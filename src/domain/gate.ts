import type {BadWord} from './deviation.js';
import type {Severity} from './severity.js';

/** One thing that `dbvet check` stops at. */
export type GateProblem = {
	readonly kind:
		| 'content'
		| 'failure'
		| 'not-met'
		| 'conflict'
		| 'contradiction'
		| 'unknown'
		| 'stale'
		| 'lost-run'
		| 'lost-evidence'
		| 'age'
		| 'empty'
		| 'baseline'
		| 'deviation';
	readonly severity: Severity;
	/** The record id. */
	readonly id: string;
	readonly text: string;
	/** Of a finding or a control: the same from day to day, also when its target gets another name. */
	readonly key?: string;
	/** Beside a baseline: what became of it since. */
	readonly deviation?: BadWord;
};

/** What was judged: a check, a control, or a rule of the gate itself. */
export type GateRule = {
	/** A check's id, `control/<id>` or `gate/<kind>`: no two rules share one. */
	readonly id: string;
	readonly title: string;
	readonly why: string;
	readonly help: string;
	readonly tag: string;
};

/**
 * `stops`: the gate does not pass. `let-through`: a failure that the threshold or the profile lets through. `accepted`: a failure that a person
 * has accepted, or called wrong. `in-baseline`: it would stop the gate, and an approved baseline holds it. `unknown`: nobody knows, or knew too long ago, and the gate lets it through. `partly`: so it was answered, or so a
 * failing check counts. Only `pass` is a pass.
 */
export type GateVerdict =
	| 'pass'
	| 'stops'
	| 'let-through'
	| 'accepted'
	| 'in-baseline'
	| 'unknown'
	| 'partly'
	| 'not-applicable';

/** One judgement of the record, as the gate sees it. */
export type GateCase = {
	/** Tells this case from all others; the same from run to run, also when its target gets another name. */
	readonly key: string;
	readonly rule: GateRule;
	/** The record id. */
	readonly id: string;
	/** The name of the target, or of what else it is about. */
	readonly target: string;
	/** Of a finding: the endpoint. */
	readonly endpoint?: string;
	readonly severity: Severity;
	readonly verdict: GateVerdict;
	/** What was seen, or why the state is what it is. */
	readonly text: string;
	readonly expected?: string;
	/** What mends a failure, or settles what is unknown. */
	readonly remedy?: string;
	/** Of what is accepted: why. */
	readonly reason?: string;
	/** Beside a baseline, in the words of SARIF 2.1.0 (3.27.24). */
	readonly since?: 'new' | 'unchanged' | 'updated';
};

/** What `dbvet check --baseline` compared with. */
export type GateBaseline = {
	readonly name: string;
	readonly approver: string;
	/** When it was approved, ISO. */
	readonly at: string;
	/** Failures that it holds and that were looked at again and are gone. */
	readonly fixed: readonly GateCase[];
	/** Checks that could be looked at then and cannot be now. */
	readonly unseen: number;
};

/** Everything that a format of `dbvet check` may know. */
export type GateReport = {
	readonly dbvet: string;
	readonly at: string;
	/** Where assessment.json lies, from the folder in which dbvet was started; with `/`, and never above that folder. */
	readonly file: string;
	readonly cases: readonly GateCase[];
	readonly baseline?: GateBaseline;
};
