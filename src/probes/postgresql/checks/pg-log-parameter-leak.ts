import {seen} from '../../engine/check.js';
import {blind, example, listed, observer, settings} from '../examples.js';
import type {RoleSetting} from '../facts/roles.js';
import type {PostgresFacts} from '../facts.js';
import {librariesOf} from '../judge/libraries.js';
import {plainValue} from '../judge/overrides.js';
import {judgeSessions} from '../judge/own-sessions.js';
import {asBoolean, asList, customSetting, notLoaded} from '../judge/settings.js';
import {withValues, type Values} from '../judge/values.js';
import {defineCheck, whenSeen} from '../judge/verdicts.js';
import {shownBy} from '../sources.js';

const expected = 'parameter values stay out of the log wherever statements are logged';

const wanted = {
	log_parameter_max_length: {since: 13},
	log_parameter_max_length_on_error: {since: 13},
	log_statement: {},
	log_min_duration_statement: {},
	log_min_duration_sample: {since: 13},
	log_transaction_sample_rate: {since: 12},
	'pgaudit.log_parameter': customSetting,
	'auto_explain.log_min_duration': customSetting,
	'auto_explain.log_parameter_max_length': customSetting,
	'auto_explain.sample_rate': customSetting,
} as const;

/** Where a role or database may have auto_explain loaded for its sessions alone. */
const loaders = ['session_preload_libraries', 'local_preload_libraries'] as const;
const explained = 'auto_explain.log_parameter_max_length';
const preloaded = 'auto_explain loaded';

/** True where statements are logged: always, when they are slow, or by chance. */
const logs = (values: Values): boolean =>
	(asList(values.log_statement ?? '')[0] ?? 'none') !== 'none' ||
	Number(values.log_min_duration_statement) >= 0 ||
	Number(values.log_min_duration_sample) >= 0 ||
	Number(values.log_transaction_sample_rate) > 0;

/** What holds where a version knows no such setting: until PostgreSQL 13 values were cut nowhere, and no error told any. */
const before: Values = {
	log_parameter_max_length: '-1',
	log_parameter_max_length_on_error: '0',
	log_min_duration_sample: '-1',
};

/** Plans with the values that belong to them: auto_explain writes both by default since PostgreSQL 16, in a length of its own. */
const explains = (values: Values): boolean =>
	[preloaded, ...loaders].some(name => librariesOf(values[name] ?? '').includes('auto_explain')) &&
	Number(plainValue(values['auto_explain.log_min_duration'] ?? '-1')) >= 0 &&
	Number(values['auto_explain.sample_rate'] ?? 1) > 0;

/** What the server loads for every session; before 16 its plans had no values. */
const loadedIn = ({settings: seenSettings, observer}: PostgresFacts): Values => {
	const row = seenSettings.seen ? seenSettings.value['auto_explain.log_min_duration'] : undefined;
	return {
		[preloaded]: row === undefined || row.source === notLoaded ? '' : 'auto_explain',
		...(observer.seen && observer.value.versionNum < 160_000
			? {'auto_explain.log_parameter_max_length': '0'}
			: {}),
	};
};

/** What these values write to the log of what an application binds. */
const leaksOf = (values: Values): readonly string[] => {
	const {log_parameter_max_length: length, log_parameter_max_length_on_error: onError} = values;
	return [
		...(logs(values) && length !== '0'
			? [`log_parameter_max_length = ${length ?? ''} while statements are logged`]
			: []),
		...(onError === '0' ? [] : [`log_parameter_max_length_on_error = ${onError ?? ''}`]),
		...(explains(values) && (values[explained] ?? '-1') !== '0'
			? [`auto_explain writes plans, and ${explained} = ${values[explained] ?? '-1'}`]
			: []),
		...(asBoolean(values['pgaudit.log_parameter'] ?? '') === true
			? ['pgaudit.log_parameter = on']
			: []),
	];
};

const ofRole = (name: string, value: string): RoleSetting => ({
	...{role: 'shop_app', database: null, secretLike: false},
	...{name, value},
});

export const pgLogParameterLeak = defineCheck({
	id: 'pg-log-parameter-leak',
	title: 'Bound values stay out of the log',
	question: 'Are the values of statement parameters written to the log?',
	why: 'Applications bind personal data and passwords as parameters, and the default writes them to the log in full whenever a statement is logged.',
	severity: 'medium',
	scope: 'node',
	source: shownBy(
		'setting log_parameter_max_length',
		'setting log_parameter_max_length_on_error',
		'setting log_statement',
		'setting log_min_duration_statement',
		'setting log_min_duration_sample',
		'setting log_transaction_sample_rate',
		'setting pgaudit.log_parameter',
		'setting auto_explain.log_min_duration',
		'setting auto_explain.log_parameter_max_length',
		'setting auto_explain.sample_rate',
		'roleSettings',
	),
	needs: 'any login role',
	remediation: {
		all: 'ALTER SYSTEM SET log_parameter_max_length = 0; and log_parameter_max_length_on_error = 0; then SELECT pg_reload_conf(); Where auto_explain is loaded (16+), auto_explain.log_parameter_max_length = 0 too. Before PostgreSQL 13 only logging no statements keeps values out.',
	},
	judge: facts =>
		withValues(facts, expected, wanted, values => {
			const known = Object.entries(values).filter(([, value]) => value !== undefined);
			const server: Values = {...before, ...Object.fromEntries(known), ...loadedIn(facts)};
			return whenSeen(facts.roleSettings, expected, overrides =>
				judgeSessions(overrides, server, expected, {
					names: [...Object.keys(wanted), ...loaders],
					faultOf: own => leaksOf(own).join('; ') || undefined,
					clean: logs(server)
						? 'values are cut to nothing, for every role and database'
						: 'no statements are logged, for any role or database',
				}),
			);
		}),
	examples: {
		healthy: [
			example(),
			example({
				settings: settings({
					'auto_explain.log_min_duration': '0',
					'auto_explain.log_parameter_max_length': '0',
				}),
			}),
			example({settings: settings({'auto_explain.log_min_duration': '-1'})}),
			example({roleSettings: listed(ofRole('auto_explain.log_min_duration', '0'))}),
			example({
				observer: seen({...observer, versionNum: 150_014}),
				settings: settings({'auto_explain.log_min_duration': '0'}),
			}),
		],
		defective: [
			example({settings: settings({log_parameter_max_length: '-1'})}),
			example({settings: settings({log_parameter_max_length_on_error: '64'})}),
			example({settings: settings({'auto_explain.log_min_duration': '1000'})}),
			example({
				roleSettings: listed(
					ofRole('session_preload_libraries', 'auto_explain'),
					ofRole('auto_explain.log_min_duration', '1s'),
				),
			}),
			example({
				settings: settings({'auto_explain.log_min_duration': '-1'}),
				roleSettings: listed(ofRole('auto_explain.log_min_duration', '0')),
			}),
			...[{log_min_duration_sample: '0'}, {log_transaction_sample_rate: '0.1'}].map(sampled =>
				example({
					settings: settings({
						log_parameter_max_length: '-1',
						log_statement: 'none',
						log_min_duration_statement: '-1',
						...sampled,
					}),
				}),
			),
			example({
				roleSettings: listed({
					role: 'shop_app',
					database: null,
					name: 'log_parameter_max_length',
					value: '-1',
					secretLike: false,
				}),
			}),
		],
		blind: [blind, example({settings: settings({log_min_duration_statement: undefined})})],
	},
});
