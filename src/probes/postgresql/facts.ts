import type {Reason} from '../../domain/outcome.js';
import type {Observed} from '../engine/check.js';
import type {
	BypassingView,
	DefaultGrant,
	DefinerFunction,
	Extension,
	ForeignServer,
	HbaRule,
	OpenPolicy,
	PublicGrant,
	RulesFile,
	SchemaAccess,
	TenantTable,
	UntrustedLanguage,
} from './facts/objects.js';
import {
	databaseListings,
	serverListings,
	type DatabaseListings,
	type ServerListings,
} from './facts/listings.js';
import type {
	AuditedObjects,
	Database,
	DeclaredIdentity,
	FunctionGrant,
	IdentityPrivilege,
	Membership,
	ParameterGrant,
	Role,
	RolePassword,
	RoleSetting,
} from './facts/roles.js';
import type {
	Archiver,
	Clock,
	Listing,
	Observer,
	OwnSession,
	Provider,
	ReplicationSlot,
	SessionGroup,
	Settings,
} from './facts/server.js';

/** Facts about the whole server. */
type ServerFacts = ServerListings & {
	readonly observer: Observed<Observer>;
	readonly provider: Observed<Provider>;
	readonly settings: Observed<Settings>;
	readonly ownSession: Observed<OwnSession>;
	readonly clock: Observed<Clock>;
	readonly sessions: Observed<Listing<SessionGroup>>;
	readonly archiver: Observed<Archiver>;
	readonly slots: Observed<Listing<ReplicationSlot>>;
	readonly rules: Observed<Listing<HbaRule>>;
	readonly rulesFile: Observed<RulesFile>;
	readonly roles: Observed<Listing<Role>>;
	readonly memberships: Observed<Listing<Membership>>;
	readonly databases: Observed<Listing<Database>>;
	readonly roleSettings: Observed<Listing<RoleSetting>>;
	readonly passwords: Observed<Listing<RolePassword>>;
	readonly parameterGrants: Observed<Listing<ParameterGrant>>;
};

/** Facts about the one database that the scanner is connected to. */
type DatabaseFacts = DatabaseListings & {
	readonly identityPrivileges: Observed<Listing<IdentityPrivilege>>;
	/** The same of the users that make backups. */
	readonly backupPrivileges: Observed<Listing<IdentityPrivilege>>;
	readonly auditedObjects: Observed<AuditedObjects>;
	readonly adminFunctions: Observed<Listing<FunctionGrant>>;
	readonly schemas: Observed<Listing<SchemaAccess>>;
	readonly publicGrants: Observed<Listing<PublicGrant>>;
	readonly defaultGrants: Observed<Listing<DefaultGrant>>;
	readonly definerFunctions: Observed<Listing<DefinerFunction>>;
	readonly untrustedLanguages: Observed<Listing<UntrustedLanguage>>;
	readonly tenantTables: Observed<Listing<TenantTable>>;
	readonly openPolicies: Observed<Listing<OpenPolicy>>;
	readonly bypassingViews: Observed<Listing<BypassingView>>;
	readonly extensions: Observed<Listing<Extension>>;
	readonly foreignServers: Observed<Listing<ForeignServer>>;
};

/** From the target's declaration, not from the server. */
export type DeclaredFacts = {
	/** Application and reporting roles, whose rights are judged. */
	readonly identities: readonly DeclaredIdentity[];
	/** Users that make backups. */
	readonly backups: readonly string[];
};

/** Everything the checks of this family judge. A lost connection makes every fact unseen with the same reason. */
export type PostgresFacts = ServerFacts & DatabaseFacts & DeclaredFacts;

/** The facts that come from the server. */
type ServedFacts = Omit<PostgresFacts, keyof DeclaredFacts>;

const ofServer: Readonly<Record<Exclude<keyof ServerFacts, keyof ServerListings>, true>> = {
	observer: true,
	provider: true,
	settings: true,
	ownSession: true,
	clock: true,
	sessions: true,
	archiver: true,
	slots: true,
	rules: true,
	rulesFile: true,
	roles: true,
	memberships: true,
	databases: true,
	roleSettings: true,
	passwords: true,
	parameterGrants: true,
};
const ofDatabase: Readonly<Record<Exclude<keyof DatabaseFacts, keyof DatabaseListings>, true>> = {
	identityPrivileges: true,
	backupPrivileges: true,
	auditedObjects: true,
	adminFunctions: true,
	schemas: true,
	publicGrants: true,
	defaultGrants: true,
	definerFunctions: true,
	untrustedLanguages: true,
	tenantTables: true,
	openPolicies: true,
	bypassingViews: true,
	extensions: true,
	foreignServers: true,
};
const databaseNames: readonly (keyof DatabaseFacts)[] = [
	...(Object.keys(ofDatabase) as readonly (keyof typeof ofDatabase)[]),
	...(Object.keys(databaseListings) as readonly (keyof DatabaseListings)[]),
];
const names: readonly (keyof ServedFacts)[] = [
	...(Object.keys(ofServer) as readonly (keyof typeof ofServer)[]),
	...(Object.keys(serverListings) as readonly (keyof ServerListings)[]),
	...databaseNames,
];

/**
 * The same facts without those of the database that was looked at.
 * @param fact why they do not count
 */
export const withoutDatabase = (
	facts: PostgresFacts,
	fact: Extract<Observed<never>, {seen: false}>,
): PostgresFacts => ({
	...facts,
	...(Object.fromEntries(databaseNames.map(name => [name, fact])) as Record<
		keyof DatabaseFacts,
		typeof fact
	>),
});

/**
 * Facts of a server that could not be looked at.
 * @param fact why nothing was seen: reason, detail and grant hold for every fact
 */
export const nothingSeen = (
	fact: Extract<Observed<never>, {seen: false}>,
	{identities, backups}: DeclaredFacts,
): PostgresFacts => ({
	...(Object.fromEntries(names.map(name => [name, fact])) as Record<
		keyof ServedFacts,
		typeof fact
	>),
	identities,
	backups,
});

/**
 * Why the catalogue as a whole was not seen: nobody was let in, or the connection was lost on the way. Undefined when it was
 * seen, whatever single facts were denied.
 */
export const whyBlind = (facts: PostgresFacts): Reason | undefined => {
	if (!facts.observer.seen) return facts.observer.reason;
	return names.some(name => {
		const fact = facts[name];
		return !fact.seen && fact.reason === 'connection-closed';
	})
		? 'connection-closed'
		: undefined;
};
