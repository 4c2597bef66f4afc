import {blind, cut, example, listed} from '../examples.js';
import {defineCheck, fail, judgeListing, whenAllSeen} from '../judge/verdicts.js';

const expected = 'no system user but the server’s own is mapped to a superuser';
const line = {
	place: 'pg_ident.conf:3',
	map: 'ops',
	system: 'deploy',
	role: 'postgres',
	error: false,
};

export const pgIdentSuperuserMap = defineCheck({
	id: 'pg-ident-superuser-map',
	title: 'User maps lead to no superuser',
	question: 'Is no other system user mapped to a superuser in pg_ident.conf?',
	why: 'Whoever is that user on the machine, or in the directory, is then superuser of the database without a password. The same name on both sides is what the server does anyway.',
	severity: 'medium',
	scope: 'node',
	needs: 'SELECT on pg_ident_file_mappings and EXECUTE on its function, PostgreSQL 15 or newer',
	remediation: {
		all: 'Map the user to a role of its own that holds what it needs, and take the line out.',
	},
	judge: facts =>
		whenAllSeen(facts.identMaps, facts.roles, expected, (maps, roles) => {
			const superusers = new Set(roles.items.filter(r => r.superuser).map(r => r.name));
			return judgeListing(
				{items: maps.items, complete: maps.complete && roles.complete},
				expected,
				{
					offends: ({place, map, system, role, error}) =>
						!error && role !== null && superusers.has(role) && system !== role
							? fail(
									`${place}: map ${map ?? ''} makes ${system ?? ''} the superuser ${role}`,
									expected,
									{object: place},
								)
							: undefined,
					clean: 'no map leads to a superuser of another name',
				},
			);
		}),
	examples: {
		healthy: [
			example(),
			example({identMaps: listed({...line, system: 'postgres'})}),
			example({identMaps: listed({...line, role: 'shop_app'})}),
		],
		defective: [example({identMaps: listed(line)})],
		blind: [blind, example({identMaps: cut()})],
	},
});
