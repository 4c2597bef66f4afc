import {seen, unseen, type Observed} from '../engine/check.js';
import {workingArchiver} from './examples-archiver.js';
import {goodReplica} from './examples-replication.js';
import {settings} from './examples-settings.js';

import {nothingSeen, type PostgresFacts} from './facts.js';
import {listingNames, type DatabaseListings, type ServerListings} from './facts/listings.js';
import type {Role} from './facts/roles.js';
import type {Listing, Observer} from './facts/server.js';

export {settings};

/** A complete list that was seen. */
export const listed = <T>(...items: readonly T[]): Observed<Listing<T>> =>
	seen({items, complete: true});

/** A list that was seen and cut. */
export const cut = <T>(...items: readonly T[]): Observed<Listing<T>> =>
	seen({items, complete: false});

export const observer: Observer = {
	versionNum: 180_007,
	versionText: '18.7',
	user: 'dbvet',
	database: 'shop',
	superuser: false,
	monitor: true,
	readSettings: true,
	readStats: true,
	readRules: true,
	readFileTimes: false,
	readFileTexts: false,
	readPasswords: true,
	readFileSettings: true,
	readIdentMaps: true,
	readSubscriptions: true,
	inRecovery: false,
	readOnly: true,
	serverTime: 1_790_000_000_000,
	databases: 1,
};

export const plainRole: Role = {
	name: 'shop_app',
	bootstrap: false,
	superuser: false,
	createRole: false,
	createDatabase: false,
	canLogin: true,
	replication: false,
	bypassRls: false,
	connectionLimit: -1,
	validUntil: null,
};

/** Nothing of what the lists about single objects could show. */
const emptyListings = Object.fromEntries(
	listingNames.map(name => [name, listed<never>()]),
) as unknown as ServerListings & DatabaseListings;

const healthy: PostgresFacts = {
	...emptyListings,
	headroom: listed({used: 10, most: 100, reserved: 3}),
	replicas: listed(goodReplica),
	observer: seen(observer),
	provider: seen({candidates: [], signs: []}),
	settings: settings(),
	ownSession: seen({
		tls: true,
		version: 'TLSv1.3',
		cipher: 'TLS_AES_256_GCM_SHA384',
		bits: 256,
		systemUser: 'scram-sha-256:dbvet',
		network: true,
		loopback: false,
	}),
	clock: seen({skewMs: 12, uncertaintyMs: 5}),
	sessions: listed(),
	archiver: seen(workingArchiver),
	slots: listed(),
	rules: listed({
		order: 1,
		place: 'line 1',
		type: 'local',
		databases: ['all'],
		users: ['all'],
		address: null,
		netmask: null,
		method: 'peer',
		clientCertificate: null,
		protectsPassword: false,
		bindPassword: false,
		map: null,
		plainIssuer: false,
		delegatesMapping: false,
		error: false,
	}),
	rulesFile: seen({changedSinceLoad: false, quotedKeywords: false}),
	roles: listed({...plainRole, name: 'postgres', bootstrap: true, superuser: true}, plainRole),
	memberships: listed(),
	databases: listed({
		name: 'shop',
		owner: 'shop_owner',
		template: false,
		allowsConnections: true,
		publicConnect: false,
		publicTemporary: false,
		xidAge: 1_000_000,
		multixactAge: 1000,
	}),
	roleSettings: listed(),
	passwords: listed({role: 'shop_app', kind: 'scram', equalsName: false}),
	parameterGrants: listed(),
	identityPrivileges: listed(),
	backupPrivileges: listed(),
	auditedObjects: seen({
		role: 'auditor',
		exists: true,
		tables: 2,
		reads: 2,
		example: 'public.cards',
	}),
	auditTriggers: listed({trigger: 'pgaudit_ddl_command_end', enabled: true}),
	adminFunctions: listed(),
	schemas: listed({
		name: 'public',
		owner: null,
		publicCreate: false,
		publicUsage: true,
		creators: [],
	}),
	publicGrants: listed(),
	defaultGrants: listed(),
	definerFunctions: listed(),
	untrustedLanguages: listed(),
	tenantTables: listed({
		name: 'public.orders',
		owner: 'shop_owner',
		rowSecurity: true,
		forced: true,
		policies: 1,
		tenantColumn: 'tenant_id',
		protectedParent: null,
	}),
	openPolicies: listed(),
	bypassingViews: listed(),
	extensions: listed(
		{name: 'pgaudit', version: '18.0', schema: 'audit'},
		{name: 'plpgsql', version: '1.0', schema: 'pg_catalog'},
	),
	foreignServers: listed({
		name: 'warehouse',
		wrapper: 'postgres_fdw',
		remote: true,
		sslmode: 'verify-full',
	}),
	identities: [{role: 'application', user: 'shop_app', database: 'shop'}],
	backups: [],
};

/** Facts of a server on which every check passes, with some changed. */
export const example = (changes: Partial<PostgresFacts> = {}): PostgresFacts => ({
	...healthy,
	...changes,
});

/** A server that refused everything. */
export const blind: PostgresFacts = nothingSeen(
	unseen('permission-denied', {detail: 'permission denied', grant: 'GRANT pg_monitor TO dbvet;'}),
	{identities: [{role: 'application', user: 'shop_app', database: 'shop'}], backups: []},
);

/** A monitoring role with all it should have: the stored passwords are not among that. */
export const hiddenPasswords: PostgresFacts = example({
	passwords: unseen('permission-denied', {
		detail: 'stored passwords are shown to superusers only',
		grant: 'GRANT SELECT (oid, rolname, rolcanlogin, rolpassword) ON pg_authid TO dbvet;',
	}),
});
