/** The schemas of a search_path as they are stored in pg_proc.proconfig: unquoted and in order. */
const splitSearchPath = (path: string): readonly string[] =>
	[...path.matchAll(/"((?:[^"]|"")*)"|([^,\s]+)/g)]
		.map(([, quoted, bare]) => quoted?.replaceAll('""', '"') ?? bare ?? '')
		.filter(schema => schema !== '');

/**
 * What is wrong with the search_path of a privileged function, in words; undefined when any fixed list of schemas that
 * strangers cannot write to pins it. pg_temp may stand at the end only (PostgreSQL manual, CREATE FUNCTION).
 * @param path null when the function pins none
 * @param writable schemas in which PUBLIC may create
 */
export const searchPathFault = (
	path: string | null,
	writable: ReadonlySet<string>,
): string | undefined => {
	if (path === null) return 'search_path is not pinned';
	const schemas = splitSearchPath(path);
	if (schemas.includes('$user')) return 'search_path contains "$user"';
	const open = schemas.find(schema => writable.has(schema));
	if (open !== undefined) return `search_path contains ${open}, where every role may create`;
	const temporary = schemas.indexOf('pg_temp');
	return temporary >= 0 && temporary < schemas.length - 1
		? 'search_path has pg_temp before other schemas'
		: undefined;
};
