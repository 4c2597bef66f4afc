import * as z from 'zod';
import type {Release} from '../../engine/mysql-releases.js';
import type {Platform} from '../../../domain/platform.js';
import {flag, whole} from './values.js';

/** Who looks, and at what. */
export const Observer = z
	.strictObject({
		/** For example 8.4.13, or 10.11.19-MariaDB-0+deb12u1. */
		version: z.string(),
		comment: z.string(),
		/** The account that the login was matched with: `user@host`, the host perhaps a pattern. */
		account: z.string(),
		hostname: z.string(),
		/** Null and the empty text mean different things in the two products, and SHOW VARIABLES blurs them. */
		secureFilePriv: z.string().nullable(),
	})
	.readonly();

export type Observer = z.infer<typeof Observer> & {
	readonly product: 'mysql' | 'mariadb';
	/** Undefined for a version text that dbvet cannot read. */
	readonly release?: Release;
	/** The certificate's subject, and whether it was verified. */
	readonly peer: {readonly verified: boolean; readonly why: string; readonly subject: string};
};

/** Server variables by name, in lower case. */
export type Variables = Readonly<Record<string, string>>;
export const Variable = z.strictObject({Variable_name: z.string(), Value: z.string().nullable()});

/** What the server says of this very session. */
export type OwnSession = {readonly cipher: string; readonly version: string};

/** Names that only a provider's servers have. */
export type Provider = {
	readonly platform?: Platform;
	readonly signs: readonly string[];
};

export const Plugin = z
	.strictObject({name: z.string(), status: z.string(), type: z.string()})
	.readonly();
export type Plugin = z.infer<typeof Plugin>;

export const SessionGroup = z
	.strictObject({
		user: z.string(),
		address: z.string(),
		/** TCP/IP, SSL/TLS, Socket, Named Pipe or Shared Memory; null where the server does not say. */
		transport: z.string().nullable(),
		sessions: whole,
	})
	.readonly();
export type SessionGroup = z.infer<typeof SessionGroup>;

/** One replication channel of a replica, reduced to what is judged. */
export type Replication = {
	readonly channel: string;
	readonly source: string;
	readonly tls: boolean;
	readonly verifies: boolean;
	/** Yes, No, Connecting or Preparing, as the server words it. */
	readonly receiver: string;
	readonly applier: string;
	/** Seconds behind its source; null where it is not known. */
	readonly behind: number | null;
	/** What it leaves out or renames, by the name of the column, filled ones alone; null where the server shows no such columns. */
	readonly filters: Readonly<Record<string, string>> | null;
};

/** Schemas that the binary log is kept to, or leaves out; empty texts where it takes all. */
export const BinlogFilters = z.strictObject({only: z.string(), ignored: z.string()}).readonly();
export type BinlogFilters = z.infer<typeof BinlogFilters>;

export const ForeignServer = z
	.strictObject({name: z.string(), host: z.string(), hasPassword: flag})
	.readonly();
export type ForeignServer = z.infer<typeof ForeignServer>;
