import {blind, example, settings} from '../examples.js';
import {asBoolean, settingOf} from '../judge/settings.js';
import {defineCheck, fail, pass, whenSeen} from '../judge/verdicts.js';

const expected = 'debug_print_parse, _rewritten and _plan off';
const names = ['debug_print_parse', 'debug_print_rewritten', 'debug_print_plan'] as const;

export const pgDebugPrint = defineCheck({
	id: 'pg-debug-print',
	title: 'Query trees stay out of the log',
	question: 'Does the server print parse trees and plans to the log?',
	why: 'They hold the constants of every query, personal data among them, and swell the log.',
	severity: 'medium',
	scope: 'node',
	needs: 'any login role',
	remediation: {all: 'ALTER SYSTEM RESET name; then SELECT pg_reload_conf();'},
	judge: facts =>
		whenSeen(facts.settings, expected, () => {
			const present = names.flatMap(name => {
				const setting = settingOf(facts, name);
				return setting?.seen === true ? [{name, value: setting.value.value}] : [];
			});
			const on = present.filter(({value}) => asBoolean(value) !== false);
			if (on.length > 0)
				return on.map(({name, value}) => fail(`${name} = ${value}`, expected, {object: name}));
			return present.length < names.length
				? [
						{
							outcome: 'unknown',
							reason: 'unexpected-reply',
							observed: 'not all of them are shown',
							expected,
						},
					]
				: [pass('all off', expected)];
		}),
	examples: {
		healthy: [example()],
		defective: [example({settings: settings({debug_print_plan: 'on'})})],
		blind: [blind, example({settings: settings({debug_print_plan: undefined})})],
	},
});
