import type {Platform} from '../../../domain/platform.js';
import type {Provider, ProviderSigns} from '../facts/server.js';

const bySign: Readonly<Record<string, Platform>> = {
	'database rdsadmin': 'aws-rds',
	'role rds_superuser': 'aws-rds',
	'settings rds.*': 'aws-rds',
	'database cloudsqladmin': 'google-cloud-sql',
	'role cloudsqlsuperuser': 'google-cloud-sql',
	'settings cloudsql.*': 'google-cloud-sql',
	'database azure_maintenance': 'azure-flexible-server',
	'database azure_sys': 'azure-flexible-server',
	'role azure_pg_admin': 'azure-flexible-server',
	'settings azure.*': 'azure-flexible-server',
	'database _dodb': 'digitalocean',
	'role doadmin': 'digitalocean',
	'database _aiven': 'aiven',
	'role avnadmin': 'aiven',
	'role neon_superuser': 'neon',
	'settings neon.*': 'neon',
	'role supabase_admin': 'supabase',
	'settings supautils.*': 'supabase',
};

/**
 * What must be there, all of it, besides the names of roles: settings or databases that no dump carries to another server, and
 * where a provider has no settings of its own the database and the role together. Supabase has nothing that one does not get
 * with its images on a server of one's own, so that it is believed only where it was declared.
 */
const provenBy: Readonly<Partial<Record<Platform, readonly RegExp[]>>> = {
	'aws-rds': [/^(settings rds|database rdsadmin)/],
	'aws-aurora': [/^(settings rds|database rdsadmin)/],
	'google-cloud-sql': [/^(settings|database) cloudsql/],
	'azure-flexible-server': [/^(settings|database) azure/],
	neon: [/^settings neon/],
	digitalocean: [/^database _dodb$/, /^role doadmin$/],
	aiven: [/^database _aiven$/, /^role avnadmin$/],
};

/** True for a platform whose servers bear names of their own, so that a server without any of them is hardly one. */
export const hasSigns = (platform: Platform): boolean =>
	platform === 'aws-aurora' || Object.values(bySign).includes(platform);

const isProven = (platform: Platform, signs: readonly string[]): boolean =>
	provenBy[platform]?.every(proof => signs.some(sign => proof.test(sign))) ?? false;

/**
 * The provider whose names a server has. Aurora has those of RDS too, DigitalOcean may have those of Aiven. The name of a role
 * proves nothing: pg_dumpall carries roles along, and anybody may create one.
 * @param declared the platform that was declared for the target, or that its host name gave away; with signs of it on the
 * server it needs no further proof
 */
export const recognise = (
	{databases, roles, settings, aurora}: ProviderSigns,
	declared?: Platform,
): Provider => {
	const signs = [
		...databases.map(name => `database ${name}`),
		...roles.map(name => `role ${name}`),
		...settings.map(name => `settings ${name}.*`),
		...(aurora ? ['function aurora_version'] : []),
	];
	const found = new Set(
		signs.flatMap(sign => (Object.hasOwn(bySign, sign) ? (bySign[sign] ?? []) : [])),
	);
	if (found.has('digitalocean')) found.delete('aiven');
	if (aurora) {
		found.delete('aws-rds');
		found.add('aws-aurora');
	}
	const candidates = [...found].toSorted();
	const [only, second] = candidates;
	return {
		candidates,
		signs,
		...(only !== undefined && second === undefined && (only === declared || isProven(only, signs))
			? {platform: only}
			: {}),
	};
};
