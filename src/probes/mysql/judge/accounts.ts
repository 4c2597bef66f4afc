import type {Platform} from '../../../domain/platform.js';
import type {JudgeContext} from '../../engine/check.js';
import type {MysqlFacts} from '../facts.js';
import type {Account, Name} from '../facts/accounts.js';

/** Accounts that a provider keeps for itself: nobody outside can change them. From the providers' manuals. */
const ofProvider: Readonly<Partial<Record<Platform, readonly string[]>>> = {
	'aws-rds': ['rdsadmin', 'rdsrepladmin', 'rds_superuser_role', 'rdstopmgr', 'rdsproxyadmin'],
	'aws-aurora': ['rdsadmin', 'rdsrepladmin', 'rds_superuser_role', 'rdstopmgr', 'rdsproxyadmin'],
	'google-cloud-sql': [
		'cloudsqladmin',
		'cloudsqlsuperuser',
		'cloudsqlimport',
		'cloudsqlexport',
		'cloudsqlreplica',
		'cloudsqlapplier',
		'cloudsqloneshot',
		'cloudsqlobservabilityadmin',
	],
	'azure-flexible-server': ['azure_superuser', 'azure_maintenance', 'azure_replication'],
	digitalocean: ['root', 'repluser', '_dodb', '_doadmin_managed', 'metrics_user_telegraf'],
	aiven: ['root', 'repluser', 'metrics_user_telegraf', 'metrics_user_datadog'],
};

/** `user@host`; a role of MariaDB has no host. */
export const nameOf = ({user, host}: Name): string =>
	host === '' && user !== '' ? user : `${user === '' ? "''" : user}@${host}`;

/** The platform: declared by a person, else recognised on the server. */
export const platformOf = (facts: MysqlFacts, {platform}: JudgeContext): Platform | undefined =>
	platform ?? (facts.provider.seen ? facts.provider.value.platform : undefined);

/** True where somebody else runs the server, and its administrator is theirs. */
export const isManaged = (facts: MysqlFacts, context: JudgeContext): boolean => {
	const platform = platformOf(facts, context);
	return platform !== undefined && Object.hasOwn(ofProvider, platform);
};

/** A host pattern that only means the server's own machine. */
export const isLocalHost = (host: string): boolean =>
	/^(localhost|127(\.\d{1,3}){3}|127\.%|::1)$/.test(host);

/**
 * Somebody can log in as it, and it is not the provider's own. The products' own accounts (mysql.sys, mariadb.sys) are locked:
 * one that is not, or has that name at another host, is somebody's.
 */
export const isForPeople = (facts: MysqlFacts, context: JudgeContext) => {
	const platform = platformOf(facts, context);
	const provider = platform === undefined ? [] : (ofProvider[platform] ?? []);
	return (account: Account): boolean =>
		!account.role && !account.locked && !provider.includes(account.user);
};

/** The administrator that every installation has, reachable from the server's own machine only. */
export const isLocalAdministrator = ({user, host}: Name): boolean =>
	(user === 'root' || user === 'mysql') && isLocalHost(host);

/** True for an account whose user name was declared with this role for the target. */
export const isDeclared = (
	facts: MysqlFacts,
	{user}: Name,
	...roles: readonly MysqlFacts['identities'][number]['role'][]
): boolean => facts.identities.some(one => one.user === user && roles.includes(one.role));

/** Whether an account is the one that dbvet itself uses. */
export const isScanner = (facts: MysqlFacts, name: Name): boolean =>
	facts.observer.seen && facts.observer.value.account === nameOf(name);
