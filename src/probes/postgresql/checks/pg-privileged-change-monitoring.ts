import {blind, example, settings} from '../examples.js';
import type {PostgresFacts} from '../facts.js';
import {auditClasses} from '../judge/audit.js';
import {asBoolean, customSetting} from '../judge/settings.js';
import {withValues, type Values} from '../judge/values.js';
import {defineCheck, fail, pass} from '../judge/verdicts.js';

const expected = 'changes of roles, rights and schema leave a trace';
const wanted = {
	log_statement: {},
	event_triggers: {since: 17},
	'pgaudit.log': customSetting,
} as const;

/** What records some of the changes, in words. */
const halves = (
	facts: PostgresFacts,
	values: Values,
	classes: ReadonlySet<string> | undefined,
): readonly string[] => {
	const fires = asBoolean(values.event_triggers ?? 'on') !== false;
	const triggers = (facts.eventTriggers.seen ? facts.eventTriggers.value.items : []).filter(
		({enabled, event}) => fires && enabled && event.startsWith('ddl_command'),
	);
	return [
		...(classes?.has('ddl') === true ? ['pgAudit records tables only'] : []),
		...(classes?.has('role') === true ? ['pgAudit records roles only'] : []),
		...(triggers.length > 0 ? ['event triggers see tables only'] : []),
	];
};

export const pgPrivilegedChangeMonitoring = defineCheck({
	id: 'pg-privileged-change-monitoring',
	title: 'Changes of roles and rights are recorded',
	question:
		'Does the log, pgAudit or an event trigger record who changes roles, rights and tables?',
	why: 'A new superuser, a grant to PUBLIC or a dropped policy is how an attack becomes lasting. Event triggers see tables, and neither roles nor databases.',
	severity: 'medium',
	scope: 'node',
	needs: 'any login role',
	remediation: {
		all: "Set pgaudit.log to 'ddl, role', or ALTER SYSTEM SET log_statement = 'ddl'; then SELECT pg_reload_conf();",
	},
	judge: facts =>
		withValues(facts, expected, wanted, values => {
			const statement = (values.log_statement ?? '').toLowerCase();
			if (['ddl', 'mod', 'all'].includes(statement))
				return [pass(`log_statement = ${statement}`, expected)];
			const classes = auditClasses(values['pgaudit.log'] ?? '');
			if (classes?.has('ddl') === true && classes.has('role'))
				return [pass(`pgaudit.log = ${values['pgaudit.log'] ?? ''}`, expected)];
			const half = halves(facts, values, classes);
			return [
				fail(
					half.length > 0
						? `log_statement = ${statement}; ${half.join(' and ')}`
						: `log_statement = ${statement}, and neither pgAudit nor an event trigger records DDL`,
					expected,
					half.length > 0 ? {severity: 'low'} : {},
				),
			];
		}),
	examples: {
		healthy: [
			example(),
			example({settings: settings({log_statement: 'none', 'pgaudit.log': 'all'})}),
		],
		defective: [
			example({settings: settings({log_statement: 'none', 'pgaudit.log': undefined})}),
			example({settings: settings({log_statement: 'none', 'pgaudit.log': 'ddl'})}),
		],
		blind: [blind, example({settings: settings({log_statement: undefined})})],
	},
});
