import {unseen} from '../../engine/check.js';
import {blind, cut, example, listed, settings} from '../examples.js';
import {auditClasses} from '../judge/audit.js';
import {auditSettings, faultOfAudit, keptOut} from '../judge/in-log.js';
import {judgeSessions} from '../judge/own-sessions.js';
import {withValues, type Values} from '../judge/values.js';
import {defineCheck, fail, notApplicable, unknown, whenSeen} from '../judge/verdicts.js';
import {shownBy} from '../sources.js';

const expected = 'at least the classes ddl and role, for every role, in the log';
const wanted = auditSettings;

/** Which classes these values leave out, or what keeps the records out of the log; undefined for nothing. */
const faultOf = (values: Values): string | undefined => {
	const text = values['pgaudit.log'] ?? '';
	const active = auditClasses(text);
	const missing = ['ddl', 'role'].filter(name => active?.has(name) !== true);
	return missing.length > 0
		? `pgaudit.log = ${text}: ${missing.join(' and ')} missing`
		: faultOfAudit(values);
};
const own = {
	role: 'shop_app',
	database: null,
	name: 'pgaudit.log',
	value: 'none',
	secretLike: false,
};

export const pgPgauditClasses = defineCheck({
	id: 'pg-pgaudit-classes',
	title: 'pgAudit records changes of schema and roles',
	question: 'Does pgAudit record DDL and changes of roles and privileges?',
	why: 'A loaded library that records nothing is an audit trail on paper only.',
	severity: 'medium',
	scope: 'node',
	source: shownBy(
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
	remediation: {
		all: "Set pgaudit.log to 'ddl, role' or more (write, and read where it is asked for), then reload.",
	},
	judge: facts =>
		withValues(facts, expected, wanted, values => {
			const text = values['pgaudit.log'];
			if (text === undefined) return [notApplicable('pgAudit is not loaded', expected)];
			if (auditClasses(text) === undefined)
				return [unknown(unseen('unexpected-reply', {detail: `pgaudit.log = ${text}`}), expected)];
			const out = keptOut(facts, 'panic');
			if (!out.seen) return [unknown(out, expected)];
			if (out.value !== undefined) return [fail(out.value, expected)];
			return whenSeen(facts.roleSettings, expected, overrides =>
				judgeSessions(overrides, values, expected, {
					names: Object.keys(wanted),
					faultOf,
					clean: `pgaudit.log = ${text}`,
				}),
			);
		}),
	examples: {
		healthy: [
			example(),
			example({settings: settings({'pgaudit.log': 'all'})}),
			example({settings: settings({'pgaudit.log': 'all, -misc'})}),
		],
		defective: [
			example({settings: settings({'pgaudit.log': 'none'})}),
			example({settings: settings({'pgaudit.log': 'all, -role'})}),
			example({settings: settings({'pgaudit.log': ''})}),
			example({settings: settings({log_destination: ''})}),
			example({settings: settings({log_min_messages: 'panic'})}),
			example({settings: settings({'pgaudit.log_client': 'on', 'pgaudit.log_level': 'notice'})}),
			example({roleSettings: listed(own)}),
			example({roleSettings: listed({...own, name: 'log_min_messages', value: 'fatal'})}),
		],
		blind: [
			blind,
			example({roleSettings: cut()}),
			example({settings: settings({'pgaudit.log': 'everything'})}),
		],
		notApplicable: [example({settings: settings({'pgaudit.log': undefined})})],
	},
});
