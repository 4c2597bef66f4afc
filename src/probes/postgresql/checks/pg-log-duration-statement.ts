import {blind, cut, example, listed, observer, settings} from '../examples.js';
import {seen} from '../../engine/check.js';
import type {RoleSetting} from '../facts/roles.js';
import {judgeSessions} from '../judge/own-sessions.js';
import {withValues, type Values} from '../judge/values.js';
import {defineCheck, whenSeen} from '../judge/verdicts.js';
import {set} from '../settings/rules.js';
import {shownBy} from '../sources.js';

const expected = '-1, or 100 ms and more, and no sample that is the whole';

const wanted = {
	log_min_duration_statement: {},
	log_min_duration_sample: {since: 13},
	log_statement_sample_rate: {since: 13},
	log_transaction_sample_rate: {since: 12},
} as const;

/** A sample that is the whole, of statements or of transactions, in words; undefined for none. */
const wholeSample = (values: Values): string | undefined => {
	const from = Number(values.log_min_duration_sample ?? -1);
	if (from >= 0 && from < 100 && Number(values.log_statement_sample_rate ?? 1) === 1)
		return `log_min_duration_sample = ${from} and log_statement_sample_rate = 1 log as much as log_min_duration_statement = ${from}`;
	return Number(values.log_transaction_sample_rate ?? 0) === 1
		? 'log_transaction_sample_rate = 1 logs every statement'
		: undefined;
};

const faultOf = (values: Values): string | undefined => {
	const from = Number(values.log_min_duration_statement);
	if (from >= 0 && from < 100)
		return `log_min_duration_statement = ${from}: ${from === 0 ? 'every statement with its text goes to the log' : 'most statements go to the log'}`;
	return wholeSample(values);
};

const own = (
	name: string,
	value: string,
	scope: Partial<Pick<RoleSetting, 'role' | 'database'>> = {},
): RoleSetting => ({role: 'shop_app', database: null, name, value, secretLike: false, ...scope});
const fromZero = own('log_min_duration_sample', '0');

/** All of them decide together what a session logs, whoever of the role and the database says which. */
export const pgLogDurationStatement = defineCheck({
	id: 'pg-log-duration-statement',
	title: 'Not every statement is logged with its text',
	question: 'Does the log take slow statements only, or all of them?',
	why: 'Logging each statement copies personal data into the log and hides what matters. Off (-1) and a threshold for slow statements are both fine.',
	severity: 'low',
	scope: 'node',
	source: shownBy(
		'setting log_min_duration_statement',
		'setting log_min_duration_sample',
		'setting log_statement_sample_rate',
		'setting log_transaction_sample_rate',
		'roleSettings',
	),
	needs: 'any login role',
	remediation: set('log_min_duration_statement', '1000'),
	judge: facts =>
		withValues(facts, expected, wanted, values =>
			whenSeen(facts.roleSettings, expected, overrides =>
				judgeSessions(overrides, values, expected, {
					names: Object.keys(wanted),
					faultOf,
					severityOf: given =>
						wholeSample(given) !== undefined || given.log_min_duration_statement === '0'
							? 'medium'
							: 'low',
					clean: `log_min_duration_statement = ${values.log_min_duration_statement ?? ''}, and no role or database logs more than slow statements`,
				}),
			),
		),
	examples: {
		healthy: [
			...['-1', '1000', '100'].map(value =>
				example({settings: settings({log_min_duration_statement: value})}),
			),
			example({roleSettings: listed(fromZero, own('log_statement_sample_rate', '0.1'))}),
			example({
				observer: seen({...observer, versionNum: 120_022}),
				settings: settings({
					log_min_duration_sample: undefined,
					log_statement_sample_rate: undefined,
				}),
			}),
		],
		defective: [
			...['0', '20'].map(value =>
				example({settings: settings({log_min_duration_statement: value})}),
			),
			example({settings: settings({log_min_duration_sample: '0'})}),
			example({settings: settings({log_transaction_sample_rate: '1'})}),
			example({roleSettings: listed(own('log_min_duration_statement', '0'))}),
			example({roleSettings: listed(fromZero)}),
			example({
				settings: settings({log_statement_sample_rate: '0.1'}),
				roleSettings: listed(
					fromZero,
					own('log_statement_sample_rate', '1.0', {role: null, database: 'shop'}),
				),
			}),
		],
		blind: [
			blind,
			example({settings: settings({log_min_duration_statement: undefined})}),
			example({roleSettings: cut()}),
		],
	},
});
