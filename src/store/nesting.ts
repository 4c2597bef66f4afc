/** Nothing that dbvet writes nests deeper than this; what does was made to exhaust the stack of whoever reads it. */
export const maxDepth = 64;

/** True when objects and arrays nest deeper than `levels`. Looks no deeper than that itself. */
export const nestsDeeper = (value: unknown, levels: number = maxDepth): boolean =>
	typeof value === 'object' &&
	value !== null &&
	(levels === 0 || Object.values(value).some(inner => nestsDeeper(inner, levels - 1)));
