import {blind, cut, example, listed, settings} from '../examples.js';
import type {PostgresFacts} from '../facts.js';
import {auditClasses} from '../judge/audit.js';
import {auditSettings, faultOfAudit, keptOut} from '../judge/in-log.js';
import {judgeSessions} from '../judge/own-sessions.js';
import {asBoolean} from '../judge/settings.js';
import {withValues, type Values} from '../judge/values.js';
import {defineCheck, fail, unknown, whenSeen} from '../judge/verdicts.js';
import {shownBy} from '../sources.js';

const expected = 'changes of roles, rights and schema leave a trace';
const own = {role: 'shop_app', database: null, secretLike: false};
const wanted = {
	log_statement: {},
	event_triggers: {since: 17},
	...auditSettings,
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

/** Records have the rank LOG, which only these two leave out (PostgreSQL manual, Message Severity Levels). */
const drops = ({log_min_messages: least = ''}: Values): boolean =>
	['fatal', 'panic'].includes(least.toLowerCase());

/** What records such changes, in words; undefined for nothing that records all of them. */
const traceOf = (values: Values): string | undefined => {
	if (drops(values)) return undefined;
	const statement = (values.log_statement ?? '').toLowerCase();
	if (['ddl', 'mod', 'all'].includes(statement)) return `log_statement = ${statement}`;
	const audit = values['pgaudit.log'];
	const classes = auditClasses(audit ?? '');
	return classes?.has('ddl') === true && classes.has('role') && faultOfAudit(values) === undefined
		? `pgaudit.log = ${audit ?? ''}`
		: undefined;
};

export const pgPrivilegedChangeMonitoring = defineCheck({
	id: 'pg-privileged-change-monitoring',
	title: 'Changes of roles and rights are recorded',
	question:
		'Does the log, pgAudit or an event trigger record who changes roles, rights and tables?',
	why: 'A new superuser, a grant to PUBLIC or a dropped policy is how an attack becomes lasting. Event triggers see tables, and neither roles nor databases.',
	severity: 'medium',
	scope: 'node',
	source: shownBy(
		'setting log_statement',
		'setting log_min_messages',
		'setting event_triggers',
		'setting pgaudit.log',
		'setting pgaudit.log_client',
		'setting pgaudit.log_level',
		'setting log_destination',
		'setting logging_collector',
		'setting log_directory',
		'setting log_filename',
		'roleSettings',
		'eventTriggers',
	),
	needs: 'any login role; pg_read_all_settings where the server writes log files itself',
	remediation: {
		all: "Set pgaudit.log to 'ddl, role', or ALTER SYSTEM SET log_statement = 'ddl'; then SELECT pg_reload_conf();",
	},
	judge: facts =>
		withValues(facts, expected, wanted, values => {
			const trace = traceOf(values);
			if (trace === undefined) {
				const half = halves(facts, values, auditClasses(values['pgaudit.log'] ?? ''));
				const statement = `log_statement = ${values.log_statement ?? ''}`;
				return [
					fail(
						drops(values)
							? `log_min_messages = ${values.log_min_messages ?? ''} keeps every record out of the log`
							: half.length > 0
								? `${statement}; ${half.join(' and ')}`
								: `${statement}, and neither pgAudit nor an event trigger records DDL`,
						expected,
						half.length > 0 ? {severity: 'low'} : {},
					),
				];
			}
			const out = keptOut(facts, 'log');
			if (!out.seen) return [unknown(out, expected)];
			if (out.value !== undefined) return [fail(out.value, expected)];
			return whenSeen(facts.roleSettings, expected, list =>
				judgeSessions(list, values, expected, {
					names: Object.keys(wanted),
					faultOf: own =>
						traceOf(own) === undefined
							? `log_statement = ${own.log_statement ?? ''}, pgaudit.log = ${own['pgaudit.log'] ?? '(not loaded)'}, log_min_messages = ${own.log_min_messages ?? ''} leave no trace`
							: undefined,
					clean: `${trace}, and no role or database has it otherwise`,
				}),
			);
		}),
	examples: {
		healthy: [
			example(),
			example({settings: settings({log_statement: 'none', 'pgaudit.log': 'all'})}),
		],
		defective: [
			example({settings: settings({log_statement: 'none', 'pgaudit.log': undefined})}),
			example({settings: settings({log_statement: 'none', 'pgaudit.log': 'ddl'})}),
			example({settings: settings({log_min_messages: 'panic'})}),
			example({
				settings: settings({
					log_statement: 'none',
					'pgaudit.log_client': 'on',
					'pgaudit.log_level': 'notice',
				}),
			}),
			example({
				roleSettings: listed(
					{...own, name: 'log_statement', value: 'none'},
					{...own, role: null, database: 'shop', name: 'pgaudit.log', value: 'none'},
				),
			}),
			example({settings: settings({log_destination: ''})}),
			example({settings: settings({log_directory: '/dev', log_filename: 'null'})}),
			example({
				settings: settings({'pgaudit.log': undefined}),
				roleSettings: listed({...own, name: 'log_statement', value: 'none'}),
			}),
		],
		blind: [
			blind,
			example({settings: settings({log_statement: undefined})}),
			example({settings: settings({log_directory: undefined})}),
			example({roleSettings: cut()}),
		],
	},
});
