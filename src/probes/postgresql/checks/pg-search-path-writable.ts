import {unseen, type Verdict} from '../../engine/check.js';
import {blind, cut, example, listed, plainRole, settings} from '../examples.js';
import type {PostgresFacts} from '../facts.js';
import {overridesOf, unreadOverrides} from '../judge/overrides.js';
import {
	allComplete,
	openFor,
	pathsHere,
	writersOf,
	type SearchPath,
} from '../judge/path-writers.js';
import {withValues} from '../judge/values.js';
import {defineCheck, fail, inDatabase, pass, unknown, whenAllSeen} from '../judge/verdicts.js';

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

const tooMany = unseen('limit-exceeded', {
	detail: 'there are more schemas, roles or memberships than dbvet reads',
});

/** @param creator a single role; everybody where it is left out */
const planted = (
	facts: PostgresFacts,
	{where}: SearchPath,
	schema: string,
	creator?: string,
): Verdict =>
	fail(
		`the search_path of ${where} leads through ${schema}, where ${creator ?? 'everybody'} may create objects ${inDatabase(facts)}`,
		expected,
		{object: creator === undefined ? `${where} ${schema}` : `${where} ${schema} ${creator}`},
	);

export const pgSearchPathWritable = defineCheck({
	id: 'pg-search-path-writable',
	title: 'Nobody plants objects where others look for theirs',
	question: 'Is every schema of every search_path closed for objects of PUBLIC and of other roles?',
	why: 'Whoever creates a function with a fitting name in such a schema has it run by others, administrators among them (CVE-2018-1058).',
	severity: 'high',
	needs: 'any login role',
	remediation: {
		all: 'REVOKE CREATE ON SCHEMA name FROM PUBLIC; (or from the role that is named), or take the schema out: ALTER ROLE name SET search_path = app;',
	},
	judge: facts =>
		withValues(facts, expected, {search_path: {}}, values =>
			whenAllSeen(facts.schemas, facts.roles, expected, (schemas, roles) =>
				whenAllSeen(
					overridesOf(facts, 'search_path'),
					facts.memberships,
					expected,
					(overrides, memberships) => {
						const paths = pathsHere(facts, values.search_path ?? '', overrides);
						const own = new Set(paths.map(({role}) => role));
						const bad = paths.flatMap(path => [
							...openFor(path, schemas.items, roles.items).map(schema =>
								planted(facts, path, schema),
							),
							...writersOf(path, schemas.items, roles.items, memberships.items, own).map(
								({schema, creator}) => planted(facts, path, schema, creator),
							),
						]);
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
					},
				),
			),
		),
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
		],
		defective: [
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
