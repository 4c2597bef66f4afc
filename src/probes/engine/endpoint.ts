import {isIP} from 'node:net';
import type {CheckInfo} from '../../domain/check.js';
import type {Finding} from '../../domain/finding.js';
import type {Reason} from '../../domain/outcome.js';
import type {ProbeRequest} from '../../domain/ports.js';
import {isSocket} from '../../domain/socket-endpoint.js';
import type {Endpoint} from '../../domain/target.js';
import {endpointName} from '../../domain/endpoint-name.js';
import {mostAddresses} from '../../domain/looked-at.js';
import {plainText} from '../../domain/text.js';
import {seen, unseen, type Admission, type Observed} from './check.js';
import {observe, WireFailure, type Connection} from './connection.js';
import type {Deadline} from './deadline.js';
import {
	before,
	createDialler,
	defaultLifeMs,
	lookupByNode,
	type Dialled,
	type Lookup,
} from './dial.js';
import {examine} from './examine.js';
import {createExchange} from './exchange.js';
import {createLoginBoard} from './login-board.js';
import {shareOf, type CollectContext, type Family} from './family.js';
import {unknownFinding} from './findings.js';
import {judgeOverSocket, listeningOf, splitAtSocket} from './over-socket.js';
import {secretInTime} from './secret-in-time.js';
import type {Trust} from './trust.js';

/** A family and those of its checks that were asked for on this endpoint. */
export type Assignment = {readonly family: Family; readonly wanted: readonly CheckInfo[]};

export type EndpointResult = {
	readonly endpoint: Endpoint;
	/** Why it could not be reached at all; undefined when it could. */
	readonly unreachable?: Reason;
	/** Why a family could not look although the endpoint was reached, one for each such family. */
	readonly blind?: readonly Reason[];
	readonly connections: number;
	readonly facts: Readonly<Record<string, unknown>>;
	readonly findings: readonly Finding[];
};

type EndpointTools = {
	readonly request: ProbeRequest;
	readonly trust: Trust;
	readonly deadline: Deadline;
	readonly now: string;
	readonly lookup?: Lookup;
	/** Called when everything was looked at; resolves when it is this target's turn to be judged. */
	readonly looked: () => Promise<void>;
};

const unreachableText: Partial<Record<Reason, string>> = {
	'name-not-resolved': 'The name does not lead to an address',
	'connection-refused': 'Nothing listens there: the connection was refused',
	'connection-timeout': 'No answer to the attempt to connect (is a firewall in between?)',
	'connection-closed': 'The connection broke while it was made',
	'timed-out': 'The time for this target was over before a connection was made',
	cancelled: 'Stopped before a connection was made',
	offline: 'dbvet was told to open no connection',
};

const sentenceOf = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;

/** The findings of an endpoint that was not looked at, one for each check. */
export const unreached = (
	endpoint: Endpoint,
	assignments: readonly Assignment[],
	reason: Reason,
	request: ProbeRequest,
	detail = unreachableText[reason] ?? `Not reached: ${reason}`,
): EndpointResult => {
	const place = {endpoint: endpointName(endpoint), platform: request.target.platform};
	return {
		endpoint,
		unreachable: reason,
		connections: 0,
		facts: {},
		findings: assignments.flatMap(({wanted}) =>
			wanted.map(check => unknownFinding(check, reason, detail, place)),
		),
	};
};

const reportFindings = (request: ProbeRequest, findings: readonly Finding[]): void => {
	for (const finding of findings)
		request.onEvent?.({kind: 'finding', target: request.target.id, finding});
};

/**
 * Looks at one endpoint with all families. The first connection is made here, to learn whether the endpoint can be
 * reached at all, and is then handed to the family that dials first.
 */
export const probeEndpoint = async (
	endpoint: Endpoint,
	assignments: readonly Assignment[],
	tools: EndpointTools,
): Promise<EndpointResult> => {
	const {request, deadline, trust, now} = tools;
	const dialler = createDialler(endpoint, deadline, tools.lookup);
	const first = await dialler.dial();
	const lookUp = tools.lookup ?? lookupByNode;
	let spare: Dialled | undefined = first.seen ? first.value : undefined;
	const board = createLoginBoard(first.seen && assignments.some(({family}) => family.logsIn));
	const contextFor = (assignment: Assignment, address?: string): CollectContext => {
		const {family, wanted} = assignment;
		const ids = new Set(wanted.map(check => check.id));
		const agreed = request.siblingPorts === true;
		const share = shareOf(family, request.target.engine) + (agreed ? family.beside : 0);
		let left = share;
		return {
			target: request.target,
			endpoint,
			now,
			trust,
			options: {
				allowUnverified: request.allowUnverified,
				plaintextTest: request.plaintextTest,
				siblingPorts: agreed,
			},
			wants: (...checks) => checks.some(check => ids.has(check)),
			secret: secretInTime(request, deadline),
			dial: ({lifeMs = defaultLifeMs, port} = {}): Promise<Observed<Connection>> => {
				if (left === 0)
					return Promise.resolve(
						unseen('limit-exceeded', {
							detail: `the ${share} connections of this probe are used up; dbvet probe NAME --only CHECK leaves enough for one check`,
						}),
					);
				left -= 1;
				const ready = spare;
				if (ready === undefined || port !== undefined || address !== undefined)
					return dialler.dial(lifeMs, {
						...(port === undefined ? {} : {port}),
						...(address === undefined ? {} : {address}),
					});
				spare = undefined;
				ready.rearm(lifeMs);
				return Promise.resolve(seen(ready));
			},
			at: other => contextFor(assignment, other),
			// The scanner logs in at the address that is looked at; what it heard there says nothing of another.
			tellLogin: address === undefined ? board.tell : () => undefined,
			hearLogin: () =>
				address === undefined
					? before(deadline, board.heard).catch(() => undefined)
					: Promise.resolve(undefined),
			reach: dialler.reach,
			resolve: host =>
				observe(async () => {
					if (isIP(host) !== 0) return seen([host]);
					const addresses = await before(
						deadline,
						lookUp(host).catch(() => {
							throw new WireFailure('name-not-resolved');
						}),
					);
					return seen(addresses.slice(0, mostAddresses));
				}),
			connectionsLeft: () => left,
			remainingMs: deadline.remainingMs,
			stopped: deadline.reason,
			signal: deadline.signal,
			step: text =>
				request.onEvent?.({kind: 'step', target: request.target.id, text: plainText(text, 120)}),
		};
	};
	const judge = {
		now,
		thresholds: request.thresholds,
		...(request.target.platform === undefined ? {} : {platform: request.target.platform}),
	};
	const place = {endpoint: endpointName(endpoint), platform: request.target.platform};
	// Where nothing answers only those look who have something to say of that.
	const {inside, network: onTheWay} = splitAtSocket(endpoint, assignments);
	const onSocket = isSocket(endpoint);
	const able = first.seen
		? inside
		: assignments.filter(({family}) => family.evenUnreached && !onSocket);
	const exchange = createExchange<Admission>(able.length);
	const looked = (): Promise<void> => {
		dialler.closeAll();
		return tools.looked();
	};
	try {
		const examinations = await Promise.all(
			able.map(async assignment => {
				const {family, wanted} = assignment;
				const result = await examine(family, wanted, contextFor(assignment), {
					judge,
					place,
					deadline,
					exchange,
					looked,
				});
				reportFindings(request, result.findings);
				return result;
			}),
		);
		await looked();
		const kept = first.seen
			? undefined
			: unreached(
					endpoint,
					assignments.filter(one => !able.includes(one)),
					first.reason,
					request,
					// What is wrong with a path is known better than that nobody answers.
					onSocket && first.detail !== undefined ? sentenceOf(first.detail) : undefined,
				);
		if (kept !== undefined) reportFindings(request, kept.findings);
		const network = dialler.network();
		const way = judgeOverSocket(
			first.seen ? onTheWay : [],
			endpoint,
			request.target.endpoints,
			listeningOf(
				endpoint,
				examinations.flatMap(({listening}) => listening ?? []),
			),
			place,
		);
		reportFindings(request, way);
		return {
			endpoint,
			...(kept?.unreachable === undefined ? {} : {unreachable: kept.unreachable}),
			connections: dialler.opened(),
			facts: Object.assign(
				network === undefined ? {} : {network},
				...examinations.map(({facts}) => facts),
			) as Record<string, unknown>,
			findings: [
				...(kept?.findings ?? []),
				...examinations.flatMap(({findings}) => findings),
				...way,
			],
			blind: examinations.flatMap(({blind}) => blind ?? []),
		};
	} finally {
		dialler.closeAll();
	}
};
