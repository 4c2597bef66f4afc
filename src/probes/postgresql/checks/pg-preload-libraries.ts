import {seen} from '../../engine/check.js';
import {blind, cut, example, listed, observer, settings} from '../examples.js';
import {strangers} from '../judge/libraries.js';
import {nameScope} from '../judge/overrides.js';
import {withValues} from '../judge/values.js';
import {defineCheck, fail, pass, unknown, whenSeen} from '../judge/verdicts.js';
import {shownBy} from '../sources.js';

const expected = 'only libraries that are known, for the server and for every role and database';
const lists = [
	'shared_preload_libraries',
	'session_preload_libraries',
	'local_preload_libraries',
] as const;

export const pgPreloadLibraries = defineCheck({
	id: 'pg-preload-libraries',
	title: 'Only known libraries are loaded into every session',
	question: 'Does the server load libraries at its start, or at each login, that nobody can place?',
	why: 'A preloaded library runs with all rights of the server and sees every password and statement. It is where a lasting back door would be.',
	severity: 'medium',
	scope: 'node',
	source: shownBy(
		'setting shared_preload_libraries',
		'setting session_preload_libraries',
		'setting local_preload_libraries',
		'roleSettings',
	),
	needs: 'pg_read_all_settings (part of pg_monitor)',
	remediation: {
		all: 'Find out which package brought the library, and take it out of the setting named here when nobody knows. Where it is your own, accept it with a waiver.',
	},
	judge: facts =>
		withValues(facts, expected, Object.fromEntries(lists.map(name => [name, {}])), values =>
			whenSeen(facts.roleSettings, expected, overrides => {
				const own = overrides.items.filter(({name}) => (lists as readonly string[]).includes(name));
				const bad = [
					...lists.map(name => ({where: name, value: values[name] ?? ''})),
					...own.map(item => ({
						where: `${nameScope(item)} ${item.name}`,
						value: item.value ?? '(not read)',
					})),
				].flatMap(({where, value}) =>
					strangers(value).map(library =>
						fail(`${where} loads ${library}`, expected, {object: `${where} ${library}`}),
					),
				);
				if (bad.length > 0) return bad;
				return [
					overrides.complete
						? pass(
								lists
									.map(name => `${name} = ${values[name] === '' ? "''" : values[name]}`)
									.join(', '),
								expected,
							)
						: unknown(
								{
									seen: false,
									reason: 'limit-exceeded',
									detail: 'there are more settings of roles than dbvet reads',
								},
								expected,
							),
				];
			}),
		),
	examples: {
		healthy: [
			example(),
			example({settings: settings({shared_preload_libraries: '$libdir/pg_stat_statements'})}),
		],
		defective: [
			example({settings: settings({shared_preload_libraries: 'pgaudit, /tmp/x.so'})}),
			example({settings: settings({session_preload_libraries: 'hello'})}),
			example({
				roleSettings: listed({
					role: 'shop_app',
					database: null,
					name: 'session_preload_libraries',
					value: 'hello',
					secretLike: false,
				}),
			}),
		],
		blind: [
			blind,
			example({roleSettings: cut()}),
			example({
				observer: seen({...observer, readSettings: false}),
				settings: settings({shared_preload_libraries: undefined}),
			}),
		],
	},
});
