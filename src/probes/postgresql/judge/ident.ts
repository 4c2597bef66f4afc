import {unseen, type Verdict} from '../../engine/check.js';
import type {PostgresFacts} from '../facts.js';
import type {IdentMap} from '../facts/operation.js';
import type {Role} from '../facts/roles.js';
import {belongsTo} from './roles.js';
import {judgeListing, unknown, whenAllSeen, whenSeen} from './verdicts.js';

/**
 * The superuser that a map leads to, or what it says of many roles: a name, `all`, `+group` or a pattern (the last three since
 * PostgreSQL 16); undefined for none.
 */
type Target = (map: IdentMap) => string | undefined;

/** Judges the lines of pg_ident.conf; a line that the server cannot read keeps older maps in force, which nobody sees. */
export const judgeMaps = (
	facts: PostgresFacts,
	expected: string,
	rule: {
		readonly offends: (map: IdentMap, superuser: Target) => Verdict | undefined;
		readonly clean: string;
	},
): readonly Verdict[] =>
	whenAllSeen(facts.identMaps, facts.roles, expected, (maps, roles) =>
		whenSeen(facts.memberships, expected, memberships => {
			const superusers = roles.items.filter(role => role.superuser);
			const within = (group: string): Role | undefined =>
				superusers.find(({name}) => name === group || belongsTo(memberships.items, name, group));
			const target: Target = ({role, patternOfSuperuser}) => {
				if (role === 'all') return superusers[0]?.name;
				if (patternOfSuperuser) return role ?? undefined;
				if (role?.startsWith('+') === true) return within(role.slice(1))?.name;
				return superusers.find(({name}) => name === role)?.name;
			};
			const verdicts = judgeListing(
				{
					items: maps.items,
					complete: maps.complete && roles.complete && memberships.complete,
				},
				expected,
				{
					offends: map => (map.error ? undefined : rule.offends(map, target)),
					clean: `${rule.clean} (as the file is now; whether it was loaded since its last change is not seen)`,
				},
			);
			return maps.items.some(({error}) => error) &&
				verdicts.every(({outcome}) => outcome === 'pass')
				? [
						unknown(
							unseen('file-invalid', {
								detail:
									'pg_ident.conf has a line that the server cannot read, so that the maps in force are older ones',
							}),
							expected,
						),
					]
				: verdicts;
		}),
	);
