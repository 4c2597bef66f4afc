import * as z from 'zod';

/** What copies the WAL from this server at this moment. */
export const Replica = z
	.strictObject({
		user: z.string(),
		application: z.string(),
		/** Null for a Unix socket. */
		address: z.string().nullable(),
		loopback: z.boolean(),
		/** It came over the Unix socket, or from the address that the server answers the scanner on; null where that is a loopback address, and the server’s own is not known. */
		ownMachine: z.boolean().nullable(),
		encrypted: z.boolean(),
		state: z.string(),
		/** Takes rows out of a logical slot: no copy of the server. */
		logical: z.boolean(),
		/** Bytes of WAL that it has not replayed yet; null where it does not say. */
		lagBytes: z.number().nullable(),
		/** Seconds, as it reports them itself; null while nothing is written. */
		lagSeconds: z.number().nullable(),
	})
	.readonly();
export type Replica = z.infer<typeof Replica>;

/** How a standby follows its primary. The connection string may hold a password and is never read. */
export const Standby = z
	.strictObject({
		/** `hidden` from a role that may not read all settings. */
		connection: z.enum(['none', 'set', 'hidden']),
		/** Neither a socket nor a loopback address. */
		remote: z.boolean(),
		sslmode: z.string().nullable(),
		hasPassword: z.boolean(),
		/** Everything that was received is replayed. */
		caughtUp: z.boolean(),
		/** Seconds since the last transaction that was replayed was committed; null where none was. */
		replayedSeconds: z.number().nullable(),
	})
	.readonly();
export type Standby = z.infer<typeof Standby>;

export const Publication = z
	.strictObject({
		name: z.string(),
		allTables: z.boolean(),
		/** Schemas of which it sends all tables. */
		schemas: z.int(),
	})
	.readonly();

/** A logical subscription of this database. Its connection string may hold a password and is never read. */
export const Subscription = z
	.strictObject({
		name: z.string(),
		owner: z.string(),
		ownerSuperuser: z.boolean(),
		enabled: z.boolean(),
		/** Null before PostgreSQL 16. */
		passwordRequired: z.boolean().nullable(),
		runAsOwner: z.boolean().nullable(),
		/** Null where the connection string is not shown to this role. */
		connection: z
			.strictObject({remote: z.boolean(), sslmode: z.string().nullable()})
			.readonly()
			.nullable(),
	})
	.readonly();
export type Subscription = z.infer<typeof Subscription>;
