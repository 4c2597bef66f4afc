import type {PostgresFacts} from './facts.js';
import type {HbaRule} from './facts/objects.js';
import {example, listed} from './examples.js';

/**
 * A rule of pg_hba.conf from its words: type, database, user, address with netmask (`10.0.0.0/255.0.0.0`, or `all`),
 * method. `local` rules have no address.
 */
export const rule = (text: string, order = 1): HbaRule => {
	const words = text.split(/\s+/);
	const [type = '', databases = '', users = ''] = words;
	const [where, method] = type === 'local' ? [undefined, words[3]] : [words[3], words[4]];
	const [address = null, netmask = null] = where?.split('/') ?? [];
	return {
		order,
		place: `line ${order}`,
		type,
		databases: databases.split(','),
		users: users.split(','),
		address,
		netmask,
		method: method ?? null,
		clientCertificate: null,
		protectsPassword: false,
		bindPassword: false,
		map: null,
		plainIssuer: false,
		delegatesMapping: false,
		error: false,
	};
};

/** Facts with these rules in this order. */
export const withRules = (...texts: readonly string[]): PostgresFacts =>
	example({rules: listed(...texts.map((text, i) => rule(text, i + 1)))});

/** Rules as they should be. */
export const hardenedRules: readonly string[] = [
	'local all all peer',
	'hostssl all all 10.0.0.0/255.255.255.0 scram-sha-256',
	'host all all all reject',
];
