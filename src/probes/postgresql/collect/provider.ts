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

/** Providers that always bring settings or databases of their own, which no dump carries to another server. */
const provenBy: Readonly<Partial<Record<Platform, RegExp>>> = {
	'aws-rds': /^(settings|database) /,
	'aws-aurora': /^(settings|database|function) /,
	'google-cloud-sql': /^(settings|database) /,
	'azure-flexible-server': /^(settings|database) /,
	neon: /^settings /,
};

/**
 * The provider whose names a server has. Aurora has those of RDS too, DigitalOcean may have those of Aiven. Roles alone
 * prove nothing where the provider has more: pg_dumpall carries them along, and anybody may create them.
 */
export const recognise = ({databases, roles, settings, aurora}: ProviderSigns): Provider => {
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
	const [only] = candidates;
	const proof = only === undefined ? undefined : provenBy[only];
	const proven =
		proof === undefined ||
		signs.some(
			sign => proof.test(sign) && (sign.startsWith('function') || bySign[sign] !== undefined),
		);
	return {
		candidates,
		signs,
		...(only !== undefined && candidates.length === 1 && proven ? {platform: only} : {}),
	};
};
