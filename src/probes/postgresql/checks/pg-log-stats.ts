import {blind, cut, example, settings} from '../examples.js';
import {allOff, type Switch} from '../judge/switches.js';
import {defineCheck} from '../judge/verdicts.js';
import {shownBy} from '../sources.js';

const expected = 'log_parser_stats, _planner_stats, _executor_stats and _statement_stats off';
const switches: readonly Switch[] = [
	['log_parser_stats'],
	['log_planner_stats'],
	['log_executor_stats'],
	['log_statement_stats'],
];

export const pgLogStats = defineCheck({
	id: 'pg-log-stats',
	title: 'Statistics for developers stay out of the log',
	question: 'Are the figures of parser, planner and executor kept out of the log?',
	why: 'They add a dozen lines to the log for each statement: what matters is lost among them, and the disk fills.',
	severity: 'low',
	scope: 'node',
	source: shownBy(
		'setting log_parser_stats',
		'setting log_planner_stats',
		'setting log_executor_stats',
		'setting log_statement_stats',
		'roleSettings',
	),
	needs: 'any login role',
	remediation: {all: 'ALTER SYSTEM RESET name; then SELECT pg_reload_conf();'},
	judge: facts => allOff(facts, expected, switches),
	examples: {
		healthy: [example()],
		defective: [example({settings: settings({log_planner_stats: 'on'})})],
		blind: [
			blind,
			example({
				roleSettings: cut({
					role: 'shop_app',
					database: null,
					name: 'log_planner_stats',
					value: 'off',
					secretLike: false,
				}),
			}),
			example({settings: settings({log_statement_stats: undefined})}),
		],
	},
});
