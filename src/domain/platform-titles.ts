import type {Platform} from './platform.js';

/** What a platform is called in a sentence. */
export const platformTitles: Readonly<Record<Platform, string>> = {
	'aws-rds': 'AWS RDS',
	'aws-aurora': 'AWS Aurora',
	'google-cloud-sql': 'Google Cloud SQL',
	'azure-flexible-server': 'Azure flexible server',
	digitalocean: 'DigitalOcean',
	aiven: 'Aiven',
	heroku: 'Heroku',
	supabase: 'Supabase',
	neon: 'Neon',
	'cloudnative-pg': 'CloudNativePG',
	'self-managed': 'Self-managed',
};
