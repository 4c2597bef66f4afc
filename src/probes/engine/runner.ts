import {readFile as readFileByNode} from 'node:fs/promises';
import type {Clock, ProbeRequest, ProbeRunner} from '../../domain/ports.js';
import type {Reason} from '../../domain/outcome.js';
import type {RunStatus, TargetReport} from '../../domain/run.js';
import {nodesOf} from '../../domain/socket-endpoint.js';
import type {Endpoint} from '../../domain/target.js';
import {startDeadline} from './deadline.js';
import type {Lookup} from './dial.js';
import {probeEndpoint, unreached, type Assignment, type EndpointResult} from './endpoint.js';
import type {Family} from './family.js';
import {createMeeting} from './meeting.js';
import {loadTrust, type ReadFile} from './trust.js';

type RunnerParts = {
	readonly families: readonly Family[];
	readonly clock: Clock;
	/** Reads the files of the verification policy; node:fs unless given. */
	readonly readFile?: ReadFile;
	/** Resolves names; the system's resolver unless given. */
	readonly lookup?: Lookup;
};

const assign = (
	families: readonly Family[],
	request: ProbeRequest,
	endpoint: Endpoint,
): readonly Assignment[] => {
	const {target, only} = request;
	// A pooler stands before a server that is looked at through another endpoint, unless it is the only way in; and a server
	// that is looked at over its socket is looked at from inside once.
	const nodes = nodesOf(target.endpoints);
	const seesServer = nodes.length === 0 || nodes.includes(endpoint);
	return families
		.filter(({engines}) => engines.includes(target.engine))
		.filter(({beside}) => beside === 0 || request.siblingPorts === true || only !== undefined)
		.map(family => ({
			family,
			wanted: family.checks.filter(
				({id, scope, engines}) =>
					(only === undefined || only.includes(id)) &&
					(scope === 'endpoint' || seesServer) &&
					engines?.includes(target.engine) !== false,
			),
		}))
		.filter(({wanted}) => wanted.length > 0);
};

/**
 * A run is complete when every family could look at every endpoint, however many single checks were denied. A family that
 * could not look at all, for example because nobody was let in, makes it partial: its checks are not seen, not fine.
 */
const statusOf = (
	results: readonly EndpointResult[],
	stopped: Reason | undefined,
): {readonly status: RunStatus; readonly reason?: Reason} => {
	const reasons = results.flatMap(({unreachable}) => unreachable ?? []);
	const [first] = reasons;
	if (first !== undefined && reasons.length === results.length)
		return {status: 'unreachable', reason: first};
	const reason = stopped ?? first ?? results.flatMap(({blind}) => blind ?? [])[0];
	return reason === undefined ? {status: 'complete'} : {status: 'partial', reason};
};

/**
 * Builds the runner that looks at database targets. `probe` rejects for nothing that a server does; the report lists
 * endpoints in the target's order and findings in the families' order.
 */
export const createProbeRunner = ({
	families,
	clock,
	readFile = readFileByNode,
	lookup,
}: RunnerParts): ProbeRunner => ({
	probe: async request => {
		const {target, onEvent} = request;
		const startedAt = clock().toISOString();
		onEvent?.({kind: 'started', target: target.id});
		const deadline = startDeadline(request.timeoutMs, request.signal);
		try {
			const trust = await loadTrust(target.verification, readFile);
			let end: {reason: Reason | undefined; at: Date; ms: number} | undefined;
			const meeting = createMeeting(target.endpoints.length, async () => {
				end = {reason: deadline.reason(), at: clock(), ms: deadline.elapsedMs()};
				await request.turn?.();
			});
			const results = await Promise.all(
				target.endpoints.map(async endpoint => {
					const looked = meeting();
					const assignments = assign(families, request, endpoint);
					const reason = request.offline ? 'offline' : deadline.reason();
					if (reason !== undefined || assignments.length === 0) await looked();
					if (reason !== undefined) return unreached(endpoint, assignments, reason, request);
					if (assignments.length === 0) return {endpoint, connections: 0, facts: {}, findings: []};
					return probeEndpoint(endpoint, assignments, {
						request,
						trust,
						deadline,
						now: startedAt,
						looked,
						...(lookup === undefined ? {} : {lookup}),
					});
				}),
			);
			const looked = families.some(({engines}) => engines.includes(target.engine));
			const outcome = looked
				? statusOf(results, end?.reason)
				: {status: 'partial' as const, reason: 'unsupported-version' as const};
			const report: TargetReport = {
				target: target.id,
				engine: target.engine,
				...outcome,
				startedAt,
				finishedAt: (end?.at ?? clock()).toISOString(),
				durationMs: Math.round(end?.ms ?? deadline.elapsedMs()),
				connections: results.reduce((sum, {connections}) => sum + connections, 0),
				endpoints: results.map(({endpoint, facts}) => ({...endpoint, facts})),
				findings: results.flatMap(({findings}) => findings),
				...(request.only === undefined ? {} : {only: request.only}),
			};
			onEvent?.({kind: 'finished', target: target.id, report});
			return report;
		} finally {
			deadline.release();
		}
	},
});
