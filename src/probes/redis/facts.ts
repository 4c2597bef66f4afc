import type {Reason} from '../../domain/outcome.js';
import type {Observed} from '../engine/check.js';
import type {Listing} from '../engine/verdicts.js';
import type {AclUser} from './facts/acl.js';

/** What a server says to a command of somebody who has not logged in. */
export type Admission =
	/** It does what it is told: the user `default` needs no password. */
	| 'let-in'
	/** NOAUTH. */
	| 'auth-required'
	/** DENIED: no password is set, and only the protected mode turns strangers from other machines away. */
	| 'protected';

/** What answers in clear on a port. */
export type ClearAnswer = Admission | 'another-answer' | 'no-redis' | 'nothing-listens';

/** Clients that are alike in what matters here. */
export type ClientGroup = {
	readonly user: string;
	/** The port of the server that they came in by; null where this version does not say, and for Unix sockets. */
	readonly port: number | null;
	readonly from: 'network' | 'loopback' | 'socket';
	/** A replica that copies from this server. */
	readonly replica: boolean;
	readonly count: number;
};

/** The password that dbvet was given, reduced to what may be kept. */
export type OwnPassword = {
	readonly length: number;
	/** It is the name of its user, of the product or of this kind of thing, apart from case. */
	readonly isName: boolean;
};

export type ServerInfo = {
	readonly product: 'redis' | 'valkey';
	/** For example 7.2.5; Redis and Valkey number apart. */
	readonly version: string;
	/** Fields of INFO, texts as they came. */
	readonly fields: Readonly<Record<string, string>>;
};

/** What comes from the server over the one connection that logs in. */
type ServedFacts = {
	/** The user that dbvet is for the server. */
	readonly who: Observed<string>;
	readonly info: Observed<ServerInfo>;
	/** Values of CONFIG GET; never one that may hold a secret. */
	readonly settings: Observed<Readonly<Record<string, string>>>;
	readonly users: Observed<Listing<AclUser>>;
	readonly clients: Observed<Listing<ClientGroup>>;
	/** Of some commands: whether the server knows them under their own name. */
	readonly commands: Observed<Readonly<Record<string, boolean>>>;
};

export type WireFacts = {
	/** TLS is spoken on the declared port. */
	readonly tls: Observed<boolean>;
	readonly anonymous: Observed<Admission>;
	/** A client certificate was shown when `anonymous` was asked. */
	readonly certificateShown: boolean;
	/** What answers in clear on the declared port. */
	readonly clear: Observed<ClearAnswer>;
	/** What answers in clear on the usual port of the same address; null when that is the declared one. */
	readonly beside: Observed<ClearAnswer> | null;
	/** Of an endpoint that is a Unix socket: whether every user of the machine may connect to it; null for a port. */
	readonly socket: {readonly openToAll: Observed<boolean>} | null;
};

/** Everything the checks of this family judge. */
export type RedisFacts = WireFacts &
	ServedFacts & {
		readonly ownPassword: Observed<OwnPassword>;
		/** Users that the target declares for applications and reporting. */
		readonly applications: readonly string[];
		/** The port that the target declares, and the usual one. */
		readonly port: number;
	};

/** The port that Redis and Valkey use without TLS unless told otherwise. */
export const usualPort = 6_379;

/** Redis calls the field redis_mode, Valkey since version 8 server_mode. */
export const isSentinel = ({fields}: ServerInfo): boolean =>
	[fields.redis_mode, fields.server_mode].includes('sentinel');

/** Facts of a server that nobody was let into; what the wire showed is the caller's. */
export const nothingServed = (why: Observed<never>): ServedFacts => ({
	who: why,
	info: why,
	settings: why,
	users: why,
	clients: why,
	commands: why,
});

/** Why the family as a whole could not look; undefined when somebody was let in. */
export const whyBlind = ({who, info}: RedisFacts): Reason | undefined => {
	if (!who.seen) return who.reason;
	return !info.seen && info.reason === 'connection-closed' ? info.reason : undefined;
};
