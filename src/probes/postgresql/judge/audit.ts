import {asList} from './settings.js';

/** The classes of pgAudit (its manual, pgaudit.log). */
const classes = ['read', 'write', 'function', 'role', 'ddl', 'misc', 'misc_set'] as const;

/**
 * What a value of pgaudit.log comes to: words apply from left to right, `-class` takes away, `all` and `none` as they
 * say. Undefined for a word that is no class.
 */
export const auditClasses = (value: string): ReadonlySet<string> | undefined => {
	const active = new Set<string>();
	for (const word of asList(value)) {
		const negative = word.startsWith('-');
		const name = negative ? word.slice(1) : word;
		const meant = name === 'all' ? classes : name === 'none' ? [] : classes.filter(c => c === name);
		if (name !== 'none' && meant.length === 0) return undefined;
		if (name === 'none') active.clear();
		for (const item of meant) {
			if (negative) active.delete(item);
			else active.add(item);
		}
	}
	return active;
};
