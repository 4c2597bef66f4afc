import {seen, type Observed} from '../../engine/check.js';
import {blind, cut, example, listed, settings} from '../examples.js';
import type {PostgresFacts} from '../facts.js';
import type {AuditedObjects} from '../facts/roles.js';
import {auditClasses} from '../judge/audit.js';
import {whereAudited} from '../judge/in-log.js';
import {nameScope} from '../judge/overrides.js';
import {customSetting, settingOf} from '../judge/settings.js';
import {
	defineCheck,
	fail,
	inDatabase,
	notApplicable,
	pass,
	unknown,
	whenSeen,
} from '../judge/verdicts.js';
import {shownBy} from '../sources.js';

const expected =
	'pgaudit.role names a role that holds SELECT on the tables to watch, or pgaudit.log has read and write';

/** True when these classes record each use of every table. */
const recordsAll = (value: string): boolean => {
	const active = auditClasses(value);
	return active !== undefined && active.has('read') && active.has('write');
};

const valueOf = (facts: PostgresFacts, name: string): Observed<string> | undefined => {
	const setting = settingOf(facts, name, customSetting);
	return setting?.seen === true ? seen(setting.value.value) : setting;
};

/** Roles and databases whose own value takes them out of what the server's values record. */
const exempt = (
	facts: PostgresFacts,
	name: 'pgaudit.role' | 'pgaudit.log',
	keeps: (value: string) => boolean,
): readonly string[] =>
	facts.roleSettings.seen
		? facts.roleSettings.value.items
				.filter(item => item.name.toLowerCase() === name && !keeps(item.value ?? ''))
				.map(nameScope)
		: [];

const audited = (
	tables: number,
	{role, exists, reads, example: first}: AuditedObjects,
	facts: PostgresFacts,
) => {
	if (!exists) return [fail(`pgaudit.role = ${role}, and there is no such role`, expected)];
	const here = inDatabase(facts);
	if (tables === 0)
		return [fail(`${role} holds no grant, so that nothing is recorded, ${here}`, expected)];
	return reads === 0
		? [fail(`${role} holds no SELECT, so that no read is recorded, ${here}`, expected)]
		: [
				pass(
					`${role} watches ${tables} tables, ${reads} of them when they are read, for example ${first ?? ''}, ${here}; whether these are the sensitive ones is for you to say`,
					expected,
				),
			];
};

export const pgObjectAuditRole = defineCheck({
	id: 'pg-object-audit-role',
	title: 'pgAudit records the use of chosen tables',
	question: 'Is each use of at least the chosen tables recorded, whoever it is that reads them?',
	why: 'Without it nobody can say whose records were seen in a theft. A role for auditing without grants records nothing, and a role or database with a value of its own slips through.',
	severity: 'low',
	source: shownBy(
		'setting pgaudit.log',
		'setting pgaudit.role',
		'setting log_destination',
		'setting log_min_messages',
		'setting logging_collector',
		'setting log_directory',
		'setting log_filename',
		'setting pgaudit.log_client',
		'setting pgaudit.log_level',
		'roleSettings',
		'auditedObjects',
	),
	needs: 'any login role',
	remediation: {
		all: 'CREATE ROLE auditor NOLOGIN; set pgaudit.role to auditor; then GRANT SELECT, INSERT, UPDATE, DELETE on each sensitive table TO auditor.',
	},
	judge: facts => {
		const classes = valueOf(facts, 'pgaudit.log');
		const role = valueOf(facts, 'pgaudit.role');
		if (classes === undefined || role === undefined)
			return [notApplicable('pgAudit is not loaded', expected)];
		if (!classes.seen) return [unknown(classes, expected)];
		if (!role.seen) return [unknown(role, expected)];
		return whenSeen(facts.roleSettings, expected, overrides => {
			if (!overrides.complete) return [unknown({seen: false, reason: 'limit-exceeded'}, expected)];
			const everything = recordsAll(classes.value);
			if (!everything && role.value === '')
				return [
					fail(
						`pgaudit.role is empty, and pgaudit.log = ${classes.value} does not do it`,
						expected,
					),
				];
			const outside = everything
				? exempt(facts, 'pgaudit.log', recordsAll)
				: exempt(facts, 'pgaudit.role', value => value === role.value);
			if (outside.length > 0)
				return outside.map(scope =>
					fail(`${scope} has a value of its own and is not recorded`, expected, {object: scope}),
				);
			const verdicts = everything
				? [pass(`pgaudit.log = ${classes.value} records every table`, expected)]
				: whenSeen(facts.auditedObjects, expected, found => audited(found.tables, found, facts));
			return whereAudited(facts, expected, verdicts);
		});
	},
	examples: {
		healthy: [example(), example({settings: settings({'pgaudit.log': 'all', 'pgaudit.role': ''})})],
		defective: [
			example({settings: settings({'pgaudit.role': ''})}),
			example({settings: settings({log_min_messages: 'panic'})}),
			example({settings: settings({log_destination: ''})}),
			example({
				auditedObjects: seen({role: 'auditor', exists: true, tables: 0, reads: 0, example: null}),
			}),
			example({
				auditedObjects: seen({role: 'auditor', exists: false, tables: 0, reads: 0, example: null}),
			}),
			example({
				auditedObjects: seen({role: 'auditor', exists: true, tables: 2, reads: 0, example: 'a.b'}),
			}),
			example({
				roleSettings: listed({
					role: 'shop_app',
					database: null,
					name: 'pgaudit.role',
					value: '',
					secretLike: false,
				}),
			}),
			example({
				settings: settings({'pgaudit.log': 'all', 'pgaudit.role': ''}),
				roleSettings: listed({
					role: 'shop_app',
					database: null,
					name: 'pgaudit.log',
					value: 'ddl, role',
					secretLike: false,
				}),
			}),
		],
		blind: [blind, example({roleSettings: cut()})],
		notApplicable: [
			example({settings: settings({'pgaudit.log': undefined, 'pgaudit.role': undefined})}),
		],
	},
});
