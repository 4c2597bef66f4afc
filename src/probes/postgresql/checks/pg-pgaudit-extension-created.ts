import {unseen, type Verdict} from '../../engine/check.js';
import {blind, cut, example, listed, settings} from '../examples.js';
import type {PostgresFacts} from '../facts.js';
import {asBoolean, customSetting} from '../judge/settings.js';
import {withValues, type Values} from '../judge/values.js';
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

const expected = 'the extension pgaudit is created where its library is loaded';

const wanted = {'pgaudit.log': customSetting, event_triggers: {since: 17}} as const;

/** The extension names objects through its event triggers, which can be switched off one by one and, since 17, all at once. */
const judgeTriggers = (facts: PostgresFacts, values: Values): readonly Verdict[] =>
	whenSeen(facts.auditTriggers, expected, ({items, complete}) => {
		const off = items.filter(({enabled}) => !enabled).map(({trigger}) => `${trigger} is off`);
		const bad = [
			...(asBoolean(values.event_triggers ?? 'on') === false ? ['event_triggers = off'] : off),
			...(items.length === 0 && complete ? ['its event triggers are gone'] : []),
		];
		return [
			bad.length > 0
				? fail(`created, but ${bad.join(', ')} ${inDatabase(facts)}`, expected)
				: complete
					? pass(`created, and its event triggers fire ${inDatabase(facts)}`, expected)
					: unknown(
							unseen('limit-exceeded', {detail: 'there are more event triggers than dbvet reads'}),
							expected,
						),
		];
	});

export const pgPgauditExtensionCreated = defineCheck({
	id: 'pg-pgaudit-extension-created',
	title: 'pgAudit names the objects that DDL changes',
	question: 'Is the extension pgaudit created in the database, besides its library being loaded?',
	why: 'The library alone records that a table was altered; which one is told by the event triggers that CREATE EXTENSION brings.',
	severity: 'low',
	source: shownBy('setting pgaudit.log', 'setting event_triggers', 'extensions', 'auditTriggers'),
	needs: 'any login role',
	remediation: {all: 'CREATE EXTENSION pgaudit; in each database.'},
	judge: facts =>
		withValues(facts, expected, wanted, values =>
			values['pgaudit.log'] === undefined
				? [notApplicable('pgAudit is not loaded', expected)]
				: whenSeen(facts.extensions, expected, extensions => {
						if (extensions.items.some(({name}) => name === 'pgaudit'))
							return judgeTriggers(facts, values);
						return extensions.complete
							? [fail(`loaded, but not created ${inDatabase(facts)}`, expected)]
							: [
									unknown(
										{
											seen: false,
											reason: 'limit-exceeded',
											detail: 'there are more extensions than dbvet reads',
										},
										expected,
									),
								];
					}),
		),
	examples: {
		healthy: [example()],
		defective: [
			example({extensions: listed({name: 'plpgsql', version: '1.0', schema: 'pg_catalog'})}),
			example({auditTriggers: listed({trigger: 'pgaudit_sql_drop', enabled: false})}),
			example({auditTriggers: listed()}),
			example({settings: settings({event_triggers: 'off'})}),
		],
		blind: [blind, example({extensions: cut()}), example({auditTriggers: cut()})],
		notApplicable: [example({settings: settings({'pgaudit.log': undefined})})],
	},
});
