import type {CheckInfo} from '../domain/check.js';
import type {Control} from '../domain/control.js';
import type {CurrentFinding} from '../domain/evaluation.js';
import type {Claim} from '../domain/question.js';
import {atLeast} from '../domain/severity.js';
import {endpointName, type Target} from '../domain/target.js';
import {byText, unique} from './order.js';

export type Observation = {
	/** Absent where nothing was settled. */
	readonly verdict?: Claim;
	/** What the verdict stands on: the failures, or the findings of all required checks. */
	readonly basis: readonly CurrentFinding[];
	/** Failing required and refuting checks at low or above. */
	readonly failures: readonly CurrentFinding[];
	/** Required checks that are not settled: never attempted, not known to this dbvet, or not able to look everywhere. */
	readonly open: readonly string[];
};

type Settled = 'passed' | 'not-applicable' | 'open';

/**
 * What the probes say about one control of one target. A failure decides at once; the control is proven only when every
 * required check has passed, on each endpoint (scope `endpoint`) or on one (scope `server`). A failure of severity
 * info refutes nothing and proves nothing. `unknown`, `error` and "not run" are never a verdict.
 * @param findings current findings of the target, by check
 */
export const observe = (
	control: Control,
	target: Target,
	findings: ReadonlyMap<string, readonly CurrentFinding[]>,
	checks: ReadonlyMap<string, CheckInfo>,
): Observation => {
	const of = (check: string) => findings.get(check) ?? [];
	const failures = unique(control.checks.filter(c => c.role !== 'informs').map(c => c.check))
		.flatMap(of)
		.filter(f => f.outcome === 'fail' && atLeast(f.severity, 'low'));
	const required = unique(control.checks.filter(c => c.role === 'required').map(c => c.check));
	const results = required.map(check => ({
		check,
		settled: settle(of(check), checks.get(check), endpointsOf(target)),
	}));
	const open = results.filter(r => r.settled === 'open').map(r => r.check);
	if (failures.length > 0) return {verdict: control.failingMeans, basis: failures, failures, open};
	if (required.length === 0 || open.length > 0) return {basis: [], failures, open};
	const passed = results.some(r => r.settled === 'passed');
	return {
		verdict: passed ? 'met' : 'not-applicable',
		basis: required.flatMap(of),
		failures,
		open,
	};
};

/** Present endpoints by name; undefined for targets that have none. */
const endpointsOf = (target: Target): readonly string[] | undefined =>
	target.kind === 'database' ? unique(target.endpoints.map(endpointName)) : undefined;

const settle = (
	findings: readonly CurrentFinding[],
	check: CheckInfo | undefined,
	endpoints: readonly string[] | undefined,
): Settled => {
	if (check === undefined || findings.length === 0) return 'open';
	// What is left of failures here is of severity info: no verdict, but no pass of the server either.
	if (findings.some(f => f.outcome === 'fail')) return 'open';
	const places = endpoints ?? unique(findings.map(f => f.endpoint)).toSorted(byText);
	const results = places.map(endpoint => settleOne(findings.filter(f => f.endpoint === endpoint)));
	const counted = check.scope === 'server' ? results.filter(r => r !== 'open') : results;
	if (counted.length === 0 || counted.includes('open')) return 'open';
	return counted.includes('passed') ? 'passed' : 'not-applicable';
};

const settleOne = (findings: readonly CurrentFinding[]): Settled => {
	if (findings.length === 0) return 'open';
	if (!findings.every(f => f.outcome === 'pass' || f.outcome === 'not-applicable')) return 'open';
	return findings.some(f => f.outcome === 'pass') ? 'passed' : 'not-applicable';
};
