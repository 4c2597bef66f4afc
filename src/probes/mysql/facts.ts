import type {Reason} from '../../domain/outcome.js';
import type {Observed} from '../engine/check.js';
import type {Listing, Unseen} from '../engine/verdicts.js';
import type {
	Account,
	DeclaredIdentity,
	DynamicGrant,
	ProxyGrant,
	RoleGrant,
	ScopedGrant,
} from './facts/accounts.js';
import type {Program, Schema, Udf} from './facts/objects.js';
import type {
	BinlogFilters,
	ForeignServer,
	Observer,
	OwnSession,
	Plugin,
	Provider,
	Replication,
	SessionGroup,
	Variables,
} from './facts/server.js';

/** The facts that come from the server. */
type ServedFacts = {
	readonly observer: Observed<Observer>;
	/** Whether the server confirmed each transaction of dbvet as read-only. */
	readonly readOnly: Observed<boolean>;
	readonly provider: Observed<Provider>;
	readonly variables: Observed<Variables>;
	readonly ownSession: Observed<OwnSession>;
	/** Global privileges of the scanner's own account. */
	readonly ownPrivileges: Observed<readonly string[]>;
	readonly plugins: Observed<Listing<Plugin>>;
	readonly sessions: Observed<Listing<SessionGroup>>;
	readonly replication: Observed<Listing<Replication>>;
	readonly binlogFilters: Observed<BinlogFilters>;
	readonly accounts: Observed<Listing<Account>>;
	readonly roleGrants: Observed<Listing<RoleGrant>>;
	readonly dynamicGrants: Observed<Listing<DynamicGrant>>;
	readonly scopedGrants: Observed<Listing<ScopedGrant>>;
	readonly proxyGrants: Observed<Listing<ProxyGrant>>;
	readonly schemas: Observed<Listing<Schema>>;
	readonly routines: Observed<Listing<Program>>;
	readonly views: Observed<Listing<Program>>;
	readonly events: Observed<Listing<Program>>;
	readonly triggers: Observed<Listing<Program>>;
	readonly udfs: Observed<Listing<Udf>>;
	readonly foreignServers: Observed<Listing<ForeignServer>>;
};

/** Everything the checks of this family judge. A lost connection makes every fact unseen with the same reason. */
export type MysqlFacts = ServedFacts & {
	/** Accounts that a person declared for the target, whose rights are judged. */
	readonly identities: readonly DeclaredIdentity[];
};

const names: Readonly<Record<keyof ServedFacts, true>> = {
	observer: true,
	readOnly: true,
	provider: true,
	variables: true,
	ownSession: true,
	ownPrivileges: true,
	plugins: true,
	sessions: true,
	replication: true,
	binlogFilters: true,
	accounts: true,
	roleGrants: true,
	dynamicGrants: true,
	scopedGrants: true,
	proxyGrants: true,
	schemas: true,
	routines: true,
	views: true,
	events: true,
	triggers: true,
	udfs: true,
	foreignServers: true,
};

/** Facts of a server that could not be looked at: `fact` says why, and holds for all of them. */
export const nothingSeen = (fact: Unseen, identities: readonly DeclaredIdentity[]): MysqlFacts => ({
	...(Object.fromEntries(Object.keys(names).map(name => [name, fact])) as Record<
		keyof ServedFacts,
		Unseen
	>),
	identities,
});

/**
 * Why the server as a whole was not seen: nobody was let in, or the connection was lost on the way. Undefined when it was
 * seen, whatever single facts were denied.
 */
export const whyBlind = (facts: MysqlFacts): Reason | undefined => {
	if (!facts.observer.seen) return facts.observer.reason;
	const served = Object.keys(names) as readonly (keyof ServedFacts)[];
	return served.some(name => {
		const fact = facts[name];
		return !fact.seen && fact.reason === 'connection-closed';
	})
		? 'connection-closed'
		: undefined;
};
