/** An account or a role: both are a name at a host. In MariaDB a role has no host. */
export type Name = {readonly user: string; readonly host: string};

/** One way to log in. */
export type Login = {
	readonly plugin: string;
	/** Nothing is stored that a password could be compared with. */
	readonly empty: boolean;
	/** What is stored is what becomes of the empty password. */
	readonly ofEmpty?: true;
};

/** What the account itself demands of a connection. */
export type AccountTls = 'none' | 'any' | 'certificate';

export type Account = Name & {
	readonly role: boolean;
	/** Nobody logs in as it, whatever else it has. */
	readonly locked: boolean;
	readonly logins: readonly Login[];
	/** False when it has more ways to log in than dbvet reads. */
	readonly allLogins: boolean;
	readonly tls: AccountTls;
	/** Global privileges of its own, by their names in GRANT. */
	readonly privileges: readonly string[];
	/** Days after which its password expires; 0 never, null as the server's default says. */
	readonly lifetimeDays: number | null;
	/** Passwords of before, and days, for which none is taken again; null as the server's default says. */
	readonly reuseHistory: number | null;
	readonly reuseDays: number | null;
	/** Failed logins that lock it; 0 none, null where the product keeps no such number. */
	readonly lockAfter: number | null;
	readonly maxConnections: number | null;
	/** Global privileges that do not hold in the schema mysql (partial revokes of MySQL 8). */
	readonly withheld: readonly string[];
	/** Some of its global privileges do not hold in some schema. */
	readonly restricted: boolean;
};

/** A role that was granted. */
export type RoleGrant = {readonly member: Name; readonly role: Name; readonly admin: boolean};

/** A dynamic privilege of MySQL 8. */
export type DynamicGrant = Name & {readonly privilege: string};

/** What an account may do in one schema, or in one table or routine of it. */
export type ScopedGrant = Name & {
	/** The pattern of the schema's name. */
	readonly schema: string;
	/** Empty for a grant on the whole schema. */
	readonly object: string;
	/** It may change rows or objects. */
	readonly writes: boolean;
	/** It may read rows. */
	readonly reads: boolean;
	readonly grants: boolean;
	/** The pattern covers the schema `mysql`, by the server's own comparison. */
	readonly system: boolean;
};

export type ProxyGrant = Name & {
	readonly proxied: string;
	readonly withGrant: boolean;
};

/** A role of the application or reporting that a person declared. */
export type DeclaredIdentity = {
	readonly role: 'application' | 'reporting' | 'backup';
	readonly user: string;
};
