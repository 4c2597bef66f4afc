import {isIP} from 'node:net';
import {isSocket} from '../../domain/socket-endpoint.js';
import type {DatabaseTarget, Endpoint} from '../../domain/target.js';
import {kindOf, type Kind} from '../engine/address-kind.js';
import {seen, unseen, type Observed} from '../engine/check.js';
import type {CollectContext} from '../engine/family.js';

export type Address = {readonly address: string; readonly kind: Kind};

/** What is known of how one endpoint can be reached, seen from the machine that dbvet runs on. */
export type ExposureFacts = {
	readonly host: string;
	/** The endpoint is given by an address and not by a name. */
	readonly byAddress: boolean;
	readonly role: Endpoint['role'];
	/** What the target says should be; null where it says nothing. */
	readonly expect: NonNullable<DatabaseTarget['expect']> | null;
	readonly addresses: Observed<readonly Address[]>;
	/** The resolver knows the name: false only when it said that there is none. */
	readonly known: Observed<boolean>;
	/** Those addresses that were tried, and whether they answered. */
	readonly attempts: readonly (Address & {readonly answer: Observed<true>})[];
	/** The addresses of the primary, for a replica; null for others. */
	readonly primary: Observed<readonly Address[]> | null;
};

const placed = (addresses: Observed<readonly string[]>): Observed<readonly Address[]> =>
	addresses.seen
		? seen(addresses.value.map(address => ({address, kind: kindOf(address)})))
		: addresses;

/** ENOTFOUND is the answer that there is no such name; any other failure is no answer. */
const isKnown = (addresses: Observed<readonly string[]>): Observed<boolean> => {
	if (addresses.seen) return seen(true);
	return addresses.reason === 'name-not-resolved' && addresses.detail === 'ENOTFOUND'
		? seen(false)
		: addresses;
};

/** Puts together what the first connection already showed; opens none of its own. One name is looked up for a replica. */
export const collectExposure = async (context: CollectContext): Promise<ExposureFacts> => {
	const {endpoint, target} = context;
	const {addresses, attempts} = context.reach();
	const primary = target.endpoints.find(one => one.role === 'primary' && !isSocket(one));
	return {
		host: endpoint.host,
		byAddress: isIP(endpoint.host) !== 0,
		role: endpoint.role,
		expect: target.expect ?? null,
		addresses: placed(addresses),
		known: isKnown(addresses),
		attempts: attempts.map(({address, answer}) => ({address, kind: kindOf(address), answer})),
		primary:
			endpoint.role !== 'replica'
				? null
				: primary !== undefined
					? placed(await context.resolve(primary.host))
					: target.endpoints.some(({role}) => role === 'primary')
						? unseen('address-not-declared', {
								detail: 'of the primary only the Unix socket is declared, and no address',
							})
						: null,
	};
};
