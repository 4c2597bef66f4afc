/** A name as PostgreSQL takes it whatever is in it. */
export const sqlName = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** A text as PostgreSQL takes it, whatever `standard_conforming_strings` says. */
export const sqlText = (text: string): string => {
	const quoted = `'${text.replaceAll("'", "''")}'`;
	return text.includes('\\') ? `E${quoted.replaceAll('\\', '\\\\')}` : quoted;
};

/** A block of PL/pgSQL, one statement: all of it happens or nothing. `names` may stand in it and must not end it. */
export const block = (names: readonly string[], lines: readonly string[]): readonly string[] => {
	let tag = 'dbvet';
	while (names.some(name => name.includes(`$${tag}$`))) tag += '_';
	return [`DO $${tag}$`, 'BEGIN', ...indented(lines), 'END', `$${tag}$;`];
};

/** Lines that stand one level deeper. */
export const indented = (lines: readonly string[]): readonly string[] =>
	lines.map(line => `  ${line}`);
