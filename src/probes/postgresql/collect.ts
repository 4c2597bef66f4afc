import type {Platform} from '../../domain/platform.js';
import {seen, unseen, type Observed} from '../engine/check.js';
import type {CollectContext} from '../engine/family.js';
import {logIn} from './collect/login.js';
import * as objects from './collect/objects.js';
import {readOpenPolicies} from './collect/open-policies.js';
import {readPasswords} from './collect/passwords.js';
import {recognise} from './collect/provider.js';
import * as roles from './collect/roles.js';
import * as rowSecurity from './collect/row-security.js';
import * as grants from './collect/grants.js';
import {readDatabaseListings, readServerListings} from './collect/listings.js';
import * as server from './collect/server.js';
import type {Session} from './collect/session.js';
import {readSettings} from './collect/settings.js';
import {allOf} from './collect/together.js';
import {nothingSeen, type DeclaredFacts, type PostgresFacts} from './facts.js';
import type {Clock, Observer} from './facts/server.js';
import {splitVersion} from './versions.js';

const declared = ({target}: CollectContext): DeclaredFacts => ({
	identities: target.identities.flatMap(({role, user, database}) =>
		role === 'application' || role === 'reporting' ? [{role, user, database}] : [],
	),
	backups: target.identities.filter(({role}) => role === 'backup').map(({user}) => user),
});

/**
 * Reads who we are there and compares the clocks. It is the machine's own clock that is compared, not the clock of the
 * record: a fixed one would make every server look wrong.
 */
const readObserver = async (
	session: Session,
): Promise<{readonly observer: Observed<Observer>; readonly clock: Observed<Clock>}> => {
	const before = Date.now();
	const observer = await session.one(server.observerQuery);
	const after = Date.now();
	if (!observer.seen) return {observer, clock: observer};
	const uncertaintyMs = Math.ceil((after - before) / 2) + 1;
	const skewMs = Math.round(observer.value.serverTime - (before + after) / 2);
	return {observer, clock: seen({skewMs, uncertaintyMs})};
};

const denied = (detail: string, grant?: string): Extract<Observed<never>, {seen: false}> =>
	unseen('permission-denied', {detail, ...(grant === undefined ? {} : {grant})});

const readServer = async (session: Session, who: Observer, declaredAs: Platform | undefined) => {
	const {major} = splitVersion(who.versionNum);
	const {signs, roleSettings} = await allOf({
		signs: session.one(server.providerQuery),
		roleSettings: session.list(roles.roleSettingsQuery),
	});
	const provider = signs.seen ? seen(recognise(signs.value, declaredAs)) : signs;
	const managed = provider.seen && provider.value.platform !== undefined;
	const hidden = (detail: string, grant?: string) =>
		managed ? unseen('hidden-by-provider', {detail}) : denied(detail, grant);
	const {listings, ...facts} = await allOf({
		listings: readServerListings(session, who, major, hidden),
		settings: readSettings(session, who, roleSettings),
		ownSession: session.one(server.ownSessionQuery(major)),
		sessions: who.readStats
			? session.list(server.sessionsQuery)
			: denied('sessions of other roles are not shown to this role', grants.statsGrant(who.user)),
		archiver: session.one(server.archiverQuery),
		slots: session.list(server.slotsQuery(major)),
		rules: who.readRules
			? session.list(objects.rulesQuery(major))
			: hidden('pg_hba_file_rules is not shown to this role', grants.rulesGrant(who)),
		// Asked only where it is allowed: a refusal would stand in the server's log as an error at each probe.
		rulesFile:
			who.readRules && who.readFileTimes
				? session.one(objects.rulesFileQuery(major, who.readFileTexts))
				: hidden('the time of pg_hba.conf is not shown to this role'),
		roles: session.list(roles.rolesQuery),
		memberships: session.list(roles.membershipsQuery(major)),
		databases: session.list(roles.databasesQuery),
		passwords: who.readPasswords
			? readPasswords(session)
			: hidden('stored passwords are shown to superusers only', grants.passwordsGrant(who)),
		parameterGrants:
			major >= 15
				? session.list(roles.parameterGrantsQuery)
				: unseen('unsupported-version', {
						detail: 'settings cannot be granted before PostgreSQL 15',
					}),
	});
	return {...listings, ...facts, provider, roleSettings};
};

/** What users may do; nobody is no question. */
const readPrivileges = (session: Session, users: readonly string[], major: number) =>
	users.length === 0
		? seen({items: [], complete: true})
		: session.list(roles.identityPrivilegesQuery(users, major));

const readDatabase = async (
	session: Session,
	who: Observer,
	{identities, backups}: DeclaredFacts,
) => {
	const {major} = splitVersion(who.versionNum);
	const extensions = session.list(objects.extensionsQuery);
	const users = identities.map(({user}) => user);
	const {listings, ...facts} = await allOf({
		listings: readDatabaseListings(session, who, major, {identities, extensions}),
		identityPrivileges: readPrivileges(session, users, major),
		backupPrivileges: readPrivileges(session, backups, major),
		auditedObjects: session.one(roles.auditedObjectsQuery),
		adminFunctions: session.list(objects.adminFunctionsQuery),
		schemas: session.list(objects.schemasQuery),
		publicGrants: session.list(objects.publicGrantsQuery),
		defaultGrants: session.list(objects.defaultGrantsQuery),
		definerFunctions: session.list(objects.definerFunctionsQuery(major)),
		untrustedLanguages: session.list(objects.untrustedLanguagesQuery),
		tenantTables: session.list(rowSecurity.tenantTablesQuery),
		openPolicies: readOpenPolicies(session),
		bypassingViews: session.list(rowSecurity.bypassingViewsQuery),
		extensions,
		foreignServers: session.list(objects.foreignServersQuery),
	});
	return {...listings, ...facts};
};

/**
 * Logs in once as the scanner and reads the catalogue, in small read-only transactions one after the other on one
 * connection. Resolves in any case: what was not seen has its reason.
 */
export const collect = async (context: CollectContext): Promise<PostgresFacts> => {
	const told = declared(context);
	context.step('Logging in as the scanner');
	const login = await logIn(context);
	if (!login.seen) return nothingSeen(login, told);
	const {session: read, close} = login.value;
	try {
		const {observer, clock} = await readObserver(read());
		if (!observer.seen) return nothingSeen(observer, told);
		if (!observer.value.readOnly)
			return nothingSeen(
				unseen('unexpected-reply', {
					detail: 'the server did not make the transaction read-only, so that dbvet stopped',
				}),
				told,
			);
		const session = read(splitVersion(observer.value.versionNum).major);
		context.step(`Reading settings, roles, rules and database ${observer.value.database}`);
		const {ofServer, ofDatabase} = await allOf({
			ofServer: readServer(session, observer.value, context.target.platform),
			ofDatabase: readDatabase(session, observer.value, told),
		});
		return {observer, clock, ...ofServer, ...ofDatabase, ...told};
	} finally {
		await close();
	}
};
