import * as z from 'zod';

export const SchemaAccess = z
	.strictObject({
		name: z.string(),
		/** Where it is no superuser; for pg_database_owner the owner of the database. */
		owner: z.string().nullable(),
		publicCreate: z.boolean(),
		publicUsage: z.boolean(),
		/** Roles besides the schema's owner, PUBLIC and superusers that were granted CREATE. */
		creators: z.array(z.string()).readonly(),
	})
	.readonly();
export type SchemaAccess = z.infer<typeof SchemaAccess>;

/** What PUBLIC may do with a table, view or sequence, or with some of its columns. */
export const PublicGrant = z
	.strictObject({
		object: z.string(),
		privileges: z.array(z.string()).readonly(),
		columnsOnly: z.boolean(),
	})
	.readonly();
export type PublicGrant = z.infer<typeof PublicGrant>;

export const DefaultGrant = z
	.strictObject({
		creator: z.string(),
		schema: z.string().nullable(),
		objects: z.string(),
		privileges: z.array(z.string()).readonly(),
	})
	.readonly();
export type DefaultGrant = z.infer<typeof DefaultGrant>;

/** A SECURITY DEFINER function of the application. */
export const DefinerFunction = z
	.strictObject({
		name: z.string(),
		owner: z.string(),
		ownerPowerful: z.boolean(),
		/** Null when it is not pinned. */
		searchPath: z.string().nullable(),
		publicExecute: z.boolean(),
		publicUsage: z.boolean(),
		/** Who may call it besides its owner and superusers; PUBLIC among them for everybody. */
		callers: z.array(z.string()).readonly(),
		trigger: z.boolean(),
		/** A body in standard SQL, bound when it was created. */
		bound: z.boolean(),
		/** Builds statements while it runs, or is written in a language whose code says nothing to the server. */
		dynamic: z.boolean(),
		/** Runs a text that it is called with. */
		runsArgument: z.boolean(),
		/** Reads a system table by its bare name. */
		bareCatalogue: z.boolean(),
	})
	.readonly();
export type DefinerFunction = z.infer<typeof DefinerFunction>;

export const UntrustedLanguage = z
	.strictObject({name: z.string(), functions: z.int(), publicFunctions: z.int()})
	.readonly();
export type UntrustedLanguage = z.infer<typeof UntrustedLanguage>;

/** A table that has row security, a policy, or a column that names a tenant. */
export const TenantTable = z
	.strictObject({
		name: z.string(),
		owner: z.string(),
		rowSecurity: z.boolean(),
		forced: z.boolean(),
		policies: z.int(),
		tenantColumn: z.string().nullable(),
		/** A table with row security that this one, without any and granted by itself, is a partition or child of; else null. */
		protectedParent: z.string().nullable(),
	})
	.readonly();
export type TenantTable = z.infer<typeof TenantTable>;

export const OpenPolicy = z
	.strictObject({
		table: z.string(),
		policy: z.string(),
		command: z.string(),
		using: z.boolean(),
		check: z.boolean(),
		public: z.boolean(),
	})
	.readonly();
export type OpenPolicy = z.infer<typeof OpenPolicy>;

/** A view that reads a table with row security with the rights of an owner whom the policies do not bind. */
export const BypassingView = z
	.strictObject({view: z.string(), table: z.string(), owner: z.string()})
	.readonly();
export type BypassingView = z.infer<typeof BypassingView>;

export const Extension = z
	.strictObject({name: z.string(), version: z.string(), schema: z.string()})
	.readonly();
export type Extension = z.infer<typeof Extension>;

export const ForeignServer = z
	.strictObject({
		name: z.string(),
		wrapper: z.string(),
		/** One of its hosts is neither a socket nor a loopback address; null where a service file of the server may say so. */
		remote: z.boolean().nullable(),
		sslmode: z.string().nullable(),
	})
	.readonly();
export type ForeignServer = z.infer<typeof ForeignServer>;

/** A rule of pg_hba.conf, in the order of the files. Options other than these are not read: they may hold secrets. */
export const HbaRule = z
	.strictObject({
		order: z.int(),
		place: z.string(),
		type: z.string().nullable(),
		databases: z.array(z.string()).nullable(),
		users: z.array(z.string()).nullable(),
		address: z.string().nullable(),
		netmask: z.string().nullable(),
		method: z.string().nullable(),
		clientCertificate: z.string().nullable(),
		protectsPassword: z.boolean(),
		/** A password for the search in LDAP stands in the rule. */
		bindPassword: z.boolean(),
		/** The map of pg_ident.conf that it uses. */
		map: z.string().nullable(),
		/** An OAuth issuer that is not asked over TLS. */
		plainIssuer: z.boolean(),
		/** The validator maps OAuth identities to roles by itself. */
		delegatesMapping: z.boolean(),
		error: z.boolean(),
	})
	.readonly();
export type HbaRule = z.infer<typeof HbaRule>;

export const RulesFile = z
	.strictObject({
		/** A file of access rules was written after the server last loaded its configuration, to the second. */
		changedSinceLoad: z.boolean(),
		/** A keyword stands in quotes, which makes it a name; null where the text is not shown to this role. */
		quotedKeywords: z.boolean().nullable(),
	})
	.readonly();
export type RulesFile = z.infer<typeof RulesFile>;
