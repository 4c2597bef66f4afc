import {UserError} from '../../domain/errors.js';
import type {Target} from '../../domain/target.js';
import {plainText} from '../../domain/text.js';

/** The scanner's login where nobody names another. */
export const ownLogin = 'dbvet';

/** Logins that come with a server or a platform, in small letters: whoever changes one locks people or programs out. */
const builtIn: ReadonlySet<string> = new Set([
	...['postgres', 'root', 'default', 'admin', 'administrator', 'superuser', 'mysql', 'mariadb'],
	...['master', 'masteruser', 'dbadmin', 'adminuser', 'sa', 'sys', 'enterprisedb', 'citus'],
	...['rdsadmin', 'rds_superuser', 'rdsrepladmin', 'rds_replication', 'cloudsqladmin'],
	...['cloudsqlsuperuser', 'cloudsqlimportexport', 'azure_superuser', 'azure_pg_admin'],
	...['azuresu', 'doadmin', 'avnadmin', 'neon_superuser', 'neondb_owner', 'cloud_admin'],
	...['supabase_admin', 'authenticator', 'streaming_replica', 'replicator', 'replication'],
	...['mysql.sys', 'mysql.session', 'mysql.infoschema', 'mariadb.sys'],
]);

const isBuiltIn = (login: string): boolean =>
	builtIn.has(login.toLowerCase()) || login.toLowerCase().startsWith('pg_');

/** What else logs in with this name, in words; undefined where nothing says so. */
const otherUse = (login: string, targets: readonly Target[]): string | undefined => {
	if (isBuiltIn(login)) return 'which is the login of administrators or of the server itself';
	for (const target of targets) {
		if (target.kind !== 'database' || target.retiredAt !== undefined) continue;
		const found = target.identities.find(one => one.role !== 'scanner' && one.user === login);
		if (found !== undefined) return `which is the ${found.role} login of ${target.name}`;
	}
	return undefined;
};

/**
 * The login that a script is to make or take away. One that the URL names was perhaps made for something else, and only its
 * name can say that it was not: without `dbvet` in it, and without `--user`, the script speaks of a login of its own.
 * @param named the login of the target's scanner
 * @param given what `--user` says
 * @returns the login, and what to say where it is not the one of the URL
 * @throws UserError for a login that something else is known to use
 */
export const loginFor = (
	{
		target,
		named,
		given,
	}: {
		readonly target: string;
		readonly named: string | undefined;
		readonly given: string | undefined;
	},
	targets: readonly Target[],
): {readonly user: string; readonly ownLogin?: {readonly note: string; readonly next: string}} => {
	if (given !== undefined || named === undefined || named.toLowerCase().includes(ownLogin)) {
		const user = given ?? named ?? ownLogin;
		const other = otherUse(user, targets);
		if (other === undefined) return {user};
		throw new UserError(
			`No script is written for the login ${plainText(user, 80)}, ${other}: dbvet never changes a login that something else uses.`,
			[
				`Give the scanner one of its own, for example: --user ${user === ownLogin ? 'dbvet_scanner' : ownLogin}`,
			],
		);
	}
	const other = otherUse(named, targets);
	const kept = plainText(named, 80);
	const why =
		other ??
		`which the URL names (if it is to be the scanner's alone and is not there yet: --user ${kept})`;
	return {
		user: loginFor({target, named: undefined, given: undefined}, targets).user,
		ownLogin: {
			note: `This is for a login of its own, ${ownLogin}, and leaves ${kept} alone, ${why}.`,
			next: `Then let dbvet use it: dbvet target change ${target} --user ${ownLogin}`,
		},
	};
};
