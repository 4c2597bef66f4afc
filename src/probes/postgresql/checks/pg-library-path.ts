import {seen} from '../../engine/check.js';
import {blind, example, observer, settings} from '../examples.js';
import {withValues} from '../judge/values.js';
import {defineCheck, fail, pass} from '../judge/verdicts.js';

const expected = 'only absolute folders, and none that everybody may write to';
const paths = {dynamic_library_path: {}, extension_control_path: {since: 18}} as const;

/** What is wrong with a folder that the server loads code from, by its name; what its file mode is cannot be seen over SQL. */
const faultOf = (folder: string): string | undefined => {
	if (folder === '' || folder === '$libdir' || folder === '$system') return undefined;
	if (/^(\/var)?\/tmp(\/|$)|^\/dev\/shm(\/|$)/.test(folder)) return 'everybody may write there';
	if (/^\/(home|Users)\//.test(folder)) return 'it belongs to a person';
	return /^(\/|\$libdir\/|\$system\/|[A-Za-z]:[\\/])/.test(folder) ? undefined : 'it is relative';
};

export const pgLibraryPath = defineCheck({
	id: 'pg-library-path',
	title: 'The server loads code from its own folders',
	question:
		'Does the server look for libraries and extensions in folders that others cannot write to?',
	why: 'Whoever writes to such a folder puts code into the server, and the next CREATE EXTENSION or function call runs it.',
	severity: 'high',
	scope: 'node',
	needs: 'pg_read_all_settings (part of pg_monitor)',
	remediation: {
		all: 'ALTER SYSTEM RESET dynamic_library_path; (and extension_control_path), then reload; install libraries in the server’s own folder.',
	},
	judge: facts =>
		withValues(facts, expected, paths, values => {
			const folders = Object.entries(values).flatMap(([name, value]) =>
				value === undefined ? [] : value.split(':').map(folder => ({name, folder: folder.trim()})),
			);
			const bad = folders.flatMap(({name, folder}) => {
				const fault = faultOf(folder);
				return fault === undefined
					? []
					: [fail(`${name} holds ${folder}: ${fault}`, expected, {object: `${name} ${folder}`})];
			});
			return bad.length > 0
				? bad
				: [
						pass(
							`${folders.map(({name, folder}) => `${name} = ${folder}`).join(', ')}; who may write there was not seen`,
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
			example({settings: settings({extension_control_path: '/var/tmp:$system'})}),
		],
		blind: [
			blind,
			example({
				observer: seen({...observer, readSettings: false}),
				settings: settings({dynamic_library_path: undefined}),
			}),
		],
	},
});
