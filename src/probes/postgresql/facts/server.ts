import * as z from 'zod';
import type {Platform} from '../../../domain/platform.js';

/** Rows read from a server, at most a limit; `complete` is false when the limit cut them. */
export type Listing<T> = {readonly items: readonly T[]; readonly complete: boolean};

/** Who looks, through which eyes, and at what. */
export const Observer = z
	.strictObject({
		/** As `server_version_num`: 150018 is 15.18. */
		versionNum: z.int().min(80_000).max(999_999),
		versionText: z.string(),
		user: z.string(),
		database: z.string(),
		superuser: z.boolean(),
		monitor: z.boolean(),
		readSettings: z.boolean(),
		readStats: z.boolean(),
		/** SELECT on pg_hba_file_rules and EXECUTE on its function. */
		readRules: z.boolean(),
		/** EXECUTE on pg_stat_file, for the file of the access rules. */
		readFileTimes: z.boolean(),
		/** EXECUTE on pg_read_file, for the same file. */
		readFileTexts: z.boolean(),
		readPasswords: z.boolean(),
		/** SELECT on pg_file_settings and EXECUTE on its function. */
		readFileSettings: z.boolean(),
		/** The same for pg_ident_file_mappings, which came with PostgreSQL 15. */
		readIdentMaps: z.boolean(),
		/** SELECT on the connection strings of subscriptions. */
		readSubscriptions: z.boolean(),
		inRecovery: z.boolean(),
		readOnly: z.boolean(),
		/** Milliseconds since 1970 by the server's clock. */
		serverTime: z.number(),
		/** Databases that accept connections, this one and templates among them. */
		databases: z.int(),
	})
	.readonly();
export type Observer = z.infer<typeof Observer>;

/** Names that only a provider's servers have. */
export const ProviderSigns = z
	.strictObject({
		databases: z.array(z.string()).readonly(),
		roles: z.array(z.string()).readonly(),
		settings: z.array(z.string()).readonly(),
		aurora: z.boolean(),
	})
	.readonly();
export type ProviderSigns = z.infer<typeof ProviderSigns>;

/** The one provider whose names were found; without it none, or several (`candidates`). */
export type Provider = {
	readonly platform?: Platform;
	readonly candidates: readonly Platform[];
	readonly signs: readonly string[];
};

export const SettingRow = z
	.strictObject({
		name: z.string(),
		/** The value a new session of the scanner starts with. */
		value: z.string(),
		source: z.string(),
		pendingRestart: z.boolean(),
	})
	.readonly();
/** One row of pg_settings; `overridden` tells that the scanner's own role or database has a value of its own. */
export type Setting = {
	readonly value: string;
	readonly source: string;
	readonly pendingRestart: boolean;
	readonly overridden: boolean;
};
export type Settings = Readonly<Record<string, Setting>>;

export const OwnSession = z
	.strictObject({
		tls: z.boolean(),
		version: z.string().nullable(),
		cipher: z.string().nullable(),
		bits: z.int().nullable(),
		/** `method:identity`; null when the server trusted the connection. Absent before PostgreSQL 16. */
		systemUser: z.string().nullable().optional(),
		/** False for a Unix socket. */
		network: z.boolean(),
		/** The server’s own machine, as the server sees it: a pooler or proxy there, or dbvet. */
		loopback: z.boolean(),
	})
	.readonly();
export type OwnSession = z.infer<typeof OwnSession>;

/** Sessions of one user on one database from one kind of address, alike in their encryption. */
export const SessionGroup = z
	.strictObject({
		user: z.string(),
		database: z.string().nullable(),
		application: z.string(),
		address: z.string(),
		/** A loopback address, or the Unix socket: the traffic does not leave the server's machine. */
		loopback: z.boolean(),
		/** Copies the WAL or takes rows out of it, and is open for as long as it does. */
		replication: z.boolean(),
		encrypted: z.boolean(),
		tlsVersion: z.string().nullable(),
		cipher: z.string().nullable(),
		sessions: z.int(),
		oldestSeconds: z.number(),
	})
	.readonly();
export type SessionGroup = z.infer<typeof SessionGroup>;

/** How far the server's clock is from ours, and how exactly that could be measured. Milliseconds. */
export type Clock = {readonly skewMs: number; readonly uncertaintyMs: number};

/** What archives the WAL, reduced to what is needed: the command itself may hold secrets and is never read. */
export const Archiver = z
	.strictObject({
		mode: z.string(),
		/** `collect/archive-command.ts` says what they mean. */
		command: z.enum(['none', 'no-op', 'discards', 'masks', 'stores', 'set', 'hidden']),
		commandHasSecret: z.boolean(),
		/** `no-folder` is a known one that was not told where to store; `other` is one that dbvet does not know. */
		library: z.enum(['none', 'no-folder', 'known', 'other']),
		walLevel: z.string(),
		archived: z.number(),
		failed: z.number(),
		/** Finished WAL files after the last one that was archived; null where it cannot be told. */
		waiting: z.number().nullable(),
		/** Seconds ago; null for never. */
		lastArchivedSeconds: z.number().nullable(),
		lastFailedSeconds: z.number().nullable(),
	})
	.readonly();
export type Archiver = z.infer<typeof Archiver>;

export const ReplicationSlot = z
	.strictObject({
		name: z.string(),
		kind: z.string(),
		active: z.boolean(),
		/** WAL kept for it, in bytes; null when not known. */
		retainedBytes: z.number().nullable(),
		walStatus: z.string().nullable(),
	})
	.readonly();
export type ReplicationSlot = z.infer<typeof ReplicationSlot>;
