import {blind, cut, example, listed} from '../examples.js';
import {safeFunction} from '../examples-functions.js';
import {
	hasTemporary,
	leavesTemporary,
	searchPathFault,
	splitSearchPath,
} from '../judge/search-path.js';
import type {PostgresFacts} from '../facts.js';
import type {SchemaAccess} from '../facts/objects.js';
import type {Listing} from '../facts/server.js';
import {administersManaged, isProviderRole, ownedByProvider} from '../judge/roles.js';
import {defineCheck, fail, inDatabase, judgeListing, whenAllSeen} from '../judge/verdicts.js';
import {shownBy} from '../sources.js';

const expected =
	'each SECURITY DEFINER function has a fixed search_path of schemas that only trusted roles write to';

const app = {name: 'app', owner: null, publicCreate: false, publicUsage: false, creators: []};

/** Who may put something of his own into a schema that a function of `owner` trusts: everybody, or the roles by name. */
const writersOf = (
	facts: Pick<PostgresFacts, 'provider' | 'memberships'>,
	schemas: readonly SchemaAccess[],
	name: string,
	owner: string,
): string | undefined => {
	const {provider} = facts;
	const schema = schemas.find(one => one.name === name);
	if (schema?.publicCreate === true) return 'every role';
	const others = (schema?.creators ?? []).filter(
		role => role !== owner && !(provider.seen && isProviderRole(role, provider.value)),
	);
	const holder = schema?.owner ?? owner;
	if (holder !== owner && !administersManaged(facts, holder)) others.unshift(`its owner ${holder}`);
	return others.length === 0 ? undefined : others.join(', ');
};

/** A schema of a pinned path that is not there: whoever may create schemas decides what is found in it. */
const missingSchema = (
	path: string | null,
	{items, complete}: Listing<SchemaAccess>,
): string | undefined =>
	path === null || !complete
		? undefined
		: splitSearchPath(path).find(
				name =>
					!/^(pg_.*|information_schema|[$]user)$/.test(name) &&
					!items.some(schema => schema.name === name),
			);

export const pgSecdefSearchPath = defineCheck({
	id: 'pg-secdef-search-path',
	title: 'Privileged functions pin their search path',
	question: 'Can a caller change what names mean inside a SECURITY DEFINER function?',
	why: 'Such a function runs with its owner’s rights. Without a pinned search_path the caller chooses which tables and functions its unqualified names find.',
	severity: 'medium',
	source: shownBy('definerFunctions', 'schemas', 'memberships'),
	needs: 'any login role',
	remediation: {
		all: "ALTER FUNCTION name(arguments) SET search_path = ''; with all names in the body qualified, or a list of trusted schemas with pg_temp last.",
	},
	judge: facts =>
		whenAllSeen(facts.definerFunctions, facts.schemas, expected, (functions, schemas) => {
			const complete = functions.complete && schemas.complete;
			return judgeListing({items: functions.items, complete}, expected, {
				offends: item => {
					if (ownedByProvider(facts, item)) return undefined;
					const fault = searchPathFault(item.searchPath, schema =>
						writersOf(facts, schemas.items, schema, item.owner),
					);
					const missing = missingSchema(item.searchPath, schemas);
					if (fault === undefined && missing !== undefined)
						return fail(
							`${item.name} of ${item.owner}: search_path contains ${missing}, which is not there, so that whoever may create schemas decides what is found in it ${inDatabase(facts)}`,
							expected,
							{object: item.name, severity: 'low'},
						);
					if (fault === undefined)
						return leavesTemporary(item.searchPath) ||
							(item.bareCatalogue && !item.bound && !hasTemporary(item.searchPath))
							? fail(
									`${item.name} of ${item.owner}: search_path is pinned without pg_temp at its end, so that temporary tables are found first ${inDatabase(facts)}`,
									expected,
									{object: item.name, severity: 'info'},
								)
							: undefined;
					const severity = item.bound
						? 'low'
						: item.ownerPowerful && item.publicExecute
							? 'high'
							: 'medium';
					return fail(`${item.name} of ${item.owner}: ${fault} ${inDatabase(facts)}`, expected, {
						object: item.name,
						severity,
					});
				},
				clean: `${functions.items.length} SECURITY DEFINER functions, all pinned to schemas in which nobody but the function’s owner and superusers may create, ${inDatabase(facts)}`,
			});
		}),
	examples: {
		healthy: [
			example(),
			example({definerFunctions: listed(safeFunction)}),
			example({
				definerFunctions: listed({...safeFunction, searchPath: 'app, pg_temp'}),
				schemas: listed(app),
			}),
			example({
				definerFunctions: listed({...safeFunction, searchPath: 'app, pg_temp'}),
				schemas: listed({...app, owner: 'shop_owner'}),
			}),
		],
		defective: [
			example({definerFunctions: listed({...safeFunction, searchPath: null})}),
			example({definerFunctions: listed({...safeFunction, searchPath: '"$user", app'})}),
			example({definerFunctions: listed({...safeFunction, searchPath: 'gone, pg_temp'})}),
			example({definerFunctions: listed({...safeFunction, bareCatalogue: true})}),
			example({
				definerFunctions: listed({...safeFunction, searchPath: 'app, pg_temp'}),
				schemas: listed({...app, owner: 'shop_app'}),
			}),
			example({
				definerFunctions: listed({...safeFunction, searchPath: 'public'}),
				schemas: listed({
					name: 'public',
					owner: null,
					publicCreate: true,
					publicUsage: true,
					creators: [],
				}),
			}),
			example({
				definerFunctions: listed({...safeFunction, searchPath: 'app, pg_temp'}),
				schemas: listed({
					name: 'app',
					owner: null,
					publicCreate: false,
					publicUsage: false,
					creators: ['shop_app'],
				}),
			}),
		],
		blind: [blind, example({definerFunctions: cut(safeFunction)})],
	},
});
