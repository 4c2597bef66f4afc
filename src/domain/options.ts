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
