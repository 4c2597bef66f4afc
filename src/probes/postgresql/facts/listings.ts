import type * as z from 'zod';
import type {Observed} from '../../engine/check.js';
import * as code from './code.js';
import * as exposure from './exposure.js';
import * as operation from './operation.js';
import * as replication from './replication.js';
import type {Listing} from './server.js';

/** Lists about the whole server, by the name of the fact, with the shape of a row. */
export const serverListings = {
	replicas: replication.Replica,
	standby: replication.Standby,
	headroom: operation.Headroom,
	preparedTransactions: operation.PreparedTransaction,
	openTransactions: operation.OpenTransaction,
	settingSources: operation.SettingSource,
	faultyLines: operation.FaultyLine,
	identMaps: operation.IdentMap,
} as const;

/** Lists about the one database that the scanner is connected to. */
export const databaseListings = {
	subscriptions: replication.Subscription,
	publications: replication.Publication,
	collations: operation.Collation,
	sequences: operation.Sequence,
	invalidIndexes: operation.InvalidIndex,
	unvacuumedTables: operation.NamedTable,
	unloggedTables: operation.NamedTable,
	keylessTables: operation.NamedTable,
	outdatedExtensions: operation.OutdatedExtension,
	nativeFunctions: code.NativeFunction,
	floatingFunctions: code.FloatingFunction,
	eventTriggers: code.EventTrigger,
	auditTriggers: code.AuditTrigger,
	disabledTriggers: code.DisabledTrigger,
	foreignTriggers: code.ForeignTrigger,
	secretTexts: code.SecretText,
	cronJobs: code.CronJob,
	keptPasswords: code.KeptPassword,
	policies: exposure.Policy,
	joinedPolicies: exposure.JoinedPolicies,
	webTables: exposure.WebExposed,
	webViewsOfUsers: exposure.WebExposed,
	webForeignTables: exposure.WebExposed,
	rowSecurityCopies: exposure.Copy,
	filterViews: operation.NamedTable,
	sensitiveColumns: exposure.SensitiveColumn,
	auditTables: exposure.AuditTable,
	handedOn: exposure.HandedOn,
	superuserObjects: exposure.SuperuserObjects,
	openLargeObjects: exposure.OpenLargeObjects,
	foreignSecrets: exposure.ForeignSecret,
} as const;

type ListingsOf<T extends Readonly<Record<string, z.ZodType>>> = {
	readonly [K in keyof T]: Observed<Listing<z.infer<T[K]>>>;
};

export type ServerListings = ListingsOf<typeof serverListings>;
export type DatabaseListings = ListingsOf<typeof databaseListings>;

/** The names of all of them. */
export const listingNames = [
	...(Object.keys(serverListings) as readonly (keyof ServerListings)[]),
	...(Object.keys(databaseListings) as readonly (keyof DatabaseListings)[]),
];
