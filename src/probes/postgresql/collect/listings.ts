import {unseen, type Observed} from '../../engine/check.js';
import type {Extension} from '../facts/objects.js';
import type {DatabaseListings, ServerListings} from '../facts/listings.js';
import type {DeclaredIdentity} from '../facts/roles.js';
import type {Listing, Observer} from '../facts/server.js';
import {fileSettingsGrant, identGrant, statsGrant} from './grants.js';
import {auditTablesQuery} from './audit-tables.js';
import * as code from './code.js';
import {faultyLinesQuery, settingSourcesQuery} from './configuration.js';
import * as exposure from './exposure.js';
import {handedOnQuery} from './handed-on.js';
import {identMapsQuery} from './ident-maps.js';
import * as operation from './operation.js';
import * as replication from './replication.js';
import * as rowPolicies from './row-policies.js';
import {sequencesQuery} from './sequences.js';
import type {Query, Session} from './session.js';
import {allOf} from './together.js';
import {secretTextsQuery} from './secret-texts.js';
import * as web from './web-exposure.js';

type Known<T> = Observed<Listing<T>>;
/** A query to ask, or what is known without asking: that it was denied, or that there is nothing to ask for. */
type Source<F> = F extends Observed<Listing<infer T>> ? Query<T> | Known<T> : never;
type Sources<T> = {readonly [K in keyof T]: Source<T[K]>};

const nothing = {seen: true, value: {items: [], complete: true}} as const;

/** Asks for all of them in one breath. */
const readAll = async <T>(session: Session, sources: Sources<T>): Promise<T> => {
	const named = Object.entries<Query<unknown> | Known<unknown>>(sources);
	const facts = await Promise.all(
		named.map(async ([name, source]) => [
			name,
			'sql' in source ? await session.list(source) : source,
		]),
	);
	return Object.fromEntries(facts) as T;
};

type Hidden = (detail: string, grant?: string) => Extract<Observed<never>, {seen: false}>;

/** @param hidden says why something is denied on this platform */
export const readServerListings = async (
	session: Session,
	who: Observer,
	major: number,
	hidden: Hidden,
): Promise<ServerListings> => {
	const sessions = unseen('permission-denied', {
		detail: 'sessions of other roles are not shown to this role',
		grant: statsGrant(who.user),
	});
	return readAll<ServerListings>(session, {
		replicas: who.readStats ? replication.replicasQuery : sessions,
		standby: who.inRecovery ? replication.standbyQuery : nothing,
		headroom: operation.headroomQuery,
		preparedTransactions: who.inRecovery
			? unseen('client-cannot-offer', {
					detail: 'a standby does not show prepared transactions; ask the primary',
				})
			: operation.preparedTransactionsQuery,
		openTransactions: who.readStats ? operation.openTransactionsQuery : sessions,
		settingSources: settingSourcesQuery(who.readFileSettings),
		faultyLines: who.readFileSettings
			? faultyLinesQuery
			: hidden('pg_file_settings is not shown to this role', fileSettingsGrant(who)),
		identMaps:
			major < 15
				? unseen('unsupported-version', {detail: 'pg_ident.conf is shown since PostgreSQL 15'})
				: who.readIdentMaps
					? identMapsQuery(major)
					: hidden('pg_ident_file_mappings is not shown to this role', identGrant(who)),
	});
};

/** The schema of an extension of this database; undefined when it is not installed here. */
const schemaOf = (extensions: Observed<Listing<Extension>>, name: string): string | undefined =>
	extensions.seen ? extensions.value.items.find(item => item.name === name)?.schema : undefined;

/**
 * Jobs and kept statements are asked for only where there are such tables, because a table that is not there would be an
 * error in the server's log at each probe.
 */
export const readDatabaseListings = async (
	session: Session,
	who: Observer,
	major: number,
	told: {
		readonly identities: readonly DeclaredIdentity[];
		readonly extensions: Promise<Observed<Listing<Extension>>>;
	},
): Promise<DatabaseListings> => {
	const {identities} = told;
	const {present, extensions} = await allOf({
		present: session.one(code.jobTablesQuery),
		extensions: told.extensions,
	});
	const statements = schemaOf(extensions, 'pg_stat_statements');
	return readAll<DatabaseListings>(session, {
		subscriptions: replication.subscriptionsQuery(major, who.readSubscriptions),
		publications: replication.publicationsQuery(major),
		collations: operation.collationsQuery(major),
		sequences: sequencesQuery,
		invalidIndexes: operation.invalidIndexesQuery,
		unvacuumedTables: operation.unvacuumedTablesQuery,
		unloggedTables: operation.unloggedTablesQuery,
		keylessTables: operation.keylessTablesQuery,
		outdatedExtensions: operation.outdatedExtensionsQuery,
		nativeFunctions: code.nativeFunctionsQuery,
		floatingFunctions: code.floatingFunctionsQuery(major),
		eventTriggers: code.eventTriggersQuery,
		auditTriggers: code.auditTriggersQuery,
		disabledTriggers: code.disabledTriggersQuery,
		foreignTriggers: code.foreignTriggersQuery,
		secretTexts: secretTextsQuery(major),
		cronJobs: present.seen ? code.jobsSource(present.value, who.user) : present,
		keptPasswords: !extensions.seen
			? extensions
			: statements === undefined
				? nothing
				: who.readStats
					? code.keptPasswordsQuery(statements)
					: unseen('permission-denied', {
							detail: 'statements of other roles are not shown to this role',
							grant: statsGrant(who.user),
						}),
		policies: rowPolicies.policiesQuery(major),
		joinedPolicies: rowPolicies.joinedPoliciesQuery,
		webTables: exposure.webTablesQuery,
		webViewsOfUsers: web.webViewsOfUsersQuery,
		webForeignTables: web.webForeignTablesQuery,
		rowSecurityCopies: exposure.rowSecurityCopiesQuery,
		filterViews: exposure.filterViewsQuery(major),
		sensitiveColumns: exposure.sensitiveColumnsQuery(identities, major),
		auditTables: auditTablesQuery(major),
		handedOn: handedOnQuery(major),
		superuserObjects: exposure.superuserObjectsQuery,
		openLargeObjects: exposure.openLargeObjectsQuery,
		foreignSecrets: exposure.foreignSecretsQuery,
	});
};
