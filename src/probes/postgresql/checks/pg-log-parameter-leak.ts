import {blind, example, listed, settings} from '../examples.js';
import type {RoleSetting} from '../facts/roles.js';
import {nameScope, plainValue} from '../judge/overrides.js';
import {asBoolean, asList, customSetting, settingOf} from '../judge/settings.js';
import {defineCheck, fail, judgeListing, unknown, whenSeen} from '../judge/verdicts.js';

const expected = 'parameter values stay out of the log wherever statements are logged';

type Values = Readonly<Record<string, string>>;

/** Statements reach the log by kind, by duration, or by chance (manual, section "When to Log"). */
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

/** What these values write to the log of what an application binds. */
const leaksOf = (values: Values): readonly string[] => {
	const {log_parameter_max_length: length, log_parameter_max_length_on_error: onError} = values;
	return [
		...(logs(values) && length !== '0'
			? [`log_parameter_max_length = ${length ?? ''} while statements are logged`]
			: []),
		...(onError === '0' ? [] : [`log_parameter_max_length_on_error = ${onError ?? ''}`]),
		...(asBoolean(values['pgaudit.log_parameter'] ?? '') === true
			? ['pgaudit.log_parameter = on']
			: []),
	];
};

/** What each role or database has of its own, together: one setting alone may leak nothing. */
const scopesOf = (
	items: readonly RoleSetting[],
): readonly {readonly scope: string; readonly own: Values}[] => {
	const scopes = new Map<string, Record<string, string>>();
	for (const item of items) {
		if (item.value === null) continue;
		const own = scopes.get(nameScope(item)) ?? {};
		own[item.name.toLowerCase()] = plainValue(item.value);
		scopes.set(nameScope(item), own);
	}
	return [...scopes].map(([scope, own]) => ({scope, own}));
};

export const pgLogParameterLeak = defineCheck({
	id: 'pg-log-parameter-leak',
	title: 'Bound values stay out of the log',
	question: 'Are the values of statement parameters written to the log?',
	why: 'Applications bind personal data and passwords as parameters, and the default writes them to the log in full whenever a statement is logged.',
	severity: 'medium',
	scope: 'node',
	needs: 'any login role',
	remediation: {
		all: 'ALTER SYSTEM SET log_parameter_max_length = 0; and log_parameter_max_length_on_error = 0; then SELECT pg_reload_conf(); Before PostgreSQL 13 only logging no statements keeps values out.',
	},
	judge: facts => {
		const needed = {
			log_parameter_max_length: settingOf(facts, 'log_parameter_max_length', {since: 13}),
			log_parameter_max_length_on_error: settingOf(facts, 'log_parameter_max_length_on_error', {
				since: 13,
			}),
			log_statement: settingOf(facts, 'log_statement'),
			log_min_duration_statement: settingOf(facts, 'log_min_duration_statement'),
			log_min_duration_sample: settingOf(facts, 'log_min_duration_sample', {since: 13}),
			log_transaction_sample_rate: settingOf(facts, 'log_transaction_sample_rate'),
		};
		const hidden = Object.values(needed).find(fact => fact?.seen === false);
		if (hidden?.seen === false) return [unknown(hidden, expected)];
		const audit = settingOf(facts, 'pgaudit.log_parameter', customSetting);
		const server: Values = {
			...Object.fromEntries(
				Object.entries({...needed, 'pgaudit.log_parameter': audit}).map(([name, fact]) => [
					name,
					fact?.seen === true ? fact.value.value : (before[name] ?? ''),
				]),
			),
		};
		const leaks = leaksOf(server);
		if (leaks.length > 0) return [fail(leaks.join('; '), expected)];
		return whenSeen(facts.roleSettings, expected, overrides =>
			judgeListing({items: scopesOf(overrides.items), complete: overrides.complete}, expected, {
				offends: ({scope, own}) => {
					const more = leaksOf({...server, ...own});
					return more.length === 0
						? undefined
						: fail(`${scope}: ${more.join('; ')}`, expected, {
								object: scope,
								remediation: 'ALTER ROLE name RESET setting; or ALTER DATABASE name RESET setting;',
							});
				},
				clean: logs(server)
					? 'values are cut to nothing, for every role and database'
					: 'no statements are logged, for any role or database',
			}),
		);
	},
	examples: {
		healthy: [example()],
		defective: [
			example({settings: settings({log_parameter_max_length: '-1'})}),
			example({settings: settings({log_parameter_max_length_on_error: '64'})}),
			example({
				settings: settings({
					log_statement: 'none',
					log_min_duration_statement: '-1',
					log_min_duration_sample: '100',
					log_parameter_max_length: '-1',
				}),
			}),
			example({
				settings: settings({
					log_statement: 'none',
					log_min_duration_statement: '-1',
					log_transaction_sample_rate: '0.01',
					log_parameter_max_length: '-1',
				}),
			}),
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
