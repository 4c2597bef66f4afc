import type {CheckInfo} from '../../domain/check.js';
import {endpointName} from '../../domain/endpoint-name.js';
import type {Finding} from '../../domain/finding.js';
import {isSocket} from '../../domain/socket-endpoint.js';
import type {Endpoint} from '../../domain/target.js';
import {seen, unseen, type Observed} from './check.js';
import {findingOf, type Place} from './findings.js';
import {notApplicable, unknown} from './verdicts.js';

type Part = {
	readonly family: {readonly isOverNetwork: (check: string) => boolean};
	readonly wanted: readonly CheckInfo[];
};

/** What is left to the families on a Unix socket, and the checks that concern the way over a network. */
export const splitAtSocket = <P extends Part>(
	endpoint: Endpoint,
	parts: readonly P[],
): {readonly inside: readonly P[]; readonly network: readonly CheckInfo[]} => {
	if (!isSocket(endpoint)) return {inside: parts, network: []};
	const network = parts.flatMap(({family, wanted}) =>
		wanted.filter(({id}) => family.isOverNetwork(id)),
	);
	const inside = parts
		.map(one => ({...one, wanted: one.wanted.filter(check => !network.includes(check))}))
		.filter(({wanted}) => wanted.length > 0);
	return {inside, network};
};

/** Where a server listens for clients over TCP, as it says itself; an empty list is that it does not. */
export type TcpListening = {
	readonly addresses: readonly string[];
	/** The settings that say so, for a person: `listen_addresses is empty`. */
	readonly shown: string;
};

const notAsked = unseen('cancelled', {
	detail:
		'whether the server listens over TCP as well was not looked at, because no check that logs in was asked for',
});

const ofPooler = unseen('address-not-declared', {
	detail: 'whether the pooler listens over TCP as well cannot be seen over its socket',
});

/** What the families that log in told of the listening of this endpoint's server; a pooler is not the server. */
export const listeningOf = (
	{role}: Pick<Endpoint, 'role'>,
	told: readonly Observed<TcpListening>[],
): Observed<TcpListening> => {
	if (role === 'pooler') return ofPooler;
	return told.find(({seen: was}) => was) ?? told[0] ?? notAsked;
};

/** The TCP address of the same server among the endpoints of the target. Of several replicas nobody can tell which is which. */
const declared = (endpoint: Endpoint, all: readonly Endpoint[]): Endpoint | undefined =>
	endpoint.role === 'primary'
		? all.find(other => other.role === 'primary' && !isSocket(other))
		: undefined;

/**
 * Judges what concerns the way over a network for an endpoint that is a Unix socket. Nothing goes over a network there, so
 * that it never passes: it does not apply where the server has no other way in, or where that is an endpoint of its own, and
 * is unknown where the server listens over TCP at an address that nobody declared.
 */
export const judgeOverSocket = (
	checks: readonly CheckInfo[],
	endpoint: Endpoint,
	all: readonly Endpoint[],
	listening: Observed<TcpListening>,
	place: Place,
): readonly Finding[] => {
	const other = declared(endpoint, all);
	const none =
		other !== undefined
			? `A Unix socket: nothing goes over a network. The server’s address ${endpointName(other)} is judged on its own`
			: listening.seen && listening.value.addresses.length === 0
				? `A Unix socket, and the server listens on nothing else (${listening.value.shown}): nothing goes over a network`
				: undefined;
	const why = listening.seen
		? unseen('address-not-declared', {
				detail: `The server listens over TCP too (${listening.value.shown}), where nobody looked: declare that address, in the URL beside --socket PATH`,
			})
		: listening;
	const next =
		endpoint.role === 'primary'
			? 'Declare the server’s address too: dbvet target add NAME with its URL, HOST and PORT in it, and --socket PATH.'
			: 'Declare the TCP address as a target of its own: dbvet target add NAME URL.';
	return checks.map(check =>
		findingOf(
			check,
			none === undefined
				? unknown(why, check.question, {remediation: next})
				: notApplicable(none, check.question),
			place,
		),
	);
};

/** Listening as a collector tells it. */
export const listensOn = (addresses: readonly string[], shown: string): Observed<TcpListening> =>
	seen({addresses, shown});
