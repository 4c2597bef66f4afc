import {unseen} from '../../engine/check.js';
import {blind, cut, example, listed, settings} from '../examples.js';
import {auditClasses} from '../judge/audit.js';
import {auditSettings, faultOfAudit, keptOut} from '../judge/in-log.js';
import {judgeSessions} from '../judge/own-sessions.js';
import {lets} from '../judge/ranks.js';
import {withValues, type Values} from '../judge/values.js';
import {defineCheck, fail, unknown, whenSeen} from '../judge/verdicts.js';
import {set} from '../settings/rules.js';
import {shownBy} from '../sources.js';

const expected = 'ddl or more, or pgAudit with the classes ddl and role';
const wanted = {log_statement: {}, ...auditSettings} as const;

/** Why these values leave no trace of changes of schema, roles and rights; undefined where they do leave one. */
const faultOf = (values: Values): string | undefined => {
	const least = values.log_min_messages ?? '';
	const statement = (values.log_statement ?? '').toLowerCase();
	const audit = auditClasses(values['pgaudit.log'] ?? '');
	const written = ['ddl', 'mod', 'all'].includes(statement);
	const audited = audit?.has('ddl') === true && audit.has('role');
	if (written && lets(least, 'log') === true) return undefined;
	const dropped = faultOfAudit(values);
	if (audited && dropped === undefined) return undefined;
	return written
		? `log_min_messages = ${least} keeps messages of rank LOG out of the log`
		: audited && dropped !== undefined
			? dropped
			: `log_statement = ${statement}, and pgAudit does not log DDL and roles either`;
};

const own = {role: 'shop_app', database: null, secretLike: false};
const audit = {...own, name: 'pgaudit.log', value: 'none'};

export const pgLogStatement = defineCheck({
	id: 'pg-log-statement',
	title: 'Changes of the schema are logged',
	question: 'Does the log hold at least all DDL statements?',
	why: 'Changed tables, roles and grants must leave a trace with a name and a time.',
	severity: 'medium',
	scope: 'node',
	source: shownBy(
		'setting log_statement',
		'setting pgaudit.log',
		'setting pgaudit.log_client',
		'setting pgaudit.log_level',
		'setting log_min_messages',
		'setting log_destination',
		'setting logging_collector',
		'setting log_directory',
		'setting log_filename',
		'roleSettings',
	),
	needs: 'any login role',
	remediation: set('log_statement', 'ddl'),
	judge: facts =>
		withValues(facts, expected, wanted, values => {
			const statement = (values.log_statement ?? '').toLowerCase();
			if (!['none', 'ddl', 'mod', 'all'].includes(statement))
				return [
					unknown(
						unseen('unexpected-reply', {
							detail: `log_statement = ${statement} is no value dbvet knows`,
						}),
						expected,
					),
				];
			// Only the destination counts here: which ranks are let in is judged with what else a session starts with.
			const out = keptOut(facts, 'panic');
			if (!out.seen) return [unknown(out, expected)];
			if (out.value !== undefined) return [fail(out.value, expected)];
			return whenSeen(facts.roleSettings, expected, overrides =>
				judgeSessions(overrides, values, expected, {
					names: Object.keys(wanted),
					faultOf,
					clean: `log_statement = ${statement}${values['pgaudit.log'] === undefined ? '' : `, pgaudit.log = ${values['pgaudit.log']}`}`,
				}),
			);
		}),
	examples: {
		healthy: [
			...['ddl', 'mod', 'all'].map(value =>
				example({settings: settings({log_statement: value, 'pgaudit.log': undefined})}),
			),
			example({settings: settings({log_statement: 'none'})}),
			// The one still records what the other leaves out for this role.
			example({roleSettings: listed(audit)}),
		],
		defective: [
			example({settings: settings({log_statement: 'none', 'pgaudit.log': undefined})}),
			example({settings: settings({log_statement: 'none', 'pgaudit.log': 'all, -ddl'})}),
			example({settings: settings({log_min_messages: 'fatal'})}),
			example({settings: settings({log_destination: ''})}),
			example({settings: settings({log_statement: 'none'}), roleSettings: listed(audit)}),
			example({
				settings: settings({'pgaudit.log': undefined}),
				roleSettings: listed({...own, name: 'log_statement', value: 'none'}),
			}),
			example({roleSettings: listed({...own, name: 'log_min_messages', value: 'PANIC'})}),
			// Each of them alone leaves a trace; together they do not.
			example({
				roleSettings: listed(
					{...own, name: 'log_statement', value: 'none'},
					{...audit, role: null, database: 'shop'},
				),
			}),
			example({
				settings: settings({
					log_statement: 'none',
					'pgaudit.log_client': 'on',
					'pgaudit.log_level': 'notice',
				}),
			}),
		],
		blind: [
			blind,
			example({roleSettings: cut()}),
			example({settings: settings({log_destination: undefined})}),
			example({settings: settings({log_min_messages: undefined})}),
			example({settings: settings({log_statement: 'some'})}),
		],
	},
});
