import {lookup as systemLookup} from 'node:dns/promises';
import {createConnection, isIP, type Socket} from 'node:net';
import type {Reason} from '../../domain/outcome.js';
import {mostAddresses, type NameFacts} from '../../domain/looked-at.js';
import {isSocket} from '../../domain/socket-endpoint.js';
import type {Endpoint} from '../../domain/target.js';
import type {Observed} from './check.js';
import {seen, unseen} from './check.js';
import {observe, WireFailure, type Connection} from './connection.js';
import type {Deadline} from './deadline.js';
import {socketFailure} from './dial-socket.js';

/** Resolves a name to IP addresses, most preferred first; rejects when it cannot. */
export type Lookup = (host: string) => Promise<readonly string[]>;

export const lookupByNode: Lookup = async host =>
	(await systemLookup(host, {all: true})).map(({address}) => address);

/** How long a connection lives unless told otherwise: some round trips around the world, and a slow handshake. */
export const defaultLifeMs = 4_000;
/** A name may lead to many addresses; the first that answers is the one that is looked at. */
const maxAddresses = 4;

/** The reason for an error code of node:net. */
const socketReason = (code: unknown): Reason => {
	if (code === 'ECONNREFUSED') return 'connection-refused';
	if (code === 'ETIMEDOUT' || code === 'EHOSTUNREACH' || code === 'ENETUNREACH')
		return 'connection-timeout';
	return 'connection-closed';
};

const codeOf = (error: unknown): string =>
	error instanceof Error && 'code' in error ? String(error.code) : '';

/** A connection whose time of life can be set anew, when it is handed on. */
export type Dialled = Connection & {readonly rearm: (lifeMs: number) => void};

/** Where the name led, and which of the addresses answered so far; what was not tried is not among the attempts. */
export type Reach = {
	readonly addresses: Observed<readonly string[]>;
	/** The one that accepted the first connection and is looked at. */
	readonly lookedAt?: string;
	readonly attempts: readonly {readonly address: string; readonly answer: Observed<true>}[];
};

/** Another place than the one that is looked at. */
type Beside = {readonly port?: number; readonly address?: string};

/** Opens the connections of one endpoint, all to the same address, and counts them. */
type Dialler = {
	/** A port beside that of the endpoint is dialled on the same address; so is another address of the name, on the same port. */
	readonly dial: (lifeMs?: number, beside?: Beside) => Promise<Observed<Dialled>>;
	/** Connections that were established so far. */
	readonly opened: () => number;
	/** What the name led to and which address is looked at; undefined for an address, and before a connection was made. */
	readonly network: () => NameFacts | undefined;
	readonly reach: () => Reach;
	readonly closeAll: () => void;
};

const guard = (socket: Socket, deadline: Deadline, lifeMs: number): Dialled => {
	let failure: WireFailure | undefined;
	const end = (why: WireFailure): void => {
		failure ??= why;
		socket.destroy();
	};
	const stop = (): void => end(new WireFailure(deadline.reason() ?? 'cancelled'));
	const arm = (ms: number): NodeJS.Timeout =>
		setTimeout(() => end(new WireFailure('timed-out', `not done after ${Math.round(ms)} ms`)), ms);
	let timer = arm(lifeMs);
	deadline.signal.addEventListener('abort', stop, {once: true});
	socket.on('error', error => {
		failure ??= new WireFailure(socketReason(codeOf(error)), codeOf(error));
	});
	socket.once('close', () => {
		clearTimeout(timer);
		deadline.signal.removeEventListener('abort', stop);
	});
	return {
		socket,
		localAddress: socket.localAddress ?? '',
		failure: () => failure,
		close: () => socket.destroy(),
		rearm: ms => {
			clearTimeout(timer);
			if (!socket.destroyed) timer = arm(ms);
		},
	};
};

/** An address and a port, or the path of a Unix socket. */
type Place = {readonly host: string; readonly port: number} | {readonly path: string};

const open = (place: Place, deadline: Deadline, lifeMs: number): Promise<Socket> =>
	new Promise((resolve, reject) => {
		const socket = createConnection('path' in place ? place : {...place, noDelay: true});
		const settle = (act: () => void): void => {
			clearTimeout(timer);
			deadline.signal.removeEventListener('abort', stop);
			socket.off('error', fail);
			act();
		};
		const give = (why: WireFailure): void =>
			settle(() => {
				socket.on('error', () => undefined);
				socket.destroy();
				reject(why);
			});
		const fail = (error: Error): void => {
			const code = codeOf(error);
			if (!('path' in place)) give(new WireFailure(socketReason(code), code));
			else void socketFailure(place.path, code).then(give);
		};
		const stop = (): void => give(new WireFailure(deadline.reason() ?? 'cancelled'));
		const timer = setTimeout(() => give(new WireFailure('connection-timeout')), lifeMs);
		deadline.signal.addEventListener('abort', stop, {once: true});
		socket.once('error', fail);
		socket.once('connect', () => settle(() => resolve(socket)));
	});

/** Resolves to what `work` gives, or rejects at the deadline: for waits that cannot be called off. */
export const before = <T>(deadline: Deadline, work: Promise<T>): Promise<T> =>
	new Promise((resolve, reject) => {
		const stop = (): void => reject(new WireFailure(deadline.reason() ?? 'cancelled'));
		deadline.signal.addEventListener('abort', stop, {once: true});
		work.then(resolve, reject).finally(() => deadline.signal.removeEventListener('abort', stop));
	});

/**
 * Makes the dialler of an endpoint. The name is resolved once, and the first address that accepts a connection serves
 * all later ones, so that all facts are of one server. Errors become reasons; nothing is thrown for what a peer does.
 */
export const createDialler = (
	{host, port}: Pick<Endpoint, 'host' | 'port'>,
	deadline: Deadline,
	lookup: Lookup = lookupByNode,
): Dialler => {
	const alive = new Set<Connection>();
	let opened = 0;
	let chosen: string | undefined;
	let found: readonly string[] = [];
	let resolved: Observed<readonly string[]> = unseen('cancelled', {detail: 'not looked up'});
	const attempts = new Map<string, Observed<true>>();

	const resolveName = async (): Promise<readonly string[]> => {
		if (isIP(host) !== 0 || isSocket({host})) {
			resolved = seen([host]);
			return [host];
		}
		const addresses = await before(
			deadline,
			lookup(host).catch((error: unknown) => {
				resolved = unseen('name-not-resolved', {detail: codeOf(error)});
				throw new WireFailure('name-not-resolved', codeOf(error));
			}),
		);
		resolved = unseen('name-not-resolved');
		if (addresses.length === 0) throw new WireFailure('name-not-resolved');
		found = [...new Set(addresses)];
		resolved = seen(found.slice(0, mostAddresses));
		return found.slice(0, maxAddresses);
	};

	const placeAt = (address: string, beside: Beside): Place => {
		if (!isSocket({host})) return {host: address, port: beside.port ?? port};
		if (beside.port === undefined) return {path: host};
		throw new WireFailure('client-cannot-offer', 'a Unix socket has no other port');
	};

	const connect = async (lifeMs: number, beside: Beside): Promise<Dialled> => {
		const isOwn = beside.port === undefined && beside.address === undefined;
		const own = beside.address ?? chosen;
		let last = new WireFailure('connection-closed');
		for (const address of own === undefined ? await resolveName() : [own]) {
			if (deadline.reason() !== undefined) break;
			try {
				const socket = await open(
					placeAt(address, beside),
					deadline,
					Math.min(lifeMs, deadline.remainingMs()),
				);
				if (isOwn) {
					chosen = address;
					attempts.set(address, seen(true));
				}
				opened += 1;
				// The deadline ends it by itself, and gives its own reason.
				const connection = guard(socket, deadline, lifeMs);
				alive.add(connection);
				socket.once('close', () => alive.delete(connection));
				return connection;
			} catch (error) {
				if (!(error instanceof WireFailure)) throw error;
				last = error;
				if (isOwn && !attempts.has(address)) attempts.set(address, unseen(error.reason));
			}
		}
		throw deadline.reason() === undefined
			? last
			: new WireFailure(deadline.reason() ?? 'cancelled');
	};

	return {
		dial: (lifeMs, beside = {}) =>
			observe(async () => seen(await connect(lifeMs ?? defaultLifeMs, beside))),
		opened: () => opened,
		network: () =>
			chosen === undefined || found.length === 0
				? undefined
				: {addresses: found.slice(0, mostAddresses), count: found.length, lookedAt: chosen},
		reach: () => ({
			addresses: resolved,
			...(chosen === undefined ? {} : {lookedAt: chosen}),
			attempts: [...attempts].map(([address, answer]) => ({address, answer})),
		}),
		closeAll: () => {
			for (const connection of alive) connection.close();
		},
	};
};
