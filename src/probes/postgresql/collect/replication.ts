import type {z} from 'zod';
import {Publication, Replica, Standby, Subscription} from '../facts/replication.js';
import {leadsAway, sslmodeOf} from './conninfo.js';
import type {Query} from './session.js';

const loopback = (address: string): string =>
	`coalesce(inet '127.0.0.0/8' >>= ${address} OR ${address} = inet '::1', false)`;

/** What follows this server. The scanner's own role has to see the sessions of others. */
export const replicasQuery: Query<Replica> = {
	row: Replica,
	sql: `SELECT coalesce(r.usename::text, '(unknown)') AS "user", left(r.application_name, 80) AS application,
		host(r.client_addr) AS address, ${loopback('r.client_addr')} AS loopback,
		CASE WHEN r.client_addr IS NULL THEN true WHEN ${loopback('r.client_addr')} THEN false
			WHEN NOT ${loopback('inet_server_addr()')} THEN r.client_addr = inet_server_addr() END AS "ownMachine",
		coalesce(s.ssl, false) OR coalesce(g.encrypted, false) AS encrypted, coalesce(r.state, '') AS state,
		EXISTS (SELECT FROM pg_replication_slots x WHERE x.active_pid = r.pid AND x.slot_type = 'logical') AS logical,
		CASE WHEN r.replay_lsn IS NOT NULL THEN pg_wal_lsn_diff(CASE WHEN pg_is_in_recovery()
			THEN pg_last_wal_replay_lsn() ELSE pg_current_wal_lsn() END, r.replay_lsn) END::float8 AS "lagBytes",
		extract(epoch FROM r.replay_lag)::float8 AS "lagSeconds"
		FROM pg_stat_replication r LEFT JOIN pg_stat_ssl s USING (pid) LEFT JOIN pg_stat_gssapi g USING (pid)
		ORDER BY 5, 1, 2`,
};

/** One row on a standby, none elsewhere. */
export const standbyQuery: Query<Standby> = {
	row: Standby,
	sql: `SELECT CASE WHEN c.setting IS NULL THEN 'hidden' WHEN c.setting ~ '^\\s*$' THEN 'none' ELSE 'set' END
			AS connection,
		coalesce(${leadsAway('c.setting')}, false) AS remote, ${sslmodeOf('c.setting')} AS sslmode,
		coalesce(c.setting ~* 'passw(or)?d\\s*=|://[^:/@]+:[^@/]+@', false) AS "hasPassword",
		coalesce(pg_last_wal_receive_lsn() = pg_last_wal_replay_lsn(), false) AS "caughtUp",
		extract(epoch FROM clock_timestamp() - pg_last_xact_replay_timestamp())::float8 AS "replayedSeconds"
		FROM (SELECT pg_is_in_recovery() AS standby) s LEFT JOIN pg_settings c ON c.name = 'primary_conninfo'
		WHERE s.standby`,
};

/** @param major whole schemas came with 15 */
export const publicationsQuery = (major: number): Query<z.infer<typeof Publication>> => ({
	row: Publication,
	sql: `SELECT p.pubname::text AS name, p.puballtables AS "allTables", ${
		major >= 15
			? '(SELECT count(*)::int FROM pg_publication_namespace s WHERE s.pnpubid = p.oid)'
			: '0'
	} AS schemas FROM pg_publication p ORDER BY 2 DESC, 3 DESC, 1`,
});

/**
 * Subscriptions of this database.
 * @param major the two switches came with 16
 * @param readsConnection whether this role may read the connection string, which is reduced on the server
 */
export const subscriptionsQuery = (
	major: number,
	readsConnection: boolean,
): Query<Subscription> => ({
	row: Subscription,
	sql: `SELECT s.subname::text AS name, coalesce(o.rolname::text, '(unknown)') AS owner,
		coalesce(o.rolsuper, true) AS "ownerSuperuser", s.subenabled AS enabled,
		${major >= 16 ? 's.subpasswordrequired' : 'NULL::boolean'} AS "passwordRequired",
		${major >= 16 ? 's.subrunasowner' : 'NULL::boolean'} AS "runAsOwner",
		${
			readsConnection
				? `json_build_object('remote', ${leadsAway('s.subconninfo')}, 'sslmode', ${sslmodeOf('s.subconninfo')})`
				: 'NULL::json'
		} AS connection
		FROM pg_subscription s LEFT JOIN pg_roles o ON o.oid = s.subowner
		WHERE s.subdbid = (SELECT oid FROM pg_database WHERE datname = current_database()) ORDER BY 1`,
});
