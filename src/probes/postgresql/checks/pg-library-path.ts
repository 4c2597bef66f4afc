import {posix} from 'node:path';
import {seen, unseen} from '../../engine/check.js';
import {blind, example, listed, observer, settings} from '../examples.js';
import {nameScope, overridesOf} from '../judge/overrides.js';
import {withValues} from '../judge/values.js';
import {defineCheck, fail, pass, unknown} from '../judge/verdicts.js';
import {shownBy} from '../sources.js';

const expected = 'only absolute folders, and none that everybody may write to';
const paths = {dynamic_library_path: {}, extension_control_path: {since: 18}} as const;

/**
 * Folders that belong to the system by the hierarchy of file systems (FHS 3.0), or to a package manager that shares them out
 * for reading only. Who may write to others cannot be seen over SQL.
 */
const ofSystem =
	/^(\/usr\/(?!tmp\/)|\/lib(32|64)?\/|\/nix\/store\/|\/opt\/homebrew\/|[A-Za-z]:\/Program Files\/)/;
const own = /^\$(libdir|system)(\/|$)/;

/** A folder with . and .. worked out and / for \\; `$libdir/../x` leaves the server's own. */
const plainPath = (folder: string): string => posix.normalize(folder.replaceAll('\\', '/'));

/** What is wrong with a folder that the server loads code from, by its name; what its file mode is cannot be seen over SQL. */
const faultOf = (folder: string): string | undefined => {
	const path = plainPath(folder);
	if (own.test(path)) return undefined;
	if (/^(\/private)?(\/var|\/usr)?\/tmp(\/|$)|^\/dev\/shm(\/|$)/.test(path))
		return 'everybody may write there';
	if (/^\/(home|Users)\//.test(path)) return 'it belongs to a person';
	return /^(\/|[A-Za-z]:\/)/.test(path)
		? undefined
		: 'it is relative, or leaves the server’s own folder';
};

const isKnown = (folder: string): boolean => {
	const path = plainPath(folder);
	return own.test(path) || ofSystem.test(`${path}/`);
};

type Named = {readonly name: string; readonly folder: string};

/** The folders of a path. On Windows they stand apart by semicolons, because of the drives. */
const foldersOf = (name: string, path: string): readonly Named[] =>
	path
		.split(/;|^[A-Za-z]:[\\/]/.test(path) ? ';' : ':')
		.map(folder => ({name, folder: folder.trim()}))
		.filter(({folder}) => folder !== '');

export const pgLibraryPath = defineCheck({
	id: 'pg-library-path',
	title: 'The server loads code from its own folders',
	question:
		'Does the server look for libraries and extensions in folders that others cannot write to?',
	why: 'Whoever writes to such a folder puts code into the server, and the next CREATE EXTENSION or function call runs it.',
	severity: 'high',
	scope: 'node',
	source: shownBy('setting dynamic_library_path', 'setting extension_control_path', 'roleSettings'),
	needs: 'pg_read_all_settings (part of pg_monitor)',
	remediation: {
		all: 'ALTER SYSTEM RESET dynamic_library_path; (and extension_control_path), then reload; install libraries in the server’s own folder.',
	},
	judge: facts =>
		withValues(facts, expected, paths, values => {
			const set = Object.entries(values).flatMap(([name, value]) =>
				value === undefined ? [] : [{name, value}],
			);
			const overrides = set.map(({name}) => ({name, fact: overridesOf(facts, name)}));
			const folders = [
				...set.flatMap(({name, value}) => foldersOf(name, value)),
				...overrides.flatMap(({name, fact}) =>
					(fact.seen ? fact.value : []).flatMap(item =>
						foldersOf(`${name} of ${nameScope(item)}`, item.value ?? '(not read)'),
					),
				),
			];
			const bad = folders.flatMap(({name, folder}) => {
				const fault = faultOf(folder);
				return fault === undefined
					? []
					: [fail(`${name} holds ${folder}: ${fault}`, expected, {object: `${name} ${folder}`})];
			});
			if (bad.length > 0) return bad;
			const unread = overrides.flatMap(({fact}) => (fact.seen ? [] : [fact]))[0];
			if (unread !== undefined) return [unknown(unread, expected)];
			const strange = folders.filter(({folder}) => !isKnown(folder));
			return strange.length > 0
				? strange.map(({name, folder}) =>
						unknown(
							unseen('file-unreadable', {
								detail: `${name} holds ${folder}: who may write there cannot be seen over SQL`,
							}),
							expected,
							{object: `${name} ${folder}`},
						),
					)
				: [
						pass(
							`${folders.map(({name, folder}) => `${name} = ${folder}`).join(', ')}: folders of the system`,
							expected,
						),
					];
		}),
	examples: {
		healthy: [
			example(),
			example({
				settings: settings({dynamic_library_path: '/usr/lib/postgresql/18/lib:$libdir'}),
			}),
		],
		defective: [
			example({settings: settings({dynamic_library_path: '$libdir:/tmp/lib'})}),
			example({settings: settings({dynamic_library_path: 'lib:$libdir'})}),
			example({settings: settings({dynamic_library_path: '/usr/../tmp/lib'})}),
			example({settings: settings({dynamic_library_path: '$libdir/../../../../tmp'})}),
			example({
				roleSettings: listed({
					role: 'shop_app',
					database: null,
					name: 'dynamic_library_path',
					value: '/tmp/lib',
					secretLike: false,
				}),
			}),
			example({settings: settings({extension_control_path: '/var/tmp:$system'})}),
		],
		blind: [
			blind,
			example({settings: settings({dynamic_library_path: '$libdir:/srv/lib'})}),
			example({
				observer: seen({...observer, readSettings: false}),
				settings: settings({dynamic_library_path: undefined}),
			}),
		],
	},
});
