import type {Observed} from '../../engine/check.js';
import type {MysqlFacts} from '../facts.js';

/** Booleans come as ON, OFF, 1, 0, YES, NO. Anything else is undefined. */
export const asBoolean = (value: string): boolean | undefined => {
	const word = value.trim().toLowerCase();
	if (['on', '1', 'true', 'yes', 'enabled'].includes(word)) return true;
	if (['off', '0', 'false', 'no', 'disabled'].includes(word)) return false;
	return undefined;
};

/** A comma-separated list as upper-case words without quotes and blanks. */
export const asList = (value: string): readonly string[] =>
	value
		.split(',')
		.map(word => word.trim().replaceAll(/["'`]/g, '').toUpperCase())
		.filter(word => word !== '');

/** A variable's value; undefined when the server has none of that name. */
export const variableOf = (facts: MysqlFacts, name: string): Observed<string> | undefined => {
	if (!facts.variables.seen) return facts.variables;
	const value = facts.variables.value[name];
	return value === undefined ? undefined : {seen: true, value, source: `variable ${name}`};
};
