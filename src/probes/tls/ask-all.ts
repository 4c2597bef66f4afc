import type {X509Certificate} from 'node:crypto';
import type {Identity} from '../../domain/target.js';
import type {Observed} from '../engine/check.js';
import type {CollectContext} from '../engine/family.js';
import {weightyFamilies} from '../wire/suites.js';
import {probeBuffer, type BufferProbe} from './collect-buffer.js';
import type {Handshake} from './collect-handshake.js';
import {askInClear, askSecured, hearOrAsk, type Attempt} from './collect-identities.js';
import {askMysqlInClear} from './collect-mysql.js';
import {collectStrangers} from './collect-strangers.js';
import {
	collectOld,
	collectSuites,
	completeDh,
	completeOld,
	completeWeak,
	type OldVersions,
	type Suites,
} from './collect-versions.js';
import type {TlsFacts} from './facts.js';
import {createGate} from '../engine/gate.js';
import {notWanted} from './not-wanted.js';

/** Few enough not to crowd a server that allows a handful of connections, enough to hide the way there and back. */
const atOnce = 4;

type Answers = {
	/** What each user was told without TLS. */
	readonly clear: readonly Observed<Attempt>[];
	/** What each user but the first was told inside TLS. */
	readonly others: readonly Observed<Attempt>[];
	readonly mysqlClear: TlsFacts['mysqlClear'];
	readonly old: Partial<OldVersions>;
	readonly broken: Suites;
	readonly buffered: BufferProbe;
	readonly strangers: TlsFacts['strangers'];
};

/**
 * Asks everything that needs a connection of its own, a few at a time. The questions begin in the order in which they
 * stand here, so that the more important ones have their connections when there are not enough for all.
 * @param leaf the certificate of the endpoint, where a handshake on the way may ask for another name
 */
export const askAll = async (
	context: CollectContext,
	users: readonly Identity[],
	shaken: Observed<Handshake>,
	known: Suites,
	leaf: X509Certificate | undefined,
): Promise<Answers> => {
	const {wants} = context;
	const gate = createGate(atOnce);
	const when = <T>(wanted: boolean, otherwise: T, job: () => Promise<T>): Promise<T> =>
		wanted ? gate(job) : Promise.resolve(otherwise);
	const wantsClear = wants('tls-plaintext-refused', 'pg-wire-auth-method');
	const wantsUsers = wantsClear || wants('pg-wire-scram-plus', 'tls-mtls-enforced');
	// DHE alone decides less than what follows, and is asked for later.
	const weightyOpen = weightyFamilies.some(family => known[family] === undefined);
	// What the last does not get is compared with a handshake that came about.
	const without = shaken.seen ? notWanted : shaken;
	const [clear, strangers, others, mysqlClear, old, broken, buffered] = await Promise.all([
		Promise.all(users.map(one => when(wantsClear, notWanted, () => askInClear(context, one)))),
		collectStrangers(context, users, gate),
		Promise.all(
			users
				.slice(1)
				.map(one =>
					when(wantsUsers, notWanted, () =>
						hearOrAsk(context, one, () => askSecured(context, one)),
					),
				),
		),
		when(wants('mysql-wire-plaintext-refused'), notWanted, () => askMysqlInClear(context)),
		when<Partial<OldVersions>>(
			wants('tls-versions', 'tls-compression', 'tls-fallback-scsv'),
			completeOld({}, notWanted),
			() => collectOld(context, {}, 1),
		),
		when<Suites>(
			wants('tls-ciphers-weak', 'tls-dh-group', 'tls-server-preference'),
			{...completeWeak({}, notWanted), dh: completeDh({}, notWanted)},
			() => collectSuites(context, {families: weightyFamilies, dhe: weightyOpen}, known, 2),
		),
		when<BufferProbe>(
			shaken.seen && wants('pg-tls-pre-handshake-buffer'),
			{buffer: without, openssl: without, otherName: undefined, isDoubtful: false},
			() => probeBuffer(context, leaf),
		),
	]);
	return {clear, strangers, others, mysqlClear, old, broken, buffered};
};
