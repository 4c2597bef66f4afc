import type {Severity} from './severity.js';

const rank: Readonly<Record<Severity, number>> = {critical: 4, high: 3, medium: 2, low: 1, info: 0};

/** True when `severity` is as bad as `threshold`, or worse. */
export const atLeast = (severity: Severity, threshold: Severity): boolean =>
	rank[severity] >= rank[threshold];

/** Sorts the worst first; for `Array.prototype.sort`. */
export const bySeverity = (a: Severity, b: Severity): number => rank[b] - rank[a];

/** The weight of a severity in the score: 4 for critical down to 0 for info. */
export const severityWeight = (severity: Severity): number => rank[severity];
