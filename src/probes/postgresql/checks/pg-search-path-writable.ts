import {blind, cut, example, listed, settings} from '../examples.js';
import {nameScope, overridesOf, unreadOverrides} from '../judge/overrides.js';
import {splitSearchPath} from '../judge/search-path.js';
import {withValues} from '../judge/values.js';
import {
	defineCheck,
	fail,
	inDatabase,
	pass,
	unknown,
	whenAllSeen,
	whenSeen,
} from '../judge/verdicts.js';

const expected = 'no schema in a search_path in which everybody may create objects';
const open = {name: 'public', owner: null, publicCreate: true, publicUsage: true, creators: []};

export const pgSearchPathWritable = defineCheck({
	id: 'pg-search-path-writable',
	title: 'Nobody plants objects where others look for theirs',
	question: 'Is every schema of every search_path closed for objects of PUBLIC?',
	why: 'Whoever creates a function with a fitting name in such a schema has it run by others, administrators among them (CVE-2018-1058).',
	severity: 'high',
	needs: 'any login role',
	remediation: {
		all: 'REVOKE CREATE ON SCHEMA name FROM PUBLIC; or take the schema out: ALTER ROLE name SET search_path = app;',
	},
	judge: facts =>
		withValues(facts, expected, {search_path: {}}, values =>
			whenAllSeen(facts.schemas, facts.roles, expected, (schemas, roles) =>
				whenSeen(overridesOf(facts, 'search_path'), expected, overrides => {
					const here = facts.observer.seen ? facts.observer.value.database : undefined;
					const paths = [
						{where: 'the server', path: values.search_path ?? '', role: null},
						...overrides
							.filter(({database}) => database === null || database === here)
							.map(item => ({where: nameScope(item), path: item.value ?? '', role: item.role})),
					];
					const closed = new Map(schemas.items.map(item => [item.name, !item.publicCreate]));
					const bad = paths.flatMap(({where, path, role}) => {
						const users = role === null ? roles.items.map(({name}) => name) : [role];
						return splitSearchPath(path)
							.flatMap(schema => (schema === '$user' ? users : [schema]))
							.filter(schema => closed.get(schema) === false)
							.map(schema =>
								fail(
									`the search_path of ${where} leads through ${schema}, where everybody may create objects ${inDatabase(facts)}`,
									expected,
									{object: `${where} ${schema}`},
								),
							);
					});
					if (bad.length > 0) return bad;
					const unread = unreadOverrides(facts);
					if (unread !== undefined) return [unknown(unread, expected)];
					return schemas.complete && roles.complete
						? [
								pass(
									`none of ${paths.length} search_paths leads through a schema in which PUBLIC may create ${inDatabase(facts)}`,
									expected,
								),
							]
						: [
								unknown(
									{
										seen: false,
										reason: 'limit-exceeded',
										detail: 'there are more schemas or roles than dbvet reads',
									},
									expected,
								),
							];
				}),
			),
		),
	examples: {
		healthy: [
			example(),
			example({
				schemas: listed(open),
				settings: settings({search_path: 'app, pg_catalog'}),
			}),
		],
		defective: [
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
