import {blind, cut, example, listed, settings} from '../examples.js';
import {auditSettings, whereAudited} from '../judge/in-log.js';
import {nameScope} from '../judge/overrides.js';
import {asBoolean, customSetting} from '../judge/settings.js';
import {withValues} from '../judge/values.js';
import {defineCheck, fail, judgeListing, notApplicable, whenSeen} from '../judge/verdicts.js';
import {shownBy} from '../sources.js';

const expected = 'pgAudit writes whole records, without values, to the log alone';
const wanted = {
	...auditSettings,
	'pgaudit.log_parameter': customSetting,
	'pgaudit.log_statement': customSetting,
} as const;

/** What is wrong with an option of pgAudit, by its manual. */
const faultOf = (name: string, value: string): readonly ['medium', string] | undefined => {
	const on = asBoolean(value);
	if (name === 'pgaudit.log_client' && on === true)
		return ['medium', 'every client is sent the audit records'];
	if (name === 'pgaudit.log_parameter' && on === true)
		return ['medium', 'the values that applications bind are in the records'];
	return name === 'pgaudit.log_statement' && on === false
		? ['medium', 'the records do not hold the statement']
		: undefined;
};

export const pgPgauditOptions = defineCheck({
	id: 'pg-pgaudit-options',
	title: 'pgAudit’s options neither leak nor leave out',
	question: 'Do the options of pgAudit keep values, and clients, out of the audit trail?',
	why: 'Bound values are personal data and passwords; and a client that sees the audit records learns what is watched.',
	severity: 'medium',
	scope: 'node',
	source: shownBy(
		'setting pgaudit.log',
		'setting pgaudit.log_client',
		'setting pgaudit.log_level',
		'setting log_min_messages',
		'setting pgaudit.log_parameter',
		'setting pgaudit.log_statement',
		'setting log_destination',
		'setting logging_collector',
		'setting log_directory',
		'setting log_filename',
		'roleSettings',
	),
	needs: 'any login role',
	remediation: {
		all: 'ALTER SYSTEM RESET the option named here (or ALTER ROLE name RESET it), then SELECT pg_reload_conf();',
	},
	judge: facts =>
		withValues(facts, expected, wanted, values =>
			values['pgaudit.log'] === undefined
				? [notApplicable('pgAudit is not loaded', expected)]
				: whenSeen(facts.roleSettings, expected, overrides => {
						const all = [
							...Object.keys(wanted).map(name => ({where: '', name, value: values[name] ?? ''})),
							...overrides.items.map(item => ({
								where: `${nameScope(item)}: `,
								name: item.name.toLowerCase(),
								value: item.value ?? '',
							})),
						];
						const verdicts = judgeListing({items: all, complete: overrides.complete}, expected, {
							offends: ({where, name, value}) => {
								const fault = faultOf(name, value);
								return fault === undefined
									? undefined
									: fail(`${where}${name} = ${value}: ${fault[1]}`, expected, {
											object: `${where}${name}`,
											severity: fault[0],
										});
							},
							clean: 'values and clients are left out, and statements are not',
						});
						return whereAudited(facts, expected, verdicts);
					}),
		),
	examples: {
		healthy: [example()],
		defective: [
			example({settings: settings({'pgaudit.log_client': 'on'})}),
			example({settings: settings({'pgaudit.log_parameter': 'on'})}),
			example({settings: settings({'pgaudit.log_statement': 'off'})}),
			example({settings: settings({log_min_messages: 'fatal'})}),
			example({settings: settings({log_destination: ''})}),
			example({
				roleSettings: listed({
					role: 'shop_app',
					database: null,
					name: 'pgaudit.log_parameter',
					value: 'on',
					secretLike: false,
				}),
			}),
		],
		blind: [blind, example({roleSettings: cut()})],
		notApplicable: [example({settings: settings({'pgaudit.log': undefined})})],
	},
});
