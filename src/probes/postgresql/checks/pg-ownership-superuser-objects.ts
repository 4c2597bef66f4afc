import {blind, cut, example, listed} from '../examples.js';
import {ownedByProvider} from '../judge/roles.js';
import {defineCheck, fail, inDatabase, judgeListing, whenAllSeen} from '../judge/verdicts.js';
import {shownBy} from '../sources.js';

const expected = 'objects of the application belong to a role that is no superuser';
const owned = {kind: 'tables', owner: 'postgres', objects: 12, example: 'public.orders'};

export const pgOwnershipSuperuserObjects = defineCheck({
	id: 'pg-ownership-superuser-objects',
	title: 'Superusers own nothing of the application',
	question:
		'Do the application’s tables, views and functions belong to a role that is no superuser?',
	why: 'Views and SECURITY DEFINER functions act with the rights of their owner, past row security, and every migration then needs a superuser.',
	severity: 'low',
	source: shownBy('superuserObjects'),
	needs: 'any login role',
	remediation: {
		all: 'Create a NOLOGIN role for the application’s schema and REASSIGN its objects: ALTER TABLE name OWNER TO it;',
	},
	judge: facts =>
		whenAllSeen(facts.superuserObjects, facts.provider, expected, objects =>
			judgeListing(objects, expected, {
				offends: ({kind, owner, objects: count, example: one}) =>
					ownedByProvider(facts, {owner})
						? undefined
						: fail(
								`superuser ${owner} owns ${count} ${kind} ${inDatabase(facts)}, for example ${one}`,
								expected,
								{object: `${owner} ${kind}`},
							),
				clean: `no superuser owns tables, views or functions of the application ${inDatabase(facts)}`,
			}),
		),
	examples: {
		healthy: [example()],
		defective: [example({superuserObjects: listed(owned)})],
		blind: [blind, example({superuserObjects: cut()})],
	},
});
