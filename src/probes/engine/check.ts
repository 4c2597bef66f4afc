import type {CheckInfo} from '../../domain/check.js';
import type {Finding} from '../../domain/finding.js';
import type {Reason} from '../../domain/outcome.js';
import type {Severity} from '../../domain/severity.js';
import type {Platform} from '../../domain/platform.js';

/**
 * A fact that was looked for: seen, or not seen with the reason and, where one exists, the grant that would show it.
 * A collector never leaves a fact out and never puts a default in its place.
 */
export type Observed<T> =
	| {readonly seen: true; readonly value: T; readonly source?: string}
	| {
			readonly seen: false;
			readonly reason: Reason;
			readonly detail?: string;
			readonly grant?: string;
			/** The message that told so, for example an SQLSTATE. */
			readonly source?: string;
	  };

export const seen = <T>(value: T, source?: string): Observed<T> =>
	source === undefined ? {seen: true, value} : {seen: true, value, source};

export const unseen = (
	reason: Reason,
	more: {readonly detail?: string; readonly grant?: string; readonly source?: string} = {},
): {
	readonly seen: false;
	readonly reason: Reason;
	readonly detail?: string;
	readonly grant?: string;
	readonly source?: string;
} => ({
	seen: false,
	reason,
	...more,
});

/** How a server answered a user that asked to be let in, as one family saw it on the wire; the judges of all may use it. */
export type Admission = {
	readonly user: string;
	readonly database: string;
	/** Over TLS, or without it, as the server itself sees it. */
	readonly way: 'tls' | 'plain' | 'socket';
	/** True when no proof was asked for; false when the server went on to ask for one. */
	readonly withoutProof: boolean;
};

/** What a judge may know besides the facts. */
export type JudgeContext = {
	/** ISO instant. */
	readonly now: string;
	readonly thresholds: Readonly<Record<string, number>>;
	readonly platform?: Platform;
	/** Whom this endpoint let in, or asked for a proof, in the same run. */
	readonly admitted?: readonly Admission[];
};

/** A judge's word on one object; the engine adds check, endpoint, title, expected remediation. */
export type Verdict = Pick<Finding, 'outcome' | 'observed' | 'expected'> & {
	readonly object?: string;
	/** Only where it differs from the check's own severity. */
	readonly severity?: Severity;
	readonly reason?: Reason;
	readonly grant?: string;
	/** Only where it is told more precisely than by the check's own; of what was not seen the message that said so. */
	readonly source?: string;
	/** Only where the general remediation of the check does not fit. */
	readonly remediation?: string;
};

/**
 * One check: its definition, a pure judge, and examples that one contract test runs. At least one healthy example must
 * pass, each defective one must fail, each blind one must be unknown with a reason.
 */
export type Check<Facts> = CheckInfo & {
	readonly judge: (facts: Facts, context: JudgeContext) => readonly Verdict[];
	/** Where products show it in different ways: `source` for the one that was met. */
	readonly sourceIn?: (facts: Facts) => string | undefined;
	readonly examples: {
		readonly healthy: readonly Facts[];
		readonly defective: readonly Facts[];
		readonly blind: readonly Facts[];
		/** Facts for which the check does not apply; must give `not-applicable`. */
		readonly notApplicable?: readonly Facts[];
	};
};
