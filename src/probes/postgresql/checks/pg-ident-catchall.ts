import {blind, cut, example, listed} from '../examples.js';
import type {IdentMap} from '../facts/operation.js';
import {judgeMaps} from '../judge/ident.js';
import {defineCheck, fail} from '../judge/verdicts.js';
import {shownBy} from '../sources.js';

const expected = 'maps name the users of the system whom they let be a role';
const line: IdentMap = {
	place: 'pg_ident.conf:3',
	map: 'ops',
	system: '/^(.*)$',
	role: 'postgres',
	takesStrangers: false,
	patternOfSuperuser: false,
	error: false,
};

export const pgIdentCatchall = defineCheck({
	id: 'pg-ident-catchall',
	title: 'No user map lets everybody be somebody',
	question: 'Does every line of pg_ident.conf name the system users whom it is for?',
	why: 'A pattern that takes every name lets any user of the machine, or of the directory, log in as the role beside it.',
	severity: 'medium',
	scope: 'node',
	source: shownBy('identMaps', 'roles', 'memberships'),
	needs: 'SELECT on pg_ident_file_mappings and EXECUTE on its function, PostgreSQL 15 or newer',
	remediation: {
		all: 'Replace the pattern by the names, or by one that is bound to your realm: /^(.*)@example\\.com$ with \\1.',
	},
	judge: facts =>
		judgeMaps(facts, expected, {
			offends: (item, superuser) =>
				item.takesStrangers
					? fail(
							`${item.place}: map ${item.map ?? ''} takes names that it cannot know (${item.system ?? ''}) for ${item.role ?? ''}`,
							expected,
							{
								object: item.place,
								...(superuser(item) === undefined ? {} : {severity: 'high'}),
							},
						)
					: undefined,
			clean: 'no map takes every name for another role',
		}),
	examples: {
		healthy: [
			example(),
			example({identMaps: listed({...line, role: '\\1'})}),
			example({identMaps: listed({...line, system: '/^(.*)@example\\.com$'})}),
		],
		defective: [
			example({identMaps: listed({...line, takesStrangers: true})}),
			example({identMaps: listed({...line, role: 'shop_app', takesStrangers: true})}),
		],
		blind: [
			blind,
			example({identMaps: cut()}),
			example({identMaps: listed({...line, system: null, error: true})}),
		],
	},
});
