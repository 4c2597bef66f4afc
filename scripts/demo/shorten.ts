/**
 * What `dbvet check` printed, with the first few of its problems only: each begins at the margin and goes on indented, and
 * an empty line parts them from the verdict.
 */
export const shortened = (printed: string, most: number): string => {
	const lines = printed.trimEnd().split('\n');
	const parting = lines.lastIndexOf('');
	const begins = lines.flatMap((line, at) => (at < parting && /^\S/.test(line) ? [at] : []));
	const cut = begins[most];
	if (cut === undefined) return printed;
	return [
		...lines.slice(0, cut),
		`… and ${begins.length - most} more: dbvet check shows them all`,
		...lines.slice(parting),
		'',
	].join('\n');
};
