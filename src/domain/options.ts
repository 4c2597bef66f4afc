// Lists that the command line offers as options: apart from the schemas, because help must not load a validator.

/** How bad something is, the worst first. */
export const severities = ['critical', 'high', 'medium', 'low', 'info'] as const;

/** What can be assessed. */
export const targetKinds = [
	'organisation',
	'vendor',
	'database',
	'application',
	'infrastructure',
	'backup',
] as const;

/** What speaks at a database's port. */
export const engines = ['postgresql', 'mysql', 'mariadb', 'redis', 'valkey'] as const;

/** Where a database runs; decides how-to texts and remediation. */
export const platforms = [
	'aws-rds',
	'aws-aurora',
	'google-cloud-sql',
	'azure-flexible-server',
	'digitalocean',
	'aiven',
	'heroku',
	'supabase',
	'neon',
	'cloudnative-pg',
	'self-managed',
] as const;

/** What `dbvet check` prints. */
export const checkFormats = ['text', 'json', 'sarif', 'junit'] as const;
