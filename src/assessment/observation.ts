import type {CheckInfo} from '../domain/check.js';
import type {Control} from '../domain/control.js';
import type {CurrentFinding} from '../domain/evaluation.js';
import type {Claim} from '../domain/question.js';
import {atLeast} from '../domain/severity-order.js';
import type {Target} from '../domain/target.js';
import {endpointName} from '../domain/endpoint-name.js';
import {isSocket, nodesOf} from '../domain/socket-endpoint.js';
import {byText, unique} from './order.js';
import {isOvertaken} from './other-limits.js';

export type Observation = {
	/** Absent where nothing was settled. */
	readonly verdict?: Claim;
	/** What the verdict stands on: the failures, or the findings of all required checks. */
	readonly basis: readonly CurrentFinding[];
	/** Failing required and refuting checks at low or above. */
	readonly failures: readonly CurrentFinding[];
	/** Required checks that are not settled: never attempted, not known to this dbvet, or not able to look everywhere. */
	readonly open: readonly string[];
	/** Passes of required checks that count no longer, because they were judged by other limits than those in force. */
	readonly overtaken: readonly CurrentFinding[];
};

type Settled = 'passed' | 'not-applicable' | 'open';

/**
 * What the probes say about one control of one target. A failure decides at once; the control is proven only when every
 * required check has passed, on each endpoint (scope `endpoint`), on each that is no pooler (`node`) or on one (`server`). A failure of severity
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
		settled: settle(of(check), checks.get(check), target),
	}));
	const open = results.filter(r => r.settled === 'open').map(r => r.check);
	const overtaken = open.flatMap(of).filter(isOvertaken);
	const rest = {failures, open, overtaken};
	if (failures.length > 0) return {verdict: control.failingMeans, basis: failures, ...rest};
	if (required.length === 0 || open.length > 0) return {basis: [], ...rest};
	const passed =
		results.some(r => r.settled === 'passed') && !isWithoutNetwork(results, target, checks);
	return {
		verdict: passed ? 'met' : 'not-applicable',
		basis: required.flatMap(of),
		...rest,
	};
};

/**
 * On a target that is nothing but Unix sockets no way over a network could be looked at: a control that is about one does not
 * apply, and what else its other checks pass proves nothing of it.
 */
const isWithoutNetwork = (
	results: readonly {readonly check: string; readonly settled: Settled}[],
	target: Target,
	checks: ReadonlyMap<string, CheckInfo>,
): boolean =>
	target.kind === 'database' &&
	target.endpoints.every(isSocket) &&
	results.some(
		({check, settled}) => settled === 'not-applicable' && checks.get(check)?.network === true,
	);

/**
 * Present endpoints at which a check must be settled, by name; undefined for targets that have none. A pooler is no node
 * of its own, unless it is the only way in, and neither is the TCP address of a server that is looked at over its socket.
 */
const endpointsOf = (target: Target, {scope}: CheckInfo): readonly string[] | undefined => {
	if (target.kind !== 'database') return undefined;
	const nodes = nodesOf(target.endpoints);
	return unique(
		(scope === 'node' && nodes.length > 0 ? nodes : target.endpoints).map(endpointName),
	);
};

const settle = (
	findings: readonly CurrentFinding[],
	check: CheckInfo | undefined,
	target: Target,
): Settled => {
	if (check === undefined || findings.length === 0) return 'open';
	const places =
		endpointsOf(target, check) ?? unique(findings.map(f => f.endpoint)).toSorted(byText);
	const seen = places.map(endpoint => findings.filter(f => f.endpoint === endpoint));
	if (seen.some(here => here.some(isFailure) && settleOne(here) === 'open')) return 'open';
	const results = seen.map(settleOne);
	const counted = check.scope === 'server' ? results.filter(r => r !== 'open') : results;
	if (counted.length === 0 || counted.includes('open')) return 'open';
	return counted.includes('passed') ? 'passed' : 'not-applicable';
};

const isFailure = (finding: CurrentFinding): boolean => finding.outcome === 'fail';

/**
 * One endpoint. Failures of severity info (the others were a verdict already) are remarks about single objects: beside
 * passes they say nothing about the control, alone they leave it open.
 */
const settleOne = (findings: readonly CurrentFinding[]): Settled => {
	const telling = findings.filter(f => !isFailure(f));
	if (telling.length === 0) return 'open';
	if (!telling.every(f => f.outcome === 'pass' || f.outcome === 'not-applicable')) return 'open';
	return telling.some(f => f.outcome === 'pass') ? 'passed' : 'not-applicable';
};
