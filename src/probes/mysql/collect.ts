import {seen, type Observed} from '../engine/check.js';
import type {CollectContext} from '../engine/family.js';
import * as accounts from './collect/accounts.js';
import * as roles from './collect/role-grants.js';
import {scopedGrantsQuery} from './collect/grants.js';
import {identify} from './collect/identity.js';
import {logIn, type Login} from './collect/login.js';
import {readObjects} from './collect/objects.js';
import {recognise} from './collect/provider.js';
import * as server from './collect/server.js';
import type {Session} from './collect/session.js';
import {unrestricted} from './collect/unrestricted.js';
import {completeGrants} from './collect/complete-grants.js';
import {nothingSeen, type MysqlFacts} from './facts.js';
import type {DeclaredIdentity} from './facts/accounts.js';
import type {Observer} from './facts/server.js';

const declared = ({target}: CollectContext): readonly DeclaredIdentity[] =>
	target.identities.flatMap(({role, user}) =>
		role === 'application' || role === 'reporting' || role === 'backup' ? [{role, user}] : [],
	);

const readObserver = async ({session, channel}: Login): Promise<Observed<Observer>> => {
	const row = await session.one(server.observerQuery);
	if (!row.seen) return row;
	const {verified, why, subject} = channel;
	return seen({
		...row.value,
		...(await identify(session, row.value.version)),
		peer: {verified, why, subject},
	});
};

const readServer = async (session: Session, {product, release}: Observer) => {
	const variables = await server.readVariables(session);
	return {
		variables,
		provider: recognise(variables),
		ownSession: await server.readOwnSession(session),
		ownPrivileges: await server.readOwnPrivileges(session),
		plugins: await session.list(server.pluginsQuery),
		sessions: await server.readSessions(session, variables),
		replication: await server.readReplication(session, product, release),
		binlogFilters: await server.readBinlogFilters(session, product, release),
		foreignServers: await session.list(server.foreignServersQuery),
	};
};

const readAccounts = async (
	session: Session,
	{product, release}: Observer,
	variables: MysqlFacts['variables'],
) => ({
	accounts: await accounts.readAccounts(session, product, release),
	roleGrants: await roles.readRoleGrants(session, product, release),
	dynamicGrants: await roles.readDynamicGrants(session, product, release),
	scopedGrants: await session.list(
		scopedGrantsQuery(variables.seen && variables.value.partial_revokes === 'ON'),
	),
	proxyGrants: await session.list(roles.proxyGrantsQuery),
});

/**
 * Logs in once as the scanner and reads what the checks need, one small read-only transaction after the other on one
 * connection. Resolves in any case: what was not seen has its reason.
 */
export const collect = async (context: CollectContext): Promise<MysqlFacts> => {
	const identities = declared(context);
	context.step('Logging in as the scanner');
	const login = await logIn(context);
	if (!login.seen) return nothingSeen(login, identities);
	const {session, close} = login.value;
	try {
		const observer = await readObserver(login.value);
		if (!observer.seen)
			return {
				...nothingSeen(observer, identities),
				// Who confirms it and then tells nothing of itself is believed nothing.
				...(session.refusedReadOnly() ? {readOnly: seen(false)} : {}),
			};
		const who = observer.value;
		session.speak(who.product);
		context.step('Reading variables, accounts and grants');
		const ofServer = await readServer(session, who);
		const ofAccounts = await readAccounts(session, who, ofServer.variables);
		context.step('Reading schemas, routines and events');
		const own = unrestricted(ofServer.ownPrivileges, ofServer.variables, ofAccounts.accounts, who);
		const ofObjects = await readObjects(session, who.product, own);
		const readOnly = seen(!session.refusedReadOnly());
		return completeGrants(
			{observer, readOnly, ...ofServer, ...ofAccounts, ...ofObjects, identities},
			who,
		);
	} finally {
		await close();
	}
};
