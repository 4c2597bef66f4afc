import type {TargetReport} from '../../src/domain/run.js';
import {scanners, secrets} from './mariadb-fixtures.js';
import {probeMysql, type MysqlProbe} from './probe-mysql.js';
import {tellOf, type Told} from './three-roles.js';

/** A superuser, a scanner with the least rights and an account with nothing, from wherever they come. */
export const threeAccounts: readonly string[] = [
	...scanners.map(sql => sql.replaceAll("'127.0.0.1'", "'%'")),
	`CREATE USER admin@'%' IDENTIFIED VIA ed25519 USING PASSWORD('${secrets.admin}'); GRANT ALL ON *.* TO admin@'%'`,
];

/** Looks at a server with `threeAccounts` as each of them; the answer says what a check told each. */
export const probeAsThreeAccounts = async (
	options: Omit<MysqlProbe, 'user' | 'password'>,
): Promise<(check: string) => Told> => {
	const look = (user: string, password: string): Promise<TargetReport> =>
		probeMysql({...options, user, password});
	const superuser = await look('admin', secrets.admin);
	const monitor = await look('dbvet', secrets.scanner);
	const nothing = await look('nothing', secrets.nothing);
	return check => ({
		superuser: tellOf(superuser, check),
		monitor: tellOf(monitor, check),
		nothing: tellOf(nothing, check),
	});
};
