import {blind, cut, example, listed} from '../examples.js';
import type {IdentMap} from '../facts/operation.js';
import {defineCheck, fail, judgeListing, whenAllSeen} from '../judge/verdicts.js';

const expected = 'maps name the users of the system whom they let be a role';
const line: IdentMap = {
	place: 'pg_ident.conf:3',
	map: 'ops',
	system: '/^(.*)$',
	role: 'postgres',
	error: false,
};

/** A regular expression that takes every name; `^(.*)$` with \1 says what the server does without a map. */
const takesAll = ({system, role}: IdentMap): boolean =>
	system !== null &&
	/^\/\^?\(?\.[*+]\)?\$?$/.test(system) &&
	!(role === '\\1' && system.includes('('));

export const pgIdentCatchall = defineCheck({
	id: 'pg-ident-catchall',
	title: 'No user map lets everybody be somebody',
	question: 'Does every line of pg_ident.conf name the system users whom it is for?',
	why: 'A pattern that takes every name lets any user of the machine, or of the directory, log in as the role beside it.',
	severity: 'medium',
	scope: 'node',
	needs: 'SELECT on pg_ident_file_mappings and EXECUTE on its function, PostgreSQL 15 or newer',
	remediation: {
		all: 'Replace the pattern by the names, or by one that is bound to your realm: /^(.*)@example\\.com$ with \\1.',
	},
	judge: facts =>
		whenAllSeen(facts.identMaps, facts.roles, expected, (maps, roles) => {
			const superusers = new Set(roles.items.filter(r => r.superuser).map(r => r.name));
			return judgeListing(maps, expected, {
				offends: item =>
					!item.error && takesAll(item)
						? fail(
								`${item.place}: map ${item.map ?? ''} takes every name for ${item.role ?? ''}`,
								expected,
								{
									object: item.place,
									...(superusers.has(item.role ?? '') || item.role === 'all'
										? {severity: 'high'}
										: {}),
								},
							)
						: undefined,
				clean: 'no map takes every name for another role',
			});
		}),
	examples: {
		healthy: [
			example(),
			example({identMaps: listed({...line, role: '\\1'})}),
			example({identMaps: listed({...line, system: '/^(.*)@example\\.com$'})}),
		],
		defective: [
			example({identMaps: listed(line)}),
			example({identMaps: listed({...line, system: '/.*', role: 'shop_app'})}),
		],
		blind: [blind, example({identMaps: cut()})],
	},
});
