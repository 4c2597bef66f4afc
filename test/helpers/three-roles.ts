import type {Family} from '../../src/probes/engine/family.js';
import type {TargetReport} from '../../src/domain/run.js';
import type {PostgresServer} from './postgres-server.js';
import {findingsOf, probePostgres, type ProbeOptions} from './probe-postgres.js';

/** A monitoring role and one with nothing, beside the superuser. */
export const threeRoles: readonly string[] = [
	"CREATE ROLE monitor LOGIN PASSWORD 'm-secret'; GRANT pg_monitor TO monitor",
	"CREATE ROLE nobody LOGIN PASSWORD 'n-secret'",
];

export type Told = Readonly<Record<'superuser' | 'monitor' | 'nothing', string>>;

/** The outcomes of a check in order, with the reason of what is unknown: `fail`, or `unknown permission-denied`. */
export const tellOf = (report: TargetReport, check: string): string =>
	[
		...new Set(
			findingsOf(report, check).map(({outcome, reason}) =>
				reason === undefined ? outcome : `${outcome} ${reason}`,
			),
		),
	].join(', ');

/** Looks at a server with `threeRoles` as each of them; the answer says what a check told each. */
export const probeAsThree = async (
	server: Pick<PostgresServer, 'superuser' | 'port'>,
	options: Omit<ProbeOptions, 'port' | 'user' | 'password'> & {
		readonly families?: readonly Family[];
	},
): Promise<(check: string) => Told> => {
	const look = (user: string, password: string): Promise<TargetReport> =>
		probePostgres({...options, port: server.port, user, password});
	const superuser = await look(server.superuser.user, server.superuser.password);
	const monitor = await look('monitor', 'm-secret');
	const nothing = await look('nobody', 'n-secret');
	return check => ({
		superuser: tellOf(superuser, check),
		monitor: tellOf(monitor, check),
		nothing: tellOf(nothing, check),
	});
};

/** The same for everybody. */
export const toAll = (told: string): Told => ({superuser: told, monitor: told, nothing: told});

/** What only roles that see the sessions of others are told. */
export const toMonitors = (told: string): Told => ({
	...toAll(told),
	nothing: 'unknown permission-denied',
});
