import type {Platform} from '../../../domain/platform.js';
import type {Provider} from '../facts/server.js';

const own: ReadonlySet<Platform> = new Set<Platform>([
	'aws-rds',
	'aws-aurora',
	'google-cloud-sql',
	'azure-flexible-server',
	'digitalocean',
	'aiven',
	'neon',
	'supabase',
	'heroku',
]);

/** True for providers that archive by means of their own, whatever the server's settings say. */
export const archivesElsewhere = ({platform}: Provider): boolean =>
	platform !== undefined && own.has(platform);
