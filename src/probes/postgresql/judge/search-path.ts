/** The schemas of a search_path in order. Without quotes they are in small letters, as the server takes them. */
export const splitSearchPath = (path: string): readonly string[] =>
	[...path.matchAll(/"((?:[^"]|"")*)"|([^,\s]+)/g)]
		.map(([, quoted, bare]) => quoted?.replaceAll('""', '"') ?? bare?.toLowerCase() ?? '')
		.filter(schema => schema !== '');

/** True for a pinned list that says when pg_temp is looked through. */
export const hasTemporary = (path: string | null): boolean =>
	path !== null && splitSearchPath(path).includes('pg_temp');

/**
 * True for a pinned list of schemas that does not name pg_temp: temporary tables and types then come before all of them
 * (PostgreSQL manual, Writing SECURITY DEFINER Functions Safely). The empty list and pg_catalog alone are fine: what is found
 * through them is written with its schema, or is a function, which is never looked for in pg_temp; but for system tables that
 * are read by their bare names, which a temporary table takes the place of.
 */
export const leavesTemporary = (path: string | null): boolean => {
	const schemas = path === null ? [] : splitSearchPath(path);
	return !schemas.includes('pg_temp') && schemas.some(schema => schema !== 'pg_catalog');
};

/**
 * What is wrong with the search_path of a privileged function, in words; undefined when any fixed list of schemas that
 * strangers cannot write to pins it. pg_temp may stand at the end only (PostgreSQL manual, CREATE FUNCTION).
 * @param path null when the function pins none
 * @param writers who may create in a schema besides those who are trusted, in words; undefined for nobody
 */
export const searchPathFault = (
	path: string | null,
	writers: (schema: string) => string | undefined,
): string | undefined => {
	if (path === null) return 'search_path is not pinned';
	const schemas = splitSearchPath(path);
	if (schemas.includes('$user')) return 'search_path contains "$user"';
	for (const schema of schemas) {
		const who = writers(schema);
		if (who !== undefined) return `search_path contains ${schema}, where ${who} may create`;
	}
	const temporary = schemas.indexOf('pg_temp');
	return temporary >= 0 && temporary < schemas.length - 1
		? 'search_path has pg_temp before other schemas'
		: undefined;
};
