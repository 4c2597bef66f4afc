import {blind, example, settings} from '../examples.js';
import {asList, customSetting, settingOf} from '../judge/settings.js';
import {defineCheck, fail, notApplicable, pass, unknown} from '../judge/verdicts.js';

const expected = 'parameter values stay out of the log wherever statements are logged';

export const pgLogParameterLeak = defineCheck({
	id: 'pg-log-parameter-leak',
	title: 'Bound values stay out of the log',
	question: 'Are the values of statement parameters written to the log?',
	why: 'Applications bind personal data and passwords as parameters, and the default writes them to the log in full whenever a statement is logged.',
	severity: 'medium',
	scope: 'node',
	needs: 'any login role',
	remediation: {
		all: 'ALTER SYSTEM SET log_parameter_max_length = 0; and log_parameter_max_length_on_error = 0; then SELECT pg_reload_conf();',
	},
	judge: facts => {
		const length = settingOf(facts, 'log_parameter_max_length', {since: 13});
		const onError = settingOf(facts, 'log_parameter_max_length_on_error', {since: 13});
		const statement = settingOf(facts, 'log_statement');
		const slow = settingOf(facts, 'log_min_duration_statement');
		const audit = settingOf(facts, 'pgaudit.log_parameter', customSetting);
		if (length === undefined || onError === undefined)
			return [notApplicable('before PostgreSQL 13 there is no such limit', expected)];
		const needed = [length, onError, statement, slow];
		for (const fact of needed) if (fact?.seen === false) return [unknown(fact, expected)];
		const value = (fact: typeof length | undefined): string =>
			fact?.seen === true ? fact.value.value : '';
		const statements =
			(asList(value(statement))[0] ?? 'none') !== 'none' || Number(value(slow)) >= 0;
		const leaks = [
			...(statements && value(length) !== '0'
				? [`log_parameter_max_length = ${value(length)} while statements are logged`]
				: []),
			...(value(onError) === '0' ? [] : [`log_parameter_max_length_on_error = ${value(onError)}`]),
			...(value(audit) === 'on' ? ['pgaudit.log_parameter = on'] : []),
		];
		return leaks.length > 0
			? [fail(leaks.join('; '), expected)]
			: [pass(statements ? 'values are cut to nothing' : 'no statements are logged', expected)];
	},
	examples: {
		healthy: [example()],
		defective: [
			example({settings: settings({log_parameter_max_length: '-1'})}),
			example({settings: settings({log_parameter_max_length_on_error: '64'})}),
		],
		blind: [blind, example({settings: settings({log_min_duration_statement: undefined})})],
	},
});
