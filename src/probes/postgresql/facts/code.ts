import * as z from 'zod';

/** A function in C, or in the server's own code under another name, that no extension brought. */
export const NativeFunction = z
	.strictObject({
		name: z.string(),
		language: z.string(),
		owner: z.string(),
		/** Its code is the library of dblink. */
		dblink: z.boolean(),
	})
	.readonly();

/** A function without a fixed search_path that the server itself calls for others. */
export const FloatingFunction = z
	.strictObject({
		name: z.string(),
		use: z.enum(['policy', 'index', 'generated column', 'event trigger', 'trigger']),
	})
	.readonly();

export const EventTrigger = z
	.strictObject({
		name: z.string(),
		event: z.string(),
		/** Fires in normal sessions. */
		enabled: z.boolean(),
		function: z.string(),
		/** Owner of the function, who may replace its body. */
		owner: z.string(),
		ownerSuperuser: z.boolean(),
		/** Owner of the trigger, who may switch it off: one who was a superuser when he got it. */
		heldBy: z.string(),
		heldBySuperuser: z.boolean(),
	})
	.readonly();
export type EventTrigger = z.infer<typeof EventTrigger>;

/** An event trigger that came with the extension pgaudit. */
export const AuditTrigger = z.strictObject({trigger: z.string(), enabled: z.boolean()}).readonly();

/** A trigger, a foreign key or a rule of a table that does not act. */
export const DisabledTrigger = z
	.strictObject({
		table: z.string(),
		trigger: z.string(),
		audit: z.boolean(),
		/** It fires while changes of another server are applied, and never else. */
		replicaOnly: z.boolean(),
	})
	.readonly();

/** A trigger on a superuser's table whose function belongs to somebody who is none. */
export const ForeignTrigger = z
	.strictObject({
		table: z.string(),
		tableOwner: z.string(),
		function: z.string(),
		owner: z.string(),
	})
	.readonly();

/** Something in the catalogue whose text has the shape of a secret; the text itself is never read. */
export const SecretText = z
	.strictObject({
		kind: z.enum([
			'function',
			'view',
			'comment',
			'trigger',
			'default',
			'rule',
			'constraint',
			'policy',
			'index',
		]),
		object: z.string(),
		/** A connection string with a password is handed to dblink. */
		dblink: z.boolean(),
	})
	.readonly();

/** A job of pg_cron or pgAgent. */
export const CronJob = z
	.strictObject({
		job: z.string(),
		user: z.string(),
		/** Another machine than the server itself. */
		remote: z.boolean(),
		secret: z.boolean(),
	})
	.readonly();
export type CronJob = z.infer<typeof CronJob>;

/** Statements kept by pg_stat_statements that set a password, counted by role. */
export const KeptPassword = z
	.strictObject({
		user: z.string(),
		statements: z.int(),
		/** The password was already turned into a verifier by the client. */
		verifier: z.boolean(),
	})
	.readonly();
