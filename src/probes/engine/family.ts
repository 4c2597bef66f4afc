import type {CheckInfo} from '../../domain/check.js';
import type {Reason} from '../../domain/outcome.js';
import type {DatabaseTarget, Endpoint, Engine, Identity} from '../../domain/target.js';
import type {Admission, Check, Observed} from './check.js';
import type {Connection} from './connection.js';
import type {Reach} from './dial.js';
import type {LoginAnswer} from './login-board.js';
import type {TcpListening} from './over-socket.js';
import type {Trust} from './trust.js';

/** What the engine hands to a collector: everything it may know and the only way to reach the endpoint. */
export type CollectContext = {
	readonly target: DatabaseTarget;
	readonly endpoint: Endpoint;
	/** ISO instant of the start of the probe. */
	readonly now: string;
	/** The CA, pin and client certificate of the target, read once; or why they could not be read. */
	readonly trust: Trust;
	readonly options: {
		readonly allowUnverified: boolean;
		readonly plaintextTest: boolean;
		/** The owner agreed that other ports of the machine are knocked at. */
		readonly siblingPorts: boolean;
	};
	/** True when at least one of these checks was asked for: a collector skips what nobody asked for. */
	readonly wants: (...checks: readonly string[]) => boolean;
	/** The password of an identity, asked for only when it is about to be sent; undefined when there is none. */
	readonly secret: (identity: Identity) => Promise<string | undefined>;
	/**
	 * Opens a connection to the one address that the endpoint's name led to, or to its Unix socket. Counts against the family's share of
	 * the connection budget (`limit-exceeded` when it is used up). The connection is closed by the engine after `lifeMs`
	 * (default 4 s), at the target's deadline, on cancel and when the collector returns, whichever comes first. With
	 * `port` it goes to another port of the same address, which the product uses by itself beside the declared one.
	 */
	readonly dial: (options?: {
		readonly lifeMs?: number;
		readonly port?: number;
	}) => Promise<Observed<Connection>>;
	/** The same for another address of the endpoint's name, with a share of the connection budget of its own. */
	readonly at: (address: string) => CollectContext;
	/** Leaves what the server said to the scanner that logs in; the first word counts, and undefined is that there is none. */
	readonly tellLogin: (answer: LoginAnswer | undefined) => void;
	/** What the server said to the scanner that logs in on this endpoint in the same run; undefined where nobody does. */
	readonly hearLogin: () => Promise<LoginAnswer | undefined>;
	/** Where the endpoint's name led and which addresses were tried by the first connection. */
	readonly reach: () => Reach;
	/** Looks up the addresses of another name of the same target, without a connection. */
	readonly resolve: (host: string) => Promise<Observed<readonly string[]>>;
	/** How many connections the family may still open on this endpoint. */
	readonly connectionsLeft: () => number;
	/** Milliseconds until the target's deadline, never negative. */
	readonly remainingMs: () => number;
	/** `timed-out` or `cancelled` once the probe is to end: return what is known so far. */
	readonly stopped: () => Reason | undefined;
	/** Aborted at the deadline or on cancel. */
	readonly signal: AbortSignal;
	/** Tells the person what happens, in a few words. */
	readonly step: (text: string) => void;
};

/** A number of connections, the same for every engine or one for each. */
type Share = number | Readonly<Record<Engine, number>>;

/** A probe family: collects typed facts once per endpoint, and its checks judge them. */
export type FamilyDefinition<Facts> = {
	readonly id: string;
	readonly engines: readonly Engine[];
	/** The most connections it opens on one endpoint; all families of an engine together at most `connectionBudget`. */
	readonly connections: Share;
	/**
	 * Connections to other ports of the machine, beside the budget of the endpoint: none without the owner's consent, and then
	 * the family runs only where one of its checks is asked for by name, to say so.
	 */
	readonly beside?: number;
	/** A check may name fewer engines than its family. */
	readonly checks: readonly Check<Facts>[];
	/** It logs in as the scanner and tells what the server said to it. */
	readonly logsIn?: boolean;
	/** It has something to say of an endpoint to which no connection could be made. */
	readonly evenUnreached?: boolean;
	/**
	 * Looks at one endpoint. Resolves even when nothing could be seen: every fact is then unseen with its reason.
	 * Whatever it throws is a bug and becomes an `error` finding of each of its checks.
	 */
	readonly collect: (context: CollectContext) => Promise<Facts>;
	/**
	 * Why the family as a whole could not look, for example because the login was refused; undefined when it could. A
	 * single fact that was denied is no such reason. It makes the run a partial one.
	 */
	readonly blind?: (facts: Facts) => Reason | undefined;
	/**
	 * The checks, or all of them, that concern the way over a network: on a Unix socket the engine judges them, and a family
	 * with no other checks does not look.
	 */
	readonly overNetwork?: 'all' | readonly string[];
	/** Of these, the checks of logins: what else is seen of logins proves them without a network too. */
	readonly alsoOfLogins?: readonly string[];
	/** Where the server listens over TCP, as it says itself: decides whether a socket is the only way in. */
	readonly listening?: (facts: Facts) => Observed<TcpListening>;
	/** Whom the endpoint let in, or asked for a proof: handed to the judges of the other families too. */
	readonly admitted?: (facts: Facts) => readonly Admission[];
	/** The part of the facts that the report keeps, free of secrets; all of them when absent. */
	readonly report?: (facts: Facts) => Readonly<Record<string, unknown>>;
};

/** A family whose type of facts is its own business. */
export type Family = {
	readonly id: string;
	readonly engines: readonly Engine[];
	readonly connections: Share;
	readonly beside: number;
	readonly checks: readonly CheckInfo[];
	readonly logsIn: boolean;
	readonly evenUnreached: boolean;
	/** Whether a check concerns the way over a network. */
	readonly isOverNetwork: (check: string) => boolean;
	/** Hands the definition with its type of facts to a function that works for any. */
	readonly open: <R>(work: <Facts>(definition: FamilyDefinition<Facts>) => R) => R;
};

/** The most connections that a family opens on an endpoint of an engine. */
export const shareOf = ({connections}: Pick<Family, 'connections'>, engine: Engine): number =>
	typeof connections === 'number' ? connections : connections[engine];

/** The most connections that all families together open on one endpoint of a target. */
export const connectionBudget = 12;

const overNetwork = (
	{overNetwork: which}: Pick<FamilyDefinition<never>, 'overNetwork'>,
	check: string,
): boolean => which === 'all' || which?.includes(check) === true;

const infoOf = <Facts>(
	{judge: _judge, examples: _examples, sourceIn: _sourceIn, ...info}: Check<Facts>,
	family: FamilyDefinition<Facts>,
): CheckInfo => ({
	engines: family.engines,
	...info,
	...(overNetwork(family, info.id) && family.alsoOfLogins?.includes(info.id) !== true
		? {network: true}
		: {}),
});

/** Makes a family from its definition. */
export const defineFamily = <Facts>(definition: FamilyDefinition<Facts>): Family => ({
	id: definition.id,
	engines: definition.engines,
	connections: definition.connections,
	beside: definition.beside ?? 0,
	logsIn: definition.logsIn === true,
	evenUnreached: definition.evenUnreached === true,
	isOverNetwork: check => overNetwork(definition, check),
	checks: definition.checks.map(check => infoOf(check, definition)),
	open: work => work(definition),
});
