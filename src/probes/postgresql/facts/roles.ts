import * as z from 'zod';

export const Role = z
	.strictObject({
		name: z.string(),
		/** The role that initdb made (oid 10). */
		bootstrap: z.boolean(),
		superuser: z.boolean(),
		createRole: z.boolean(),
		createDatabase: z.boolean(),
		canLogin: z.boolean(),
		replication: z.boolean(),
		bypassRls: z.boolean(),
		connectionLimit: z.int(),
		/** ISO instant; null for never, also for infinity. */
		validUntil: z.string().nullable(),
	})
	.readonly();
export type Role = z.infer<typeof Role>;

export const Membership = z
	.strictObject({
		member: z.string(),
		role: z.string(),
		admin: z.boolean(),
		/** False for one WITH INHERIT FALSE, SET FALSE, ADMIN FALSE (PostgreSQL 16): it gives nothing, and `+group` of access rules counts it. */
		usable: z.boolean().optional(),
	})
	.readonly();
export type Membership = z.infer<typeof Membership>;

export const Database = z
	.strictObject({
		name: z.string(),
		owner: z.string(),
		template: z.boolean(),
		allowsConnections: z.boolean(),
		publicConnect: z.boolean(),
		publicTemporary: z.boolean(),
		/** Transactions since the oldest unfrozen one. */
		xidAge: z.number(),
		multixactAge: z.number(),
	})
	.readonly();
export type Database = z.infer<typeof Database>;

/** ALTER ROLE/DATABASE … SET, without values but for settings that are known to hold no secret. */
export const RoleSetting = z
	.strictObject({
		role: z.string().nullable(),
		database: z.string().nullable(),
		name: z.string(),
		value: z.string().nullable(),
		secretLike: z.boolean(),
	})
	.readonly();
export type RoleSetting = z.infer<typeof RoleSetting>;

/** What kind of verifier a login role has; the verifier itself is never part of the facts. */
export type PasswordKind = 'none' | 'md5' | 'scram' | 'other';
export type RolePassword = {
	readonly role: string;
	readonly kind: PasswordKind;
	/** Rounds of a SCRAM verifier. */
	readonly iterations?: number;
	/** Undefined when it could not be computed within the work limit. */
	readonly equalsName?: boolean;
};

/** An identity that the user declared for the target. */
export type DeclaredIdentity = {
	readonly role: 'application' | 'reporting';
	readonly user: string;
	readonly database: string;
};

/** One privilege of a declared identity, counted over the objects it holds it on. */
export const IdentityPrivilege = z
	.strictObject({
		user: z.string(),
		kind: z.enum(['table', 'sequence', 'schema', 'database']),
		privilege: z.string(),
		objects: z.int(),
		example: z.string(),
		/** True where the identity owns, or inherits from the owner of, each of these objects. */
		owned: z.boolean(),
	})
	.readonly();
export type IdentityPrivilege = z.infer<typeof IdentityPrivilege>;

/** What the role of pgaudit.role holds grants on in this database: these uses are recorded. */
export const AuditedObjects = z
	.strictObject({
		role: z.string(),
		exists: z.boolean(),
		tables: z.int(),
		/** Those of them with SELECT. */
		reads: z.int(),
		example: z.string().nullable(),
	})
	.readonly();
export type AuditedObjects = z.infer<typeof AuditedObjects>;

export const FunctionGrant = z
	.strictObject({function: z.string(), grantee: z.string(), severe: z.boolean()})
	.readonly();
export type FunctionGrant = z.infer<typeof FunctionGrant>;

export const ParameterGrant = z
	.strictObject({parameter: z.string(), grantee: z.string(), privilege: z.string()})
	.readonly();
export type ParameterGrant = z.infer<typeof ParameterGrant>;
