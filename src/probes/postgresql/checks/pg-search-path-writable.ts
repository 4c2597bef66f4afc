import {unseen, type Verdict} from '../../engine/check.js';
import {blind, cut, example, listed, observer, plainRole, settings} from '../examples.js';
import type {PostgresFacts} from '../facts.js';
import type {RoleSetting} from '../facts/roles.js';
import {overridesOf, unreadOverrides} from '../judge/overrides.js';
import {
	allComplete,
	openFor,
	ownersOver,
	pathForAll,
	pathsOfRoles,
	writersOf,
	type SearchPath,
} from '../judge/path-writers.js';
import {withValues} from '../judge/values.js';
import {defineCheck, fail, inDatabase, pass, unknown, whenAllSeen} from '../judge/verdicts.js';
import {shownBy} from '../sources.js';

const expected = 'no schema in a search_path in which others than its owner may create objects';
const open = {name: 'public', owner: null, publicCreate: true, publicUsage: true, creators: []};
const shared = {...open, name: 'shared', publicCreate: false, creators: ['bi_group']};
const ownPath = listed({
	role: 'shop_app',
	database: null,
	name: 'search_path',
	value: 'app, shared',
	secretLike: false,
});

const ofDatabase = (value: string): RoleSetting => ({
	role: null,
	database: observer.database,
	name: 'search_path',
	value,
	secretLike: false,
});

const tooMany = unseen('limit-exceeded', {
	detail: 'there are more schemas, roles or memberships than dbvet reads',
});

/** Names that a sentence holds; the rest are counted. */
const mostNamed = 5;
const someOf = (names: readonly string[]): string => {
	const all = [...new Set(names)];
	return all.length <= mostNamed
		? all.join(', ')
		: `${all.slice(0, mostNamed).join(', ')} and ${all.length - mostNamed} more`;
};

type Planted = ReturnType<typeof writersOf>[number] & {readonly where: string};

/** One schema, whoever may create in it and whoever looks through it: one REVOKE mends it for all of them. */
const plantedIn = (facts: PostgresFacts, schema: string, all: readonly Planted[]): Verdict => {
	const creators = all.flatMap(({creator}) => creator ?? []);
	const who = creators.length < all.length ? 'everybody' : someOf(creators);
	// The path of all roles is everybody's who has none of their own, and nobody lists those.
	const lookers = all.some(({exposed}) => exposed.length === 0)
		? 'every role without a search_path of its own'
		: someOf(all.flatMap(({exposed}) => exposed));
	return fail(
		`${who} may create objects in ${schema}, and ${lookers} may look for theirs there (search_path of ${someOf(all.map(({where}) => where))}) ${inDatabase(facts)}`,
		expected,
		{object: schema},
	);
};

export const pgSearchPathWritable = defineCheck({
	id: 'pg-search-path-writable',
	title: 'Nobody plants objects where others look for theirs',
	question: 'Is every schema of every search_path closed for objects of PUBLIC and of other roles?',
	why: 'Whoever creates a function with a fitting name in such a schema has it run by others, administrators among them (CVE-2018-1058).',
	severity: 'high',
	source: shownBy('schemas', 'setting search_path', 'roleSettings', 'roles', 'memberships'),
	needs: 'any login role',
	remediation: {
		all: 'REVOKE CREATE ON SCHEMA name FROM PUBLIC; (or from the role that is named), or take the schema out: ALTER ROLE name SET search_path = app;',
	},
	judge: facts =>
		whenAllSeen(facts.schemas, facts.roles, expected, (schemas, roles) => {
			// Which paths hold in this database is not to be told without its name.
			if (!facts.observer.seen) return [unknown(facts.observer, expected)];
			return whenAllSeen(
				overridesOf(facts, 'search_path'),
				facts.memberships,
				expected,
				(overrides, memberships) => {
					const judgePaths = (all: SearchPath): readonly Verdict[] => {
						const paths = [all, ...pathsOfRoles(facts, overrides)];
						const own = new Set(paths.map(({role}) => role));
						const planted = paths.flatMap(path =>
							[
								...openFor(path, schemas.items, roles.items),
								...ownersOver(path, schemas.items, roles.items, own),
								...writersOf(path, schemas.items, roles.items, memberships.items, own),
							].map(one => ({...one, where: path.where})),
						);
						const bad = [...new Set(planted.map(({schema}) => schema))].map(schema =>
							plantedIn(
								facts,
								schema,
								planted.filter(one => one.schema === schema),
							),
						);
						if (bad.length > 0) return bad;
						const unread = unreadOverrides(facts);
						if (unread !== undefined) return [unknown(unread, expected)];
						return allComplete(schemas, roles, memberships)
							? [
									pass(
										`none of ${paths.length} search_paths leads through a schema in which others than its owner may create ${inDatabase(facts)}`,
										expected,
									),
								]
							: [unknown(tooMany, expected)];
					};
					// The server's own path is nobody's where the database has another.
					const replacing = pathForAll(facts, overrides);
					return replacing === undefined
						? withValues(facts, expected, {search_path: {}}, values =>
								judgePaths({where: 'the server', path: values.search_path ?? '', role: null}),
							)
						: judgePaths(replacing);
				},
			);
		}),
	examples: {
		healthy: [
			example(),
			// A role may create in its own path, and a group without members is nobody.
			example({
				schemas: listed({...shared, creators: ['shop_app', 'bi_group']}),
				roleSettings: ownPath,
			}),
			example({
				schemas: listed(open),
				settings: settings({search_path: 'app, pg_catalog'}),
			}),
			// What a role has in this database goes before what it has elsewhere, and a database's path before the server's.
			example({schemas: listed(open), roleSettings: listed(ofDatabase('app'))}),
			example({
				schemas: listed(open),
				settings: settings({search_path: 'app'}),
				roleSettings: listed(
					{...ofDatabase('public'), role: 'shop_app', database: null},
					{...ofDatabase('app'), role: 'shop_app'},
				),
			}),
		],
		defective: [
			example({
				schemas: listed(open),
				settings: settings({search_path: 'app'}),
				roleSettings: listed(ofDatabase('public')),
			}),
			example({
				schemas: listed(open),
				roleSettings: listed({...ofDatabase('app'), database: 'other'}),
			}),
			example({
				schemas: listed(shared),
				roleSettings: ownPath,
				roles: listed(plainRole, {...plainRole, name: 'shop_bi'}),
				memberships: listed({member: 'shop_bi', role: 'bi_group', admin: false}),
			}),
			example({
				schemas: listed({...shared, name: 'public', creators: ['shop_bi']}),
				roles: listed(plainRole, {...plainRole, name: 'shop_bi'}),
			}),
			example({schemas: listed(open)}),
			example({schemas: listed({...open, name: 'shop_app'})}),
			example({
				schemas: listed({...shared, name: 'root', creators: [], owner: 'shop_app'}),
				roles: listed(plainRole, {...plainRole, name: 'root', superuser: true}),
				settings: settings({search_path: '"$user", public'}),
			}),
			example({
				schemas: listed({...open, name: 'shared'}),
				roleSettings: listed({
					role: 'shop_app',
					database: null,
					name: 'search_path',
					value: 'app, shared',
					secretLike: false,
				}),
			}),
		],
		blind: [
			blind,
			example({memberships: cut()}),
			example({schemas: cut()}),
			example({roleSettings: cut()}),
			example({
				roleSettings: cut({
					role: 'shop_app',
					database: null,
					name: 'search_path',
					value: 'app',
					secretLike: false,
				}),
			}),
		],
	},
});
