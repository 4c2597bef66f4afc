import {blind, cut, example, listed} from '../examples.js';
import {judgeMaps} from '../judge/ident.js';
import {defineCheck, fail} from '../judge/verdicts.js';
import {shownBy} from '../sources.js';

const expected = 'no system user but the server’s own is mapped to a superuser';
const line = {
	place: 'pg_ident.conf:3',
	map: 'ops',
	system: 'deploy',
	role: 'postgres',
	takesStrangers: false,
	patternOfSuperuser: false,
	error: false,
};

export const pgIdentSuperuserMap = defineCheck({
	id: 'pg-ident-superuser-map',
	title: 'User maps lead to no superuser',
	question: 'Is no other system user mapped to a superuser in pg_ident.conf?',
	why: 'Whoever is that user on the machine, or in the directory, is then superuser of the database without a password. The same name on both sides is what the server does anyway.',
	severity: 'medium',
	scope: 'node',
	source: shownBy('identMaps', 'roles', 'memberships'),
	needs: 'SELECT on pg_ident_file_mappings and EXECUTE on its function, PostgreSQL 15 or newer',
	remediation: {
		all: 'Map the user to a role of its own that holds what it needs, and take the line out.',
	},
	judge: facts =>
		judgeMaps(facts, expected, {
			offends: (item, superuser) => {
				const name = superuser(item);
				return name !== undefined && item.system !== name
					? fail(
							`${item.place}: map ${item.map ?? ''} makes ${item.system ?? ''} the superuser ${name}${name === item.role ? '' : ` (${item.role ?? ''})`}`,
							expected,
							{object: item.place},
						)
					: undefined;
			},
			clean: 'no map leads to a superuser of another name',
		}),
	examples: {
		healthy: [
			example(),
			example({identMaps: listed({...line, system: 'postgres'})}),
			example({identMaps: listed({...line, role: 'shop_app'})}),
		],
		defective: [
			example({identMaps: listed(line)}),
			example({identMaps: listed({...line, role: 'all'})}),
			example({identMaps: listed({...line, role: '/^post', patternOfSuperuser: true})}),
			example({
				identMaps: listed({...line, role: '+dba'}),
				memberships: listed({member: 'postgres', role: 'dba', admin: false}),
			}),
		],
		blind: [
			blind,
			example({identMaps: cut()}),
			example({identMaps: listed({...line, system: null, role: null, error: true})}),
		],
	},
});
