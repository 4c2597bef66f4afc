/** Characters that mean something in a regular expression. */
const special = /[.*+?^${}()|[\]\\]/g;

/**
 * True when the server's pattern of schema names covers a name: % any text, _ one character, a backslash before one that means
 * itself (MySQL manual, GRANT).
 */
export const covers = (pattern: string, name: string): boolean => {
	const source = pattern.replaceAll(/\\?[\s\S]/g, part => {
		if (part === '%') return '.*';
		if (part === '_') return '.';
		return (part.length === 2 ? part.slice(1) : part).replaceAll(special, String.raw`\$&`);
	});
	return new RegExp(`^${source}$`, 'is').test(name);
};
