import type {DeclaredFacts, PostgresFacts} from './facts.js';
import {codeSources} from './sources/code.js';
import {objectSources} from './sources/objects.js';
import {serverSources} from './sources/server.js';

type Fact = Exclude<keyof PostgresFacts, keyof DeclaredFacts | 'settings'>;

/** Of each fact the statements that show it: for whoever wants to see it again, as an administrator. */
export const factSources: Readonly<Record<Fact, string>> = {
	...serverSources,
	...objectSources,
	...codeSources,
};

/** The statement that shows settings by their names; one that the version does not have is just not shown. */
export const settingSource = (...names: readonly string[]): string => {
	const quoted = names.map(name => `'${name}'`);
	return `SELECT name, setting FROM pg_settings WHERE name ${quoted.length === 1 ? `= ${quoted.join('')}` : `IN (${quoted.join(', ')})`}`;
};

const prefix = 'setting ';

/**
 * The statements, for psql, that show what a check judges by, what matters most first.
 * @param what facts by their names, and settings as `setting ssl`
 */
export const shownBy = (...what: readonly (Fact | `setting ${string}`)[]): string => {
	const names = what.flatMap(one => (one.startsWith(prefix) ? [one.slice(prefix.length)] : []));
	const statements = what.map(one =>
		Object.hasOwn(factSources, one) ? factSources[one as Fact] : settingSource(...names),
	);
	return [...new Set(statements)].join('; ');
};
