import type {Platform} from '../domain/platform.js';

const suffixes: readonly (readonly [RegExp, Platform])[] = [
	[/\.cluster-[a-z0-9-]+\.[a-z0-9-]+\.rds\.amazonaws\.com(\.cn)?$/, 'aws-aurora'],
	[/\.rds\.amazonaws\.com(\.cn)?$/, 'aws-rds'],
	[/\.postgres\.database\.azure\.com$/, 'azure-flexible-server'],
	[/\.mysql\.database\.azure\.com$/, 'azure-flexible-server'],
	[/\.db\.ondigitalocean\.com$/, 'digitalocean'],
	[/\.aivencloud\.com$/, 'aiven'],
	[/\.supabase\.(co|com)$/, 'supabase'],
	[/\.neon\.tech$/, 'neon'],
	[/\.sql\.goog$/, 'google-cloud-sql'],
];

/** The platform that a host name gives away; undefined when it says nothing. */
export const recognisePlatform = (host: string): Platform | undefined =>
	suffixes.find(([pattern]) => pattern.test(host.toLowerCase()))?.[1];
