import * as z from 'zod';

/** A policy of row security; its condition is reduced by the server to what the judges need. */
export const Policy = z
	.strictObject({
		table: z.string(),
		policy: z.string(),
		/** Trusts, itself or in a function that it calls, what users write about themselves. */
		userMetadata: z.boolean(),
		/** The first setting that it, or a function that it calls, asks for with current_setting. */
		setting: z.string().nullable(),
		/** Lets every row through while that setting is empty. */
		openWhenUnset: z.boolean(),
	})
	.readonly();
export type Policy = z.infer<typeof Policy>;

/** Two permissive policies of a table that hold for the same command and role. */
export const JoinedPolicies = z
	.strictObject({table: z.string(), first: z.string(), second: z.string()})
	.readonly();

/** An object that roles which stand for anybody on the web may use. */
export const WebExposed = z
	.strictObject({object: z.string(), grantees: z.array(z.string()).readonly()})
	.readonly();

/** A materialised view that others may read, and a table with row security that it copies. */
export const Copy = z.strictObject({view: z.string(), table: z.string()}).readonly();

/** Columns whose names speak of personal data or secrets, and who of PUBLIC and the declared reporting roles reads them. */
export const SensitiveColumn = z
	.strictObject({column: z.string(), readers: z.array(z.string()).readonly(), secret: z.boolean()})
	.readonly();

/** A table with an audit trail, and somebody besides its owner who may change what is written there. */
export const AuditTable = z
	.strictObject({
		table: z.string(),
		grantee: z.string(),
		privileges: z.array(z.string()).readonly(),
	})
	.readonly();

/** Privileges that somebody besides the owner may hand on. */
export const HandedOn = z
	.strictObject({
		object: z.string(),
		grantee: z.string(),
		privileges: z.array(z.string()).readonly(),
	})
	.readonly();

/** Objects of the application that a superuser owns, counted by kind. */
export const SuperuserObjects = z
	.strictObject({kind: z.string(), owner: z.string(), objects: z.int(), example: z.string()})
	.readonly();

/** Large objects that PUBLIC may use, counted by privilege. */
export const OpenLargeObjects = z
	.strictObject({privilege: z.string(), objects: z.int()})
	.readonly();

/** Whatever of foreign data has options, with a password among them or not. The password itself is never read. */
export const ForeignSecret = z
	.strictObject({
		kind: z.enum(['wrapper', 'server', 'table', 'column', 'mapping']),
		/** Of a mapping its server, else the name of the object itself. */
		server: z.string(),
		/** Null but for a mapping; `PUBLIC` for one of everybody. */
		user: z.string().nullable(),
		/** False where the options of a mapping are not shown to this role. */
		visible: z.boolean(),
		password: z.boolean(),
		passwordNotRequired: z.boolean(),
	})
	.readonly();
export type ForeignSecret = z.infer<typeof ForeignSecret>;
