import {blind, cut, example, settings} from '../examples.js';
import {allOff, type Switch} from '../judge/switches.js';
import {defineCheck} from '../judge/verdicts.js';
import {shownBy} from '../sources.js';

const expected = 'debug_print_parse, _rewritten and _plan off';
export const printSwitches: readonly Switch[] = [
	['debug_print_parse'],
	['debug_print_rewritten'],
	['debug_print_plan'],
];

export const pgDebugPrint = defineCheck({
	id: 'pg-debug-print',
	title: 'Query trees stay out of the log',
	question: 'Does the server print parse trees and plans to the log?',
	why: 'They hold the constants of every query, personal data among them, and swell the log.',
	severity: 'medium',
	scope: 'node',
	source: shownBy(
		'setting debug_print_parse',
		'setting debug_print_rewritten',
		'setting debug_print_plan',
		'roleSettings',
	),
	needs: 'any login role',
	remediation: {all: 'ALTER SYSTEM RESET name; then SELECT pg_reload_conf();'},
	judge: facts => allOff(facts, expected, printSwitches),
	examples: {
		healthy: [example()],
		defective: [example({settings: settings({debug_print_plan: 'on'})})],
		blind: [
			blind,
			example({
				roleSettings: cut({
					role: 'shop_app',
					database: null,
					name: 'debug_print_plan',
					value: 'off',
					secretLike: false,
				}),
			}),
			example({settings: settings({debug_print_plan: undefined})}),
		],
	},
});
