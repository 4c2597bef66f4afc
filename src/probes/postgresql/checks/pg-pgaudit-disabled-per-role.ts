import {blind, cut, example, listed, settings} from '../examples.js';
import type {PostgresFacts} from '../facts.js';
import {nameScope, silences} from '../judge/overrides.js';
import {customSetting, settingOf} from '../judge/settings.js';
import {defineCheck, fail, judgeListing, whenSeen} from '../judge/verdicts.js';
import {shownBy} from '../sources.js';

const expected = 'no role and no database has its own, weaker logging';
const setting = {
	role: 'shop_app',
	database: null,
	name: 'log_statement',
	value: 'none',
	secretLike: false,
};

/** The value that holds for everybody else; undefined when it is not seen. */
const serverValue = (facts: PostgresFacts, name: string): string | undefined => {
	const fact = settingOf(facts, name, customSetting);
	return fact?.seen === true ? fact.value.value : undefined;
};

export const pgPgauditDisabledPerRole = defineCheck({
	id: 'pg-pgaudit-disabled-per-role',
	title: 'Logging is not weakened for single roles',
	question: 'Has a role or database its own setting that takes it out of the log or the audit?',
	why: 'The server’s settings may look right while the one role that matters leaves no trace.',
	severity: 'high',
	source: shownBy(
		'roleSettings',
		'setting log_statement',
		'setting pgaudit.log',
		'setting log_min_messages',
	),
	needs: 'any login role',
	remediation: {all: 'ALTER ROLE name RESET setting; or ALTER DATABASE name RESET setting;'},
	judge: facts =>
		whenSeen(facts.roleSettings, expected, overrides =>
			judgeListing(overrides, expected, {
				offends: item =>
					silences(item, serverValue(facts, item.name.toLowerCase()))
						? fail(`${nameScope(item)}: ${item.name} = ${item.value ?? ''}`, expected, {
								object: `${nameScope(item)} ${item.name}`,
							})
						: undefined,
				clean: 'no role or database weakens the logging',
			}),
		),
	examples: {
		healthy: [example(), example({roleSettings: listed({...setting, value: 'all'})})],
		defective: [
			example({roleSettings: listed(setting)}),
			example({roleSettings: listed({...setting, name: 'pgaudit.log', value: 'none'})}),
			example({roleSettings: listed({...setting, name: 'PGAUDIT.LOG', value: 'none'})}),
			// The server's own value is bad already, and this one takes away what was left.
			example({
				settings: settings({log_min_messages: 'error'}),
				roleSettings: listed({...setting, name: 'log_min_messages', value: 'panic'}),
			}),
		],
		blind: [blind, example({roleSettings: cut()})],
	},
});
