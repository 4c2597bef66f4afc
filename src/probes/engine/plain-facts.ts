import {plainText} from '../../domain/text.js';

const maxText = 2_000;
const maxItems = 2_000;
const maxDepth = 12;

/**
 * Facts as a report may keep them: texts without control characters, long lists and deep nesting cut, keys too.
 * Takes and gives JSON values; anything else (a function, a class instance's methods) is left out.
 */
export const plainFacts = (value: unknown, depth = 0): unknown => {
	if (typeof value === 'string') return plainText(value, maxText);
	if (typeof value === 'number' || typeof value === 'boolean' || value === null) return value;
	if (typeof value !== 'object') return undefined;
	if (depth >= maxDepth) return '…';
	if (Array.isArray(value))
		return value.slice(0, maxItems).map(item => plainFacts(item, depth + 1));
	return Object.fromEntries(
		Object.entries(value)
			.slice(0, maxItems)
			.map(([key, item]) => [plainText(key, 200), plainFacts(item, depth + 1)]),
	);
};
